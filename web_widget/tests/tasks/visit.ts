import type { Contact } from "../../src/contract";
import { hasIdentityNumber } from "../../src/identifiers";
import type { TaskState } from "../../src/storage";
import type { TaskHost } from "../../src/task-host";
import { Card } from "../../src/tasks/card";
import type { Danger } from "../../src/tasks/danger";
import type { Definition } from "../../src/tasks/definition";
import type { Wordings } from "../../src/tasks/letter/wordings";

const wordings = {
  wordings: { request: { title: "Brev", filename: "brev", opening: {}, sections: [] } },
  common: { people: {}, to: "Till", to_blank: "Till", date: "Den {date}", other: {}, invite: {}, at: "" },
} as unknown as Wordings;
wordings.wordings.request!.addressed = false;
wordings.wordings.withdrawal = wordings.wordings.request!;

/** A person at a card, with a tab that keeps and a message field that is given words back. */
export class Visit {
  readonly sent: string[] = [];
  composer = "";
  contacts: Contact[] = [];
  kept: string | undefined;
  card!: Card;
  private readonly place = document.createElement("div");

  constructor(private readonly definition: Definition) {
    document.body.replaceChildren(this.place);
    this.load();
    this.card.open({ begun: true });
  }

  load(): void {
    const host = {
      origin: "",
      root: document as unknown as ShadowRoot,
      place: this.place,
      hasIdentityNumber,
      state: () => (this.kept ? (JSON.parse(this.kept) as TaskState) : undefined),
      save: (_task, state) => Boolean((this.kept = JSON.stringify(state))),
      keeps: () => true,
      contacts: () => this.contacts,
      visited: () => undefined,
      ask: () => undefined,
      askAside: (text) => void this.sent.push(text),
      giveBack: (text) => void (this.composer = text),
      tell: () => undefined,
      speak: () => undefined,
      shown: () => undefined,
    } satisfies TaskHost;
    const danger = (text: string): Danger =>
      text.includes("dö") ? "acute" : text.includes("orkar inte") ? "heavy" : undefined;
    const said = { acute: "Ring 112", urgent: "1177 i dag", heavy: "1177" };
    this.card = new Card(host, "draft", this.definition, wordings, danger, said);
    this.card.restore();
  }

  get state(): TaskState {
    return JSON.parse(this.kept!) as TaskState;
  }

  get text(): string {
    return this.place.textContent ?? "";
  }

  press(label: string): void {
    [...this.place.querySelectorAll("button")].find((one) => one.textContent === label)?.click();
  }

  /** Goes over to another letter by the card's own choice. */
  turnTo(letter: string): void {
    this.card.open({ letter, begun: true });
  }

  say(text: string): void {
    if (this.card.take(text) === "ask") this.sent.push(text);
  }

  /** Writes in the card's first field; false when the card is folded or asks for a choice. */
  write(text: string): boolean {
    const box = this.place.querySelector<HTMLTextAreaElement>("form textarea, form input[type=text]");
    if (!box) return false;
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    return true;
  }

  choose(option: string): void {
    for (const radio of this.place.querySelectorAll<HTMLInputElement>("form input[type=radio]"))
      radio.checked = radio.value === option;
    this.place.querySelector("form")?.dispatchEvent(new Event("change"));
  }
}
