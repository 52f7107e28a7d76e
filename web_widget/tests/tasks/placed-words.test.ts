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

it("an answer with a question behind it: the answer is placed, and only the question is sent", () => {
  expect(visit.card.take("Hon ramlar ofta. Får jag vara med på mötet?")).toBe("placed");
  expect(visit.state.draft.answers).toEqual({ situation: "Hon ramlar ofta." });
  expect(visit.sent).toEqual(["Får jag vara med på mötet?"]);
  expect(visit.text).toContain(words.placedAndAsked);
  expect(visit.text).not.toContain(words.askInstead);
});

it("a story that runs into a question is kept whole, and taken back whole", () => {
  visit.card.take("Hon har hemtjänst, får man ta med någon?");
  expect(visit.state.draft.answers).toEqual({ situation: "Hon har hemtjänst, får man ta med någon?" });
  expect(visit.sent).toEqual(["får man ta med någon?"]);
  visit.press(words.undo);
  expect(visit.composer).toBe("Hon har hemtjänst, får man ta med någon?");
});

it("words that the chat has read are not said to be unsent", () => {
  visit.card.take("Hur ska jag orka", true);
  expect(visit.text).toContain(words.placedSent);
  expect(visit.text).not.toContain(words.placed);
});

it.each(["nej", "vet inte", "ja gärna, vi skriver"])("%s is no text of a letter", (text) => {
  expect(visit.card.take(text)).toBe("back");
  expect(visit.state.draft.answers).toEqual({});
  expect(visit.text).toContain(text.startsWith("ja") ? words.sayMore : words.nothingToSay);
});

it("at the review the buttons choose, and the words are given back", () => {
  visit.press(words.skip);
  expect(visit.card.take("ändra det svåra")).toBe("back");
  expect(visit.composer).toBe("ändra det svåra");
  expect(visit.text).toContain(words.atReview);
});

it.each(["tack så mycket", "Hej!"])("%s answers nothing and is for the chat, at the review too", (text) => {
  expect(visit.card.take(text)).toBe("placed");
  visit.press(words.save);
  visit.card.take(text);
  expect(visit.sent).toEqual([text, text]);
  expect(visit.state.draft.answers).toEqual({});
  expect(visit.composer).toBe("");
});

it("a day in words is given back, with what to fill in", () => {
  const step = { id: "dates", title: "", question: "När är mötet?", field: "dates" } as const;
  visit = new Visit({ ...definition, steps: [step, ...definition.steps] });
  expect(visit.card.take("fredag 12.3 kl halv tre")).toBe("back");
  expect(visit.text).toContain(words.atDates);
  expect(visit.composer).toBe("fredag 12.3 kl halv tre");
});
