import { describe, expect, it } from "vitest";
import {
  currentAnswers,
  firstUnanswered,
  isEmpty,
  progress,
  stepBeside,
  visibleSteps,
  worded,
} from "../../src/tasks/engine";
import { draft, example } from "./example";

const ids = (answers: Record<string, unknown>, letter?: string): string[] =>
  visibleSteps(example, draft(answers, letter)).map(({ id }) => id);

describe("the steps", () => {
  it("leave out a question that does not concern the one who writes", () => {
    expect(ids({ who: "self" })).toEqual(["who", "goals", "actors", "review"]);
    expect(ids({ who: "relative" })).toContain("told");
  });

  it("leave out a question that does not belong to the letter", () => {
    expect(ids({ who: "self" }, "withdrawal")).toEqual(["who", "review"]);
    expect(firstUnanswered(example, draft({ who: "self" }, "withdrawal"))).toBe("review");
    expect(firstUnanswered(example, draft({ who: "self" }))).toBe("goals");
  });

  it("go forth and back in order and stop at the ends", () => {
    expect(stepBeside(example, draft({ who: "self" }), "who", 1)?.id).toBe("goals");
    expect(stepBeside(example, draft({ who: "self" }), "goals", -1)?.id).toBe("who");
    expect(stepBeside(example, draft({}), "who", -1)).toBeUndefined();
    expect(stepBeside(example, draft({}), "review", 1)).toBeUndefined();
  });

  it("show how far one has come, without counting the review", () => {
    expect(progress(example, draft({ who: "self" }), "goals")).toEqual({ done: 2, total: 3 });
    expect(progress(example, draft({ who: "relative" }), "goals")).toEqual({ done: 3, total: 4 });
  });

  it("speak to the one who writes", () => {
    const goals = example.steps[2]!;
    expect(worded(example, goals, draft({ who: "relative" })).question).toBe("Vad vill personen?");
    expect(worded(example, goals, draft({ who: "self" })).question).toBe("Vad vill du?");
  });
});

describe("the answers in the letter", () => {
  it("leave out answers to questions that no longer exist, and empty ones", () => {
    const answers = { who: "self", told: "ja", goals: [{ goal: " ", subgoals: [], when: "" }] };
    expect(currentAnswers(example, draft(answers))).toEqual({ who: "self" });
  });

  it.each([undefined, "", "  ", [], [""], { chosen: [], other: "" }])("count %j as skipped", (value) =>
    expect(isEmpty(value)).toBe(true),
  );
  it.each(["a", ["a"], { chosen: ["x"], other: "" }])("count %j as answered", (value) =>
    expect(isEmpty(value)).toBe(false),
  );
});
