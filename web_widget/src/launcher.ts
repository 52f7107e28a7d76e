import { button, h } from "./dom";
import { drawing } from "./mark";
import { texts } from "./texts";

const ICON_PATH = "M4 4h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z";

/** A button that shows a cross and is heard as `label`. */
function cross(name: string, label: string, onClick: () => void): HTMLButtonElement {
  const made = button("", onClick, { class: name, part: name, "aria-label": label });
  made.append(h("span", { "aria-hidden": "true" }, "×"));
  return made;
}

/** The docked button. The panel it opens is not modal: the page stays usable, and Esc gives the focus back. */
export class Launcher {
  readonly trigger: HTMLButtonElement;
  readonly close: HTMLButtonElement;
  /** The button with a small one that puts it away for the visit, where it lies over a page's text. */
  readonly corner: HTMLElement;

  constructor(
    private readonly panel: HTMLElement,
    private readonly changed: (open: boolean) => void,
    dismissed: () => void,
  ) {
    this.trigger = button("", () => this.set(true), {
      class: "launcher",
      part: "launcher",
      "aria-expanded": "false",
      "aria-controls": panel.id,
    });
    this.trigger.append(drawing("0 0 24 24", { d: ICON_PATH }), h("span", {}, texts.launcher));
    this.close = cross("close", texts.close, () => this.set(false));
    const dismiss = cross("dismiss", texts.dismiss, () => ((this.corner.hidden = true), dismissed()));
    this.corner = h("div", { class: "corner" }, this.trigger, dismiss);
    this.show(false);
  }

  /** Shows or hides without moving the focus. */
  show(open: boolean): void {
    this.panel.hidden = !open;
    this.corner.hidden = open;
    this.trigger.setAttribute("aria-expanded", String(open));
  }

  set(open: boolean): void {
    this.show(open);
    if (!open) this.trigger.focus();
    this.changed(open);
  }
}
