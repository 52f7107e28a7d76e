import { readFileSync } from "node:fs";
import { expect, it, vi } from "vitest";
import heard from "../../../tests/crisis/met_in_card.json";
import { withCareLine } from "../../src/tasks/care-line";
import { dangerDetector, type DangerWords } from "../../src/tasks/danger";
import { soundOf } from "../../src/tasks/danger-pieces";

const bytes = readFileSync("../actions/crisis/pieces.bin");
const sound = soundOf(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
const words: DangerWords = {
  vocabulary: [],
  harmless: "dor av skratt",
  alone: [],
  concern: [],
  acute: ["vill do"],
  limits: { acute: 1.5, urgent: 0.7, heavy: 0.3, believed: -1.1, noticed: -3 },
  said: { acute: "112", urgent: "112", heavy: "112" },
};

it.each(heard)("$text sounds as it does to the service", ({ text, acute, heavy }) => {
  expect(sound(text).acute).toBeCloseTo(acute, 2);
  expect(sound(text).heavy).toBeCloseTo(heavy, 2);
});

it("danger without its words is met, and what is calm is not", () => {
  const danger = dangerDetector(words, sound);
  expect(danger("tabletterna ligger framme, jag väntar bara tills barnen somnat")).toBe("acute");
  expect(danger("orkar snart inte mer asså, sover ingenting")).toBe("heavy");
  expect(danger("Jag vill kunna gå till affären själv")).toBeUndefined();
});

it("where the pieces cannot be had, the written patterns decide", () => {
  const danger = dangerDetector(words);
  expect(danger("jag vill dö")).toBe("acute");
  expect(danger("tabletterna ligger framme, jag väntar bara tills barnen somnat")).toBeUndefined();
});

it("who writes of danger in the form itself is met there, once the fingers rest, and nothing is taken away", () => {
  vi.useFakeTimers();
  const spoken: string[] = [];
  const form = document.createElement("form");
  form.innerHTML = '<textarea></textarea><p class="actions"></p>';
  withCareLine(
    form,
    (text) => (text.includes("dö") ? "Ring **112**" : ""),
    (text) => void spoken.push(text),
  );
  const box = form.querySelector("textarea")!;
  const write = (text: string): void => {
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    vi.runAllTimers();
  };
  write("jag vill dö");
  write("jag vill dö nu");
  expect(form.querySelector("a")?.getAttribute("href")).toBe("tel:112");
  expect(spoken).toEqual(["Ring 112"]);
  expect(box.value).toBe("jag vill dö nu");
  write("jag vill gå ut");
  expect(form.querySelector<HTMLElement>(".notice")?.hidden).toBe(true);
  vi.useRealTimers();
});
