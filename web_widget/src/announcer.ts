import { h } from "./dom";

const FORGET_AFTER_MS = 15_000;

/** Two regions that stay mounted: one hidden that speaks new answers once, one visible that tells the state. */
export class Announcer {
  readonly answers = h("div", { class: "only-heard", "aria-live": "polite", "aria-atomic": "false" });
  readonly status = h("p", { class: "status", part: "status", role: "status" });
  private forgetting: ReturnType<typeof setTimeout> | undefined;

  /** Speaks plain text once; it is then removed so that it is not met a second time when reading. */
  speak(text: string): void {
    if (!text) return;
    this.answers.append(h("p", {}, text));
    clearTimeout(this.forgetting);
    this.forgetting = setTimeout(() => this.answers.replaceChildren(), FORGET_AFTER_MS);
  }

  /** Shows and speaks a state such as "busy"; empty text removes it. */
  tell(text: string): void {
    if (this.status.textContent !== text) this.status.textContent = text;
  }
}
