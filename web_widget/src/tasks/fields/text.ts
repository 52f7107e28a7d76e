import { h } from "../../dom";
import type { Field, FieldContext } from "./field";

export function textField({ value, questionId }: FieldContext): Field {
  const element = h("input", {
    class: "field",
    type: "text",
    dir: "auto",
    autocomplete: "off",
    "aria-labelledby": questionId,
    value: typeof value === "string" ? value : "",
  });
  return wrapped(element);
}

export function longTextField({ value, questionId }: FieldContext): Field {
  const element = h("textarea", { rows: 5, dir: "auto", "aria-labelledby": questionId });
  element.value = typeof value === "string" ? value : "";
  return wrapped(element);
}

function wrapped(box: HTMLInputElement | HTMLTextAreaElement): Field {
  return { element: h("div", {}, box), read: () => box.value.trim() };
}
