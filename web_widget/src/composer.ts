import { h, uniqueId } from "./dom";
import { hasIdentityNumber } from "./identifiers";
import { fill } from "./fill";
import { texts } from "./texts";

export const MAX_LENGTH = 2000;
const COUNT_FROM = 850;

export interface ComposerEvents {
  send(text: string): void;
  changed(text: string): void;
}

/** Why a text cannot be sent; empty when it can. */
export function problemWith(text: string): string {
  if (!text) return texts.empty;
  if (text.length > MAX_LENGTH) return fill(texts.tooLong, { max: MAX_LENGTH, over: text.length - MAX_LENGTH });
  return hasIdentityNumber(text) ? texts.identifier : "";
}

/** The message field. Enter sends, Shift+Enter makes a new line; what cannot be sent stays in the field. */
export class Composer {
  private readonly ids = { field: uniqueId("field"), hint: uniqueId("hint"), error: uniqueId("error") };
  private readonly error = h("p", { class: "error", id: this.ids.error, role: "alert" });
  private readonly count = h("span", { class: "count" });
  private readonly field = h("textarea", {
    id: this.ids.field,
    part: "input",
    dir: "auto",
    rows: 2,
    enterkeyhint: "send",
    "aria-describedby": `${this.ids.hint} ${this.ids.error}`,
  });
  readonly element = h(
    "form",
    { class: "composer", part: "composer" },
    h("label", { for: this.ids.field }, texts.input),
    this.error,
    h("div", { class: "row" }, this.field, h("button", { type: "submit", class: "main", part: "send" }, texts.send)),
    h("p", { class: "fine", id: this.ids.hint }, texts.privacy, " ", this.count),
  );

  constructor(private readonly events: ComposerEvents, initial: string) {
    this.field.value = initial;
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.field.addEventListener("input", () => this.changed());
    this.field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.submit();
    });
  }

  focus(): void {
    this.field.focus({ preventScroll: true });
  }

  get text(): string {
    return this.field.value;
  }

  /** Puts text back for the person to change, with the reason. */
  giveBack(text: string, reason = ""): void {
    this.field.value = text;
    this.changed();
    this.showProblem(reason);
    this.focus();
  }

  private submit(): void {
    const text = this.field.value.trim();
    const problem = problemWith(text);
    this.showProblem(problem);
    if (problem) return this.focus();
    this.field.value = "";
    this.changed();
    this.events.send(text);
  }

  private changed(): void {
    const { value } = this.field;
    this.showProblem("");
    this.count.textContent =
      value.length > COUNT_FROM ? fill(texts.left, { count: Math.max(0, MAX_LENGTH - value.length) }) : "";
    this.events.changed(hasIdentityNumber(value) ? "" : value);
  }

  private showProblem(problem: string): void {
    if (this.error.textContent !== problem) this.error.textContent = problem;
    this.field.toggleAttribute("aria-invalid", false);
    if (problem) this.field.setAttribute("aria-invalid", "true");
  }
}
