import { describe, expect, it } from "vitest";
import { answer, type AnswerActions } from "../src/answer";
import type { Contact, Custom } from "../src/contract";

const actions = { page: (path: string) => path, address: (path: string) => path } as AnswerActions;
const switchboard = { id: "1491", kind: "kommun", name: "Växeln", side: "kommun" } as Contact;

function said(text: string, custom: Partial<Custom>): HTMLElement {
  return answer({ text, custom: { topic: "hitta-kontakt", ...custom } }, actions);
}

describe("an answer with contacts", () => {
  it("shows its doors once, as cards where the list stood", () => {
    const shown = said("Hit kan du vända dig:\n\n- **0321-1** Växeln\n\nDet är kväll.", {
      contacts: [switchboard],
    });
    expect(shown.querySelectorAll("li:not(.contact)")).toHaveLength(0);
    const cards = shown.querySelector(".contact")!;
    const [before, after] = [...shown.querySelectorAll(":scope > p")];
    expect(before!.compareDocumentPosition(cards)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(after!.compareDocumentPosition(cards)).toBe(Node.DOCUMENT_POSITION_PRECEDING);
  });

  it("shows the cards after a text without a list", () => {
    expect(said("Hit kan du vända dig.", { contacts: [switchboard] }).textContent).toMatch(/^Hit.*Växeln/);
  });

  it("keeps the list of an answer without contacts", () => {
    expect(said("Ta med:\n\n- brevet", {}).querySelectorAll("li")).toHaveLength(1);
  });
});
