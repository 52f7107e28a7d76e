import { beforeEach, expect, it } from "vitest";
import type { Contact } from "../../src/contract";
import { fill } from "../../src/fill";
import type { Definition } from "../../src/tasks/definition";
import { words } from "../../src/tasks/words";
import { example } from "./example";
import { Visit } from "./visit";

const definition: Definition = {
  ...example,
  steps: [
    { id: "recipient", title: "Till", question: "Vem ska ha det?", field: "recipient" },
    { id: "situation", title: "Svårt", question: "Vad är svårt?", field: "long_text" },
    ...example.steps.filter(({ id }) => ["goals", "review"].includes(id)),
  ],
};
let visit: Visit;

beforeEach(() => void (visit = new Visit(definition)));

it("contacts that the chat finds are offered at once", () => {
  visit.contacts = [{ id: "vc", name: "Vårdcentralen Björken" } as Contact];
  expect(visit.text).not.toContain("Vårdcentralen Björken");
  visit.card.refresh();
  expect(visit.text).toContain("Vårdcentralen Björken");
});

it("the form is left alone when the contacts are the same", () => {
  const form = document.querySelector("form");
  visit.card.refresh();
  expect(document.querySelector("form")).toBe(form);
});

it("an identity number stands in its field through a pause, and is not kept", () => {
  visit.press(words.skip);
  visit.write("19121212-1212");
  visit.card.pause();
  visit.card.focus();
  expect(document.querySelector("textarea")?.value).toBe("19121212-1212");
  expect(visit.kept).not.toContain("1212");
});

it("skipping takes the answer away and leads on", () => {
  visit.press(words.skip);
  visit.write("Hon ramlar ofta");
  visit.press(words.skipErase);
  expect(visit.state.step).toBe("goals");
  expect(visit.state.draft.answers).toEqual({});
});

it("a vague goal is asked about once, and may stay as it is", () => {
  for (const button of [words.skip, words.skip]) visit.press(button);
  visit.card.take("må bättre");
  visit.press(words.save);
  expect(visit.text).toContain(words.concrete);
  expect(visit.state.step).toBe("goals");
  visit.press(words.save);
  expect(visit.state.step).toBe("review");
});

it("a question that the review asked for leads back to the review", () => {
  for (let question = 0; question < 3; question += 1) visit.press(words.skip);
  document.querySelector<HTMLButtonElement>(".reviewed button")?.click();
  expect(visit.state.step).toBe("recipient");
  visit.choose("relative");
  visit.press(words.saveBack);
  expect(visit.state.step).toBe("review");
});

it("a person changed at the review is asked about further, and then comes the review", () => {
  visit = new Visit(example);
  visit.choose("self");
  visit.press(words.save);
  while (visit.state.step !== "review") visit.press(words.skip);
  visit.press(words.change + fill(words.changeNamed, { title: "Vem" }));
  visit.choose("relative");
  visit.press(words.saveBack);
  expect(visit.state.step).toBe("told");
  visit.press(words.skip);
  expect(visit.state.step).toBe("review");
});
