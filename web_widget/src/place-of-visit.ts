import { button, h } from "./dom";
import { fill } from "./fill";
import { findContacts } from "./tasks/find-contacts";
import { PlaceMemory } from "./place-memory";
import type { Outcome } from "./transport";
import { place as words } from "../../content/interface/widget.sv.json";

/** The remembered place in sight, with a button that takes it away; hidden while there is none. */
export class PlaceOfVisit {
  readonly line = h("p", { class: "acute", part: "place", hidden: true, tabindex: -1 });

  private sent: { place?: string } = {};

  /** Stands before the conversation. */
  constructor(
    conversation: HTMLElement,
    private readonly memory = new PlaceMemory(),
  ) {
    conversation.before(this.line);
    this.refresh();
    // A page that the browser kept whole may be older than what another page of this tab has kept.
    for (const event of ["pageshow", "sip:place"]) addEventListener(event, () => this.refresh());
  }

  /** Begins with the municipality whose page embeds the chat, unless the tab knows better. */
  async begin(origin: string, municipality = ""): Promise<void> {
    if (!municipality || !this.memory.isNew) return;
    const found = await findContacts(origin, municipality, "").catch(() => undefined);
    if (found && this.memory.isNew) this.found(found);
  }

  /** Its name, else empty. */
  get name(): string {
    return this.memory.place?.name ?? "";
  }

  /** What the next message tells of the place. */
  news(): { place?: string } {
    return (this.sent = this.memory.news());
  }

  /** What came of that message; only an answer means that the chat knows. */
  answered(outcome: Outcome): void {
    if (outcome.kind !== "answer") return;
    this.memory.wasTold(this.sent);
    for (const { custom } of outcome.messages)
      if (custom?.municipality) this.memory.keep(custom.municipality, custom.place ?? "", true);
    this.refresh();
  }

  /** Keeps the place of what a card has found, and hands it on. */
  found<T extends { municipality_code?: string; municipality?: string }>(answer: T): T {
    this.memory.keep(answer.municipality_code ?? "", answer.municipality ?? "");
    this.refresh();
    return answer;
  }

  /** Erases it with all of the conversation. */
  forget(): void {
    this.memory.forget();
    this.refresh();
  }

  private refresh(): void {
    const { place } = this.memory;
    this.line.hidden = !place;
    this.line.replaceChildren(
      fill(words.kept, { name: place?.name || place?.code || "" }),
      " ",
      button(words.takeAway, () => this.takeAway()),
    );
  }

  private takeAway(): void {
    this.memory.takeAway();
    this.line.replaceChildren(words.takenAway);
    this.line.focus();
  }
}
