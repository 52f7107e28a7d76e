import { button, h } from "../../dom";
import type { Recipient } from "../definition";
import { words } from "../words";
import { radios } from "./choice";
import type { Field, FieldContext } from "./field";
import { line } from "./list";

const OTHER = "";

/** The recipient: one of the contacts that the conversation has shown, or a name of one's own. */
export function recipientField({ value, questionId, contacts, findContact }: FieldContext): Field {
  const saved = value as Recipient | undefined;
  const known = contacts.find(({ id }) => id === saved?.id);
  const name = line(words.recipientName, known ? "" : (saved?.name ?? ""));
  const options = [...contacts.map(({ id, name: label }) => ({ id, label })), { id: OTHER, label: words.recipientOther }];
  const choice = radios(options, known?.id ?? OTHER, { "aria-label": words.recipientChoose });
  const showName = (): void => void (name.element.hidden = contacts.length > 0 && choice.read() !== OTHER);
  choice.element.addEventListener("change", showName);
  showName();
  return {
    element: h(
      "div",
      { class: "stack", role: "group", "aria-labelledby": questionId },
      contacts.length > 0 && choice.element,
      name.element,
      button(words.findRecipient, findContact, { class: "small" }),
    ),
    read: (): Recipient => {
      const chosen = contacts.find(({ id }) => id === choice.read());
      return chosen ? { id: chosen.id, name: chosen.addressed ?? chosen.name, kind: chosen.kind } : { name: name.read() as string };
    },
  };
}
