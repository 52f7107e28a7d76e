import { beforeEach, expect, it } from "vitest";
import vectors from "../../../tests/tasks/also_told.json";
import { anotherPerson } from "../../src/tasks/another-person";
import type { Definition } from "../../src/tasks/definition";
import { words } from "../../src/tasks/words";
import { Visit } from "./visit";

const definition = {
  id: "draft",
  title: "",
  letter: "request",
  steps: [
    ...vectors.steps.filter(({ id }) => id !== "writer"),
    { id: "review", title: "", question: "Stämmer det?", field: "review" },
  ],
} as unknown as Definition;
const mother = { who: "relative", relation: "mother" };

it.each([
  ["nej vänta det gäller min pappa inte mamma", "min pappa"],
  ["Det gäller jag själv!", "jag själv"],
  ["ändra vem det gäller", ""],
  ["fel person", ""],
  ["det gäller min mamma", undefined],
  ["Det gäller allt hemma", undefined],
  ["hon ramlar", undefined],
])("%s is about another: %s", (text, person) => {
  expect(anotherPerson(definition, mother, text)).toBe(person);
});

it("asks nothing of the kind before it is known whom it is about", () => {
  expect(anotherPerson(definition, {}, "det gäller min pappa")).toBeUndefined();
});

let visit: Visit;
beforeEach(() => {
  visit = new Visit(definition);
  visit.card.take("min mamma");
  visit.press(words.save);
  visit.write("Hon ramlar");
});

it("the card offers to change whom it is about, and comes back with all that was written", () => {
  visit.card.take("nej vänta det gäller min pappa inte mamma");
  visit.press(words.changePerson);
  expect(visit.state.step).toBe("who");
  visit.press(words.save);
  expect(visit.state.draft.answers).toEqual({
    who: "relative",
    relation: "father",
    situation: "Hon ramlar",
  });
  expect(visit.state.step).toBe("situation");
});

it("who only says that it is another is asked who", () => {
  visit.card.take("ändra vem det gäller");
  visit.press(words.changePerson);
  expect(visit.state.step).toBe("who");
  expect(visit.state.draft.answers).toEqual({ ...mother, situation: "Hon ramlar" });
});
