import type { HasIdentityNumber } from "../../chat-file";
import type { Contact } from "../../contract";
import type { FoundContacts } from "../find-contacts";
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
  hasIdentityNumber: HasIdentityNumber;
  contacts: Contact[];
  /** The name of the place of the visit, else empty. */
  place: string;
  findContacts(place: string): Promise<FoundContacts>;
}
