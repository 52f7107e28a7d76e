import { button, h } from "../../dom";
import { fill } from "../../fill";
import { words } from "../words";
import type { Field } from "./field";

export interface RowsOptions<T> {
  values: T[];
  blank: T;
  addLabel: string;
  /** Builds one row; `number` starts at 1. */
  row(value: T, number: number): Field;
  /** The name of a row for its "Ta bort" button. */
  name(number: number): string;
  naming: Record<string, string>;
}

/** Rows that are added and removed one at a time. Focus follows: to the new row, or to "add" after a removal. */
export function rowsField<T>({ values, blank, addLabel, row, name, naming }: RowsOptions<T>): Field {
  const list = h("ol", { class: "rows", role: "list" });
  let fields: { item: HTMLElement; field: Field }[] = [];
  const changed = (): void => void list.dispatchEvent(new Event("input", { bubbles: true }));

  const append = (value: T): HTMLElement => {
    const number = fields.length + 1;
    const field = row(value, number);
    const remove = button(
      words.remove,
      () => {
        fields = fields.filter((other) => other.item !== item);
        item.remove();
        add.focus();
        changed();
      },
      { class: "small", "aria-label": fill(words.removeNamed, { name: name(number) }) },
    );
    const item = h("li", { class: "item" }, field.element, remove);
    fields.push({ item, field });
    list.append(item);
    return item;
  };

  const add = button(
    addLabel,
    () => {
      append(blank).querySelector<HTMLElement>("input, textarea")?.focus();
    },
    { class: "small" },
  );
  for (const value of values.length ? values : [blank]) append(value);
  return {
    element: h("div", { role: "group", ...naming }, list, add),
    read: () => fields.map(({ field }) => field.read()),
  };
}
