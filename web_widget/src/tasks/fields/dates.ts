import { h, uniqueId } from "../../dom";
import type { Occasion, Option } from "../definition";
import { words } from "../words";
import type { Field, FieldContext } from "./field";

function box(
  type: "date" | "time",
  label: string,
  value: string,
): { element: HTMLElement; box: HTMLInputElement } {
  const id = uniqueId(type);
  const input = h("input", { class: "field", type, id, value });
  return { element: h("div", {}, h("label", { for: id }, label), input), box: input };
}

function dayField({ id, label }: Option, saved: Occasion | undefined): Field {
  const day = box("date", words.day, saved?.date ?? "");
  const time = box("time", words.time, saved?.time ?? "");
  return {
    element: h(
      "div",
      { class: "item stack", role: "group", "aria-label": label },
      h("h4", {}, label),
      h("div", { class: "pair" }, day.element, time.element),
    ),
    read: () => ({ what: id, date: day.box.value, time: time.box.value.slice(0, 5) }),
  };
}

/** The days of a meeting and its follow-up; a day left empty is left out. */
export function datesField({ step, value, questionId }: FieldContext): Field {
  const saved = Array.isArray(value) ? (value as Occasion[]) : [];
  const days = (step.options ?? []).map((option) =>
    dayField(
      option,
      saved.find(({ what }) => what === option.id),
    ),
  );
  return {
    element: h(
      "div",
      { class: "stack", role: "group", "aria-labelledby": questionId },
      ...days.map(({ element }) => element),
    ),
    read: () => days.map((day) => day.read() as Occasion).filter(({ date }) => date),
  };
}
