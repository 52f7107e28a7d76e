import { describe, expect, it } from "vitest";
import rows from "../../../../tests/drafting/both_engines.json";
import type { Definition, Goal } from "../../../src/tasks/definition";
import { worded } from "../../../src/tasks/engine";
import { compose } from "../../../src/tasks/letter/compose";
import { longDate } from "../../../src/tasks/letter/dates";
import type { Wordings } from "../../../src/tasks/letter/wordings";
import { isVague } from "../../../src/tasks/vague";
import { linesOf } from "../../../src/tasks/wording";

const definition = rows.task as unknown as Definition;
const words = { wordings: { request: rows.wording }, common: rows.common } as unknown as Wordings;
const step = (id: string) => definition.steps.find((known) => known.id === id)!;
const draft = (answers: object) => ({
  version: 1 as const,
  letter: "request",
  answers: answers as Record<string, unknown>,
});

/** As `tests/drafting/test_both_engines.py` holds the service to the same rows. */
describe("the letter in the browser and the letter of the service are one", () => {
  it.each(rows.cases)("$name", ({ name, answers }) => {
    const { blocks, aside } = compose(draft(answers), definition, words, new Date(2026, 11, 1));
    expect({ blocks, aside }).toEqual((rows.letters as Record<string, unknown>)[name]);
  });

  it.each(rows.vague)("$goals is vague: $vague", ({ goals, vague }) => {
    const written: Goal[] = goals.map((goal) => ({ goal, subgoals: [], when: "" }));
    expect(written.some((goal) => isVague(step("goals"), goal))).toBe(vague);
  });

  it.each(rows.reviews)("an answer to $step is read back", ({ step: id, value, lines }) => {
    expect(linesOf(step(id), value, "{day} klockan {time}")).toEqual(lines);
  });

  it.each(rows.questions)("$question", ({ answers, step: id, question }) => {
    expect(worded(definition, step(id), draft(answers)).question).toBe(question);
  });
});

it("a letter written at half past eleven in the evening in UTC bears the day it is in Sweden", () => {
  expect(longDate(new Date("2026-11-28T23:30:00Z"))).toBe("29 november 2026");
});
