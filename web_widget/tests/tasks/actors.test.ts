import { expect, it } from "vitest";
import vectors from "../../../tests/tasks/inviting.json";
import type { Actor, Step } from "../../src/tasks/definition";
import { actorsField, sideNote } from "../../src/tasks/fields/actors";
import type { Field, FieldContext } from "../../src/tasks/fields/field";
import { placed } from "../../src/tasks/placing";
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

const step = { id: "x", title: "", question: "", field: "actors", options: vectors.options } as Step;
const rows = (vectors.rows as { text: string; before?: string[] }[]).filter(
  ({ text }) => !text.includes("\n"),
);

function opened(value?: unknown): Field & { box: HTMLInputElement } {
  const field = actorsField({
    step,
    value,
    questionId: "q",
    hasIdentityNumber: (text) => text.startsWith("19121212"),
  } as FieldContext);
  document.body.replaceChildren(field.element);
  return { ...field, box: field.element.querySelector<HTMLInputElement>("input[type=text]")! };
}

function press(label: string): void {
  [...document.querySelectorAll("button")].find(({ textContent }) => textContent === label)!.click();
}

/** As the message field and the service read the same words. */
it.each(rows)("the box for somebody else reads “$text” as the chat does", ({ text, before }) => {
  const already = before?.map((name): Actor => ({ name, side: "kommun", invite: "ja" }));
  const { box, read } = opened(already);
  box.value = text;
  press(words.addActor);
  const expected = placed(step, already, text) as Actor[];
  expect(read()).toEqual(expected);
  expect(opened(expected).read()).toEqual(expected);
});

it("a no in the box invites nobody, and unticks nobody else", () => {
  const { box, element, read } = opened([{ name: "BUP", side: "region", invite: "ja" }]);
  box.value = "inte BUP, men inte hans syster";
  press(words.addActor);
  expect(read()).toEqual([
    { name: "BUP", side: "region", invite: "nej" },
    { name: "hans syster", side: "annan", invite: "nej" },
  ]);
  expect(element.querySelectorAll("input[type=checkbox]:checked")).toHaveLength(1);
  expect(box.value).toBe("");
});

it("a name in the box counts, also for who presses save at once", () => {
  const { box, read } = opened();
  box.value = "Grannen";
  expect(read()).toEqual([{ name: "Grannen", side: "annan", invite: "ja" }]);
});

it("an identity number in the box is no name, and stays there", () => {
  const { box, read } = opened();
  box.value = "19121212-1212";
  press(words.addActor);
  expect(read()).toEqual([]);
  expect(box.value).toBe("19121212-1212");
});

it("nothing in the box adds nobody", () => {
  const { read } = opened();
  press(words.addActor);
  expect(read()).toEqual([]);
});

it("who is unticked or taken away is gone", () => {
  const { element, read } = opened([
    { name: "BUP", side: "region", invite: "ja" },
    { name: "Grannen", side: "annan", invite: "ja" },
  ]);
  element.querySelector<HTMLInputElement>("input[type=checkbox]:checked")!.click();
  press(words.remove);
  expect(read()).toEqual([]);
});
