import { beforeEach, expect, it } from "vitest";
import type { Definition } from "../../src/tasks/definition";
import { words } from "../../src/tasks/words";
import { Visit } from "./visit";

const definition: Definition = {
  id: "draft",
  title: "",
  letter: "request",
  steps: [
    { id: "situation", title: "Svårt", question: "Vad är svårt?", field: "long_text" },
    { id: "review", title: "Granska", question: "Stämmer det?", field: "review" },
  ],
};
let visit: Visit;

beforeEach(() => void (visit = new Visit(definition)));

it("words that fit stand in the answer, with a note that says so", () => {
  expect(visit.card.take("Hon ramlar ofta")).toBe("placed");
  expect(visit.state.draft.answers).toEqual({ situation: "Hon ramlar ofta" });
  expect(visit.text).toContain(words.placed);
});

it("danger and questions are for the chat, and change nothing in the card", () => {
  expect(visit.card.take("Jag vill dö")).toBe("ask");
  expect(visit.card.take("Vad kostar det?")).toBe("ask");
  expect(visit.state.draft.answers).toEqual({});
});

it("a question that the chat found to be an answer is placed", () => {
  expect(visit.card.take("Vad kostar det?", true)).toBe("placed");
  expect(visit.state.draft.answers).toEqual({ situation: "Vad kostar det?" });
});

it("someone who sounds worn out gets a word of care beside the note", () => {
  visit.card.take("Jag orkar inte mer");
  expect(visit.text).toContain("1177");
  expect(visit.state.draft.answers).toEqual({ situation: "Jag orkar inte mer" });
});

it("a wish to skip is given back: the card's own buttons move it", () => {
  expect(visit.card.take("hoppa över")).toBe("back");
  expect(visit.composer).toBe("hoppa över");
  expect(visit.state.step).toBe("situation");
});

it("asked instead, the words leave the card and are sent", () => {
  visit.card.take("Hon ramlar ofta");
  visit.press(words.askInstead);
  expect(visit.sent).toEqual(["Hon ramlar ofta"]);
  expect(visit.state.draft.answers).toEqual({});
  expect(visit.text).not.toContain(words.placed);
});

it("asked instead, words that were given back leave the message field", () => {
  visit.card.take("vidare");
  visit.press(words.askInstead);
  expect(visit.sent).toEqual(["vidare"]);
  expect(visit.composer).toBe("");
});

it("who writes on in the field makes the words an answer, and the note goes", () => {
  visit.card.take("Hon ramlar ofta");
  visit.write("Hon ramlar ofta hemma");
  expect(visit.text).not.toContain(words.placed);
  expect(visit.state.draft.answers).toEqual({ situation: "Hon ramlar ofta hemma" });
});
