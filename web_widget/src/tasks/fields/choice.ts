import { h, uniqueId } from "../../dom";
import type { Choices, Option } from "../definition";
import { words } from "../words";
import type { Field, FieldContext } from "./field";
import { line } from "./list";

/** One radio or checkbox with its label as one large target. */
export function pick(
  type: "radio" | "checkbox",
  name: string,
  { id, label }: Option,
  checked: boolean,
): HTMLElement {
  return h("label", { class: "pick" }, h("input", { type, name, value: id, checked }), h("span", {}, label));
}

/** Radios in a group; `labelledBy` is an id, or `label` a text of its own. */
export function radios(options: Option[], value: string, naming: Record<string, string>): Field {
  const name = uniqueId("radio");
  const element = h(
    "div",
    { class: "picks", role: "radiogroup", ...naming },
    ...options.map((option) => pick("radio", name, option, option.id === value)),
  );
  return { element, read: () => element.querySelector<HTMLInputElement>("input:checked")?.value };
}

export function choiceField({ step, value, questionId }: FieldContext): Field {
  return radios(step.options ?? [], typeof value === "string" ? value : "", {
    "aria-labelledby": questionId,
  });
}

export function choicesField({ step, value, questionId }: FieldContext): Field {
  const { chosen, other } = (value as Choices | undefined) ?? { chosen: [], other: "" };
  const free = line(words.other, other);
  const boxes = (step.options ?? []).map((option) =>
    pick("checkbox", "", option, chosen.includes(option.id)),
  );
  const element = h(
    "div",
    { class: "picks", role: "group", "aria-labelledby": questionId },
    ...boxes,
    free.element,
  );
  return {
    element,
    read: (): Choices => ({
      chosen: [...element.querySelectorAll<HTMLInputElement>("input:checked")].map((box) => box.value),
      other: free.read() as string,
    }),
  };
}
