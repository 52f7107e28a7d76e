import { describe, expect, it } from "vitest";
import type { Step } from "../../src/tasks/definition";
import { answersIn, placed } from "../../src/tasks/placing";

const step = (field: Step["field"], options?: Step["options"]): Step => ({
  id: "x",
  title: "",
  question: "",
  field,
  ...(options ? { options } : {}),
});
const who = step("choice", [
  { id: "guardian", label: "Mitt barn", synonyms: ["barn", "jag är mamma till"] },
  { id: "relative", label: "Någon som står mig nära", synonyms: ["mamma", "min man"] },
]);
const consent = step("choices", [
  { id: "plan", label: "Göra en SIP", synonyms: ["ja till allt"] },
  { id: "share", label: "Dela det som behövs", synonyms: ["ja till allt"] },
  { id: "ask", label: "Fråga först" },
]);
const actors = step("actors", [{ id: "bup", label: "BUP", side: "region", synonyms: ["barnpsyk"] }]);

describe("words from the message field land in the answer and overwrite nothing", () => {
  it.each([
    [who, undefined, "min mamma", "relative"],
    [who, undefined, "jag är mamma till en pojke", "guardian"],
    [who, undefined, "hon ramlar", undefined],
    [consent, undefined, "Ja till allt!", { chosen: ["plan", "share"], other: "" }],
    [consent, undefined, "ja till allt, men inte BUP", { chosen: ["plan", "share"], other: "men inte BUP" }],
    [step("text"), "Min syster", "och min bror", "Min syster och min bror"],
    [step("long_text"), "Hon ramlar.", "Ingen kommer.", "Hon ramlar.\nIngen kommer."],
    [step("long_text"), undefined, "مرحبا", "مرحبا"],
    [step("list"), ["Sova"], "äta\n- gå ut", ["Sova", "äta", "gå ut"]],
    [
      step("goals"),
      [{ goal: "Sova", subgoals: [], when: "" }],
      "Gå ut",
      [
        { goal: "Sova", subgoals: [], when: "" },
        { goal: "Gå ut", subgoals: [], when: "" },
      ],
    ],
    [
      actors,
      [{ name: "Skolan", side: "annan", invite: "nej" }],
      "barnpsyk, soc",
      [
        { name: "Skolan", side: "annan", invite: "nej" },
        { name: "BUP", side: "region", invite: "ja" },
        { name: "soc", side: "annan", invite: "ja" },
      ],
    ],
    [
      step("choices", [{ id: "quiet", label: "Ett lugnt rum", synonyms: ["lugnt"] }]),
      { chosen: [], other: "Kaffe" },
      "lugnt, tolk på arabiska",
      { chosen: ["quiet"], other: "Kaffe, tolk på arabiska" },
    ],
    [step("recipient"), undefined, "Min vårdcentral", { name: "Min vårdcentral" }],
    [step("recipient"), { name: "Min vårdcentral" }, "Socialtjänsten", undefined],
    [step("dates"), undefined, "3 december", undefined],
    [step("review"), undefined, "klar", undefined],
  ])("%#", (asked, before, text, after) => expect(placed(asked, before, text)).toEqual(after));

  it("is not placed where it would be too long", () => {
    expect(placed(step("long_text"), "a".repeat(3990), "b".repeat(20))).toBeUndefined();
    expect(placed(actors, undefined, "x".repeat(301))).toBeUndefined();
  });
});

it.each([step("list"), actors, consent])("nothing but signs is no answer to $field", (asked) => {
  expect(answersIn({ id: "draft", title: "", steps: [asked] }, {}, asked, ";;;,,,")).toEqual({});
});
