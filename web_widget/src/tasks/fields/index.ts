import type { FieldKind } from "../definition";
import { actorsField } from "./actors";
import { choiceField, choicesField } from "./choice";
import { datesField } from "./dates";
import type { Field, FieldContext } from "./field";
import { goalsField } from "./goals";
import { listField } from "./list";
import { recipientField } from "./recipient";
import { longTextField, textField } from "./text";

/** The field of each kind of question; the review is no field. */
export const fields: Record<Exclude<FieldKind, "review">, (context: FieldContext) => Field> = {
  choice: choiceField,
  choices: choicesField,
  text: textField,
  long_text: longTextField,
  list: listField,
  goals: goalsField,
  actors: actorsField,
  recipient: recipientField,
  dates: datesField,
};
