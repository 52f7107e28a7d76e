import { describe, expect, it } from "vitest";
import { parseDraft } from "../../src/tasks/draft-file";
import { example } from "./example";

const file = (answers: unknown, letter = "request"): string =>
  JSON.stringify({ version: 1, letter, answers });

describe("a saved file", () => {
  it("comes back as it was saved", () => {
    const answers = {
      who: "self",
      goals: [{ goal: "Sova", subgoals: [], when: "" }],
      actors: [{ name: "BUP", side: "region", invite: "ja" }],
    };
    expect(parseDraft(file(answers), example)).toEqual({ version: 1, letter: "request", answers });
  });

  it("brings in nothing that the task does not know", () => {
    const answers = {
      who: "someone",
      unknown: "x",
      goals: "text",
      actors: [{ name: "BUP", side: "månen", invite: "ja" }],
    };
    expect(parseDraft(file(answers), example)?.answers).toEqual({});
  });

  it.each(["", "{", "[]", '{"version":2}', file({}, "<b>"), file({}, "prepare"), file("x")])(
    "that is something else is refused: %s",
    (text) => expect(parseDraft(text, example)).toBeUndefined(),
  );
});
