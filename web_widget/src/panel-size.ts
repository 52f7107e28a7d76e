import { button } from "./dom";
import { texts } from "./texts";

/** "Större ruta": the docked panel as large as the window, for those who write in it. */
export class PanelSize {
  readonly toggle: HTMLButtonElement;

  constructor(root: HTMLElement) {
    this.toggle = button(
      texts.larger,
      () => {
        const large = root.classList.toggle("large");
        this.toggle.textContent = large ? texts.smaller : texts.larger;
      },
      { class: "resize", part: "resize" },
    );
  }
}
