import { button, h, uniqueId } from "./dom";
import { texts } from "./texts";

/** "Rensa allt", always in sight, which asks once before it erases. */
export class Clearing {
  private readonly id = uniqueId("clear");
  readonly trigger = button(texts.clear, () => this.ask(true), {
    part: "clear",
    "aria-expanded": "false",
    "aria-controls": this.id,
  });
  private readonly yes = button(texts.clearYes, () => this.confirm(), { class: "main" });
  readonly question = h(
    "div",
    { class: "asking", id: this.id, role: "group", "aria-labelledby": `${this.id}-text`, hidden: true },
    h("p", { id: `${this.id}-text` }, texts.clearQuestion),
    h(
      "p",
      { class: "actions" },
      this.yes,
      button(texts.clearNo, () => this.ask(false)),
    ),
  );

  constructor(private readonly erase: () => void) {}

  /** True when a question was open and is now taken back. */
  cancel(): boolean {
    if (this.question.hidden) return false;
    this.ask(false);
    return true;
  }

  private ask(open: boolean): void {
    this.question.hidden = !open;
    this.trigger.setAttribute("aria-expanded", String(open));
    (open ? this.yes : this.trigger).focus();
  }

  private confirm(): void {
    this.ask(false);
    this.erase();
  }
}
