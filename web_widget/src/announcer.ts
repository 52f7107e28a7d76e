import { h } from "./dom";

const FORGET_AFTER_MS = 15_000;

/** Two regions that stay mounted: one hidden that speaks new answers once, one visible that tells the state. */
export class Announcer {
  readonly answers = h("div", { class: "only-heard", "aria-live": "polite", "aria-atomic": "false" });
  readonly status = h("p", { class: "status", part: "status", role: "status" });
  private forgetting: ReturnType<typeof setTimeout> | undefined;

  /** Speaks plain text or paragraphs once; they are then removed so that they are not met a second time when reading. */
  speak(...said: (string | HTMLElement)[]): void {
    const paragraphs = said.filter(Boolean).map((one) => (typeof one === "string" ? h("p", {}, one) : one));
    if (!paragraphs.length) return;
    this.answers.append(...paragraphs);
    clearTimeout(this.forgetting);
    this.forgetting = setTimeout(() => this.answers.replaceChildren(), FORGET_AFTER_MS);
  }

  /** Shows and speaks a state such as "busy"; empty text removes it. */
  tell(text: string): void {
    if (this.status.textContent !== text) this.status.textContent = text;
  }
}
