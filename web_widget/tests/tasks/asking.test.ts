import { describe, expect, it } from "vitest";
import rows from "../../../tests/tasks/asking.json";
import {
  agrees,
  asks,
  isCommand,
  isForChat,
  isSteering,
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
