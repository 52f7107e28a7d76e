import { expect, it } from "vitest";
import vectors from "../../../tests/tasks/also_told.json";
import type { Definition } from "../../src/tasks/definition";
import { answersIn } from "../../src/tasks/placing";
import { words } from "../../src/tasks/words";
import { Visit } from "./visit";

const definition = {
  id: "draft",
  title: "",
  letter: "request",
  steps: [...vectors.steps, { id: "review", title: "", question: "Stämmer det?", field: "review" }],
} as unknown as Definition;
const stepOf = (id: string) => definition.steps.find((step) => step.id === id)!;

/** As `tests/tasks/test_also_told.py` holds the service to the same rows. */
it.each(vectors.rows)("$text answers what follows from it too", ({ step, text, before = {}, answers }) => {
  expect(answersIn(definition, before, stepOf(step), text)).toEqual(answers);
});

it.each(vectors.rows.filter(({ step }) => step === "who"))(
  "after $text the next question is $next",
  ({ text, answers, next }) => {
    const visit = new Visit(definition);
    expect(visit.card.take(text)).toBe("placed");
    visit.press(words.save);
    expect(visit.state.draft.answers).toEqual(answers);
    expect(visit.state.step).toBe(next);
  },
);

it("says what was filled in beside the answer, and undo takes all of it back", () => {
  const visit = new Visit(definition);
  visit.card.take("min mamma");
  expect(visit.text).toContain("Vem det är: Min mamma");
  visit.press(words.undo);
  expect(visit.state.draft.answers).toEqual({});
  expect(visit.composer).toBe("min mamma");
});

it("undo gives back the relation that stood there before", () => {
  const visit = new Visit(definition);
  visit.card.take("min syster");
  visit.press(words.save);
  visit.press(words.back);
  visit.press(words.back);
  visit.card.take("min mamma");
  expect(visit.state.draft.answers).toEqual({ who: "relative", relation: "mother" });
  visit.press(words.undo);
  expect(visit.state.draft.answers).toEqual({ who: "relative", relation: "sister" });
});

it("asks a question that was answered before when one goes back to it", () => {
  const visit = new Visit(definition);
  visit.card.take("min mamma");
  visit.press(words.save);
  visit.press(words.back);
  expect(visit.state.step).toBe("relation");
  expect(visit.card.take("min pappa")).toBe("placed");
});

it("words at a choice that name none of it are given back whole", () => {
  const visit = new Visit(definition);
  visit.card.take("närstående");
  visit.press(words.save);
  expect(visit.card.take("Hon ramlar ofta")).toBe("back");
  expect(visit.composer).toBe("Hon ramlar ofta");
  expect(visit.state.draft.answers).toEqual({ who: "relative" });
});
