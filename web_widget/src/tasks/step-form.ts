import { button, h } from "../dom";
import type { Step } from "./definition";
import { isEmpty } from "./engine";
import { fields } from "./fields";
import type { FieldContext } from "./fields/field";
import { checked, mayBeKept } from "./validation";
import { words } from "./words";

export interface StepActions {
  /** Keeps what stands in the field now, while it is written. */
  keep(value: unknown): void;
  /** What stands there must not be kept: it is only remembered while the page is open. */
  hold(value: unknown): void;
  /** The answer is whole and may be kept. */
  save(value: unknown, form: HTMLElement): void;
  skip(): void;
  back: (() => void) | undefined;
}

/** The field of one question with the buttons that lead on. */
export function stepForm(context: FieldContext, saveLabel: string, actions: StepActions): HTMLElement {
  const { step } = context;
  const field = fields[step.field as Exclude<Step["field"], "review">](context);
  const skip = button("", actions.skip, { class: "quiet" });
  const nameSkip = (): void => void (skip.textContent = isEmpty(field.read()) ? words.skip : words.skipErase);
  const form = h(
    "form",
    { class: "stack", novalidate: true },
    field.element,
    h(
      "p",
      { class: "actions" },
      h("button", { type: "submit", class: "main" }, saveLabel),
      !step.required && skip,
      actions.back && button(words.back, actions.back, { class: "quiet" }),
    ),
  );
  nameSkip();
  const remember = (): void => {
    nameSkip();
    (mayBeKept(form, context.hasIdentityNumber) ? actions.keep : actions.hold)(field.read());
  };
  form.addEventListener("input", remember);
  form.addEventListener("change", remember);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const value = field.read();
    if (checked(form, context.hasIdentityNumber, Boolean(step.required) && isEmpty(value)))
      actions.save(value, form);
  });
  return form;
}
