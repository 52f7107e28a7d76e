import { expect, it } from "vitest";
import type { Goal } from "../../src/tasks/definition";
import { isVague } from "../../src/tasks/vague";
import { example } from "./example";

const step = example.steps.find(({ id }) => id === "goals")!;
const goal = (words: string, more: Partial<Goal> = {}): Goal => ({
  goal: words,
  subgoals: [],
  when: "",
  ...more,
});

it.each(["Må bättre", "Jag vill må bättre!"])(
  "a goal nobody can tell is reached gets a question: %s",
  (words) => expect(isVague(step, goal(words))).toBe(true),
);

it("a goal that says more is left as it is", () => {
  expect(isVague(step, goal("Gå till affären själv"))).toBe(false);
  expect(isVague(step, goal("Må bättre", { subgoals: ["Sova sju timmar"] }))).toBe(false);
  expect(isVague(step, goal("Må bättre så att jag orkar gå till affären själv"))).toBe(false);
});
