import { h, uniqueId } from "../../dom";
import { fill } from "../../fill";
import { isEmpty } from "../engine";
import { words } from "../words";
import type { Field, FieldContext } from "./field";
import { rowsField } from "./rows";

/** One line of text with its own label. */
export function line(label: string, value: string): Field {
  const id = uniqueId("line");
  const box = h("input", { class: "field", type: "text", id, dir: "auto", autocomplete: "off", value });
  return { element: h("div", {}, h("label", { for: id }, label), box), read: () => box.value.trim() };
}

export function lines(
  values: string[],
  addLabel: string,
  label: string,
  naming: Record<string, string>,
): Field {
  const name = (number: number): string => fill(label, { number });
  const rows = rowsField({
    values,
    blank: "",
    addLabel,
    naming,
    name,
    row: (value, number) => line(name(number), value),
  });
  return { element: rows.element, read: () => (rows.read() as string[]).filter((text) => !isEmpty(text)) };
}

export function listField({ value, questionId }: FieldContext): Field {
  return lines(Array.isArray(value) ? (value as string[]) : [], words.add, words.item, {
    "aria-labelledby": questionId,
  });
}
