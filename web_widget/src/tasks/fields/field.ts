import type { Contact } from "../../contract";
import type { Step } from "../definition";

/** What every field gives the card: something to show and the answer it holds now. */
export interface Field {
  element: HTMLElement;
  read(): unknown;
}

export interface FieldContext {
  step: Step;
  value: unknown;
  /** The id of the question, which labels the field. */
  questionId: string;
  contacts: Contact[];
  findContact(): void;
}
