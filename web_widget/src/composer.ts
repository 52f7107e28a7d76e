import type { HasIdentityNumber } from "./chat-file";
import { h, uniqueId } from "./dom";
import { fill } from "./fill";
import { MAX_LENGTH, problemWith } from "./sendable";
import { texts } from "./texts";

const COMPOSING = 229;
const COUNT_FROM = 850;

export interface ComposerEvents {
  /** Fetches what knows an identity number. Called before the first text is sent; does not throw. */
  ready(): Promise<unknown>;
  send(text: string): void;
  changed(text: string): void;
}

/** The message field. Enter sends, Shift+Enter makes a new line; what cannot be sent stays in the field. */
export class Composer {
  private readonly ids = { field: uniqueId("field"), hint: uniqueId("hint"), error: uniqueId("error") };
  private readonly error = h("p", { class: "error", id: this.ids.error, role: "alert" });
  private readonly place = h("span", {});
  private readonly unkept = h("p", { class: "error" });
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
    this.unkept,
    h(
      "div",
      { class: "row" },
      this.field,
      h("button", { type: "submit", class: "main", part: "send" }, texts.send),
    ),
    h("p", { class: "fine", id: this.ids.hint }, this.place, texts.privacy, " ", this.count),
  );

  private hasIdentityNumber: HasIdentityNumber | undefined;

  constructor(
    private readonly events: ComposerEvents,
    initial: string,
  ) {
    this.field.value = initial;
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.submit();
    });
    this.field.addEventListener("input", () => this.changed());
    this.field.addEventListener("keydown", (event) => {
      // Safari ends a composition before it reports the Enter that ended it; only its key code tells.
      const composing = event.isComposing || event.keyCode === COMPOSING;
      if (event.key !== "Enter" || event.shiftKey || composing) return;
      event.preventDefault();
      void this.submit();
    });
  }

  /** From now on a text can be told from an identity number: it may be kept, and sent. */
  use(hasIdentityNumber: HasIdentityNumber): void {
    this.hasIdentityNumber = hasIdentityNumber;
    this.keep();
  }

  /** Says where the words go while a card is open; what was wrong at another question is said no more. */
  besideTask(open: boolean): void {
    this.place.textContent = open ? `${texts.privacyInTask} ` : "";
    this.showProblem("");
  }

  /** Says that the browser keeps nothing of this. False when it was said before. */
  warnUnkept(): boolean {
    if (this.unkept.textContent) return false;
    this.unkept.textContent = texts.unkept;
    return true;
  }

  focus(): void {
    this.field.focus({ preventScroll: true });
  }

  get text(): string {
    return this.field.value;
  }

  /** Puts words back before what has been written since. */
  putBack(text: string, reason?: string): void {
    const since = this.text;
    this.giveBack(since.includes(text) ? since : [text, since].filter(Boolean).join("\n"), reason);
  }

  /** Puts text back for the person to change, with the reason. */
  giveBack(text: string, reason = ""): void {
    this.field.value = text;
    this.changed();
    this.showProblem(reason);
    this.focus();
  }

  /** Shows what another page of the tab has kept of a half-written message. */
  restore(text: string): void {
    this.field.value = text;
  }

  private async submit(): Promise<void> {
    if (!this.hasIdentityNumber) await this.events.ready();
    if (!this.hasIdentityNumber) return;
    const text = this.field.value.trim();
    const problem = problemWith(text, this.hasIdentityNumber);
    this.showProblem(problem);
    if (problem) {
      this.focus();
      return;
    }
    this.field.value = "";
    this.changed();
    this.events.send(text);
  }

  private changed(): void {
    const { value } = this.field;
    this.showProblem("");
    this.count.textContent =
      value.length > COUNT_FROM ? fill(texts.left, { count: Math.max(0, MAX_LENGTH - value.length) }) : "";
    this.keep();
  }

  private keep(): void {
    const { value } = this.field;
    if (this.hasIdentityNumber) this.events.changed(this.hasIdentityNumber(value) ? "" : value);
  }

  private showProblem(problem: string): void {
    if (this.error.textContent !== problem) this.error.textContent = problem;
    this.field.toggleAttribute("aria-invalid", false);
    if (problem) this.field.setAttribute("aria-invalid", "true");
  }
}
