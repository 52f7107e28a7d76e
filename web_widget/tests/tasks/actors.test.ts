import { expect, it } from "vitest";
import { sideNote } from "../../src/tasks/fields/actors";
import { words } from "../../src/tasks/words";

it("says gently when a side that the law needs is missing", () => {
  expect(sideNote([{ name: "BUP", side: "region", invite: "ja" }])).toBe(words.sideMissing.kommun);
  expect(
    sideNote([
      { name: "BUP", side: "region", invite: "ja" },
      { name: "LSS", side: "kommun", invite: "ja" },
    ]),
  ).toBe("");
  expect(sideNote([])).toBe("");
  expect(
    sideNote([
      { name: "LSS", side: "kommun", invite: "nej" },
      { name: "BUP", side: "region", invite: "ja" },
    ]),
  ).toBe(words.sideMissing.kommun);
});
