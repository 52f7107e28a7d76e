import { describe, expect, it } from "vitest";
import rows from "../../../tests/tasks/asking.json";
import {
  agrees,
  answerBefore,
  asks,
  isCommand,
  isForChat,
  isSteering,
  onlyOpens,
  saysNothing,
  toldBefore,
} from "../../src/tasks/asking";
import type { Step } from "../../src/tasks/definition";

describe("a question to the chat is told from an answer, as the service does it", () => {
  it.each(rows.asks)("asks: %s", (text) => expect(asks(text)).toBe(true));
  it.each(rows.tells)("tells: %s", (text) => expect(asks(text)).toBe(false));
  it.each(rows.commands)("command: %s", (text) => expect(isCommand(text)).toBe(true));
  it.each(rows.notCommands)("no command: %s", (text) => expect(isCommand(text)).toBe(false));
  it.each(rows.steering)("steers: %s", (text) => expect(isSteering(text)).toBe(true));
  it.each(rows.agrees)("agrees: %s", (text) => expect(agrees(text)).toBe(true));
  it.each(rows.agreesNot)("does not agree: %s", (text) => expect(agrees(text)).toBe(false));
  it.each(rows.saysNothing)("says nothing: %s", (text) => expect(saysNothing(text)).toBe(true));
  it.each(rows.saysSomething)("says something: %s", (text) => expect(saysNothing(text)).toBe(false));
  it.each(rows.onlyOpens)("only opens: %s", (text) => expect(onlyOpens(text)).toBe(true));
  it.each(rows.opensAndTells)("tells too: %s", (text) => expect(onlyOpens(text)).toBe(false));
  it.each(rows.toldBefore)("tells before its question: %s", (text, told) =>
    expect(toldBefore(text)).toBe(told),
  );
  it.each(rows.notSteering)("does not steer: %s", (text) => expect(isSteering(text)).toBe(false));
});

const step: Step = {
  id: "situation",
  title: "",
  question: "Vad är svårt just nu? Skriv kort.",
  field: "long_text",
};

it("takes the step's own question, repeated before the answer, as the answer", () => {
  expect(isForChat(step, "Vad är svårt? Allt. Jag orkar inte")).toBe(false);
  expect(isForChat(step, "Vad är svårt?")).toBe(true);
});

it("takes questions as answers where questions are asked for", () => {
  expect(isForChat({ ...step, takes_questions: true }, "Vem ringer jag?")).toBe(false);
});

it.each([
  ["list", "farmor, får hon vara med?", "farmor", "får hon vara med?"],
  ["choices", "arabiska, kostar tolken något?", "arabiska", "kostar tolken något?"],
  ["goals", "sova. vad kostar det?", "sova", "vad kostar det?"],
  ["long_text", "Att sova. Hur länge ska man vänta?", "Att sova.", "Hur länge ska man vänta?"],
  ["text", "hej, vad kostar det?", "hej, vad kostar det?", ""],
  ["long_text", "mamma, får hon nej?", "mamma, får hon nej?", ""],
] as const)("at a step of %s, %s is an answer and a question", (field, text, answer, question) => {
  expect(answerBefore({ ...step, question: "", field }, text)).toEqual([answer, question]);
});
