import type { Contact } from "../../contract";
import { button, h } from "../../dom";
import type { Recipient } from "../definition";
import { words } from "../words";
import { radios } from "./choice";
import type { Field, FieldContext } from "./field";
import { line } from "./list";

const OTHER = "";

/** The recipient: one of the contacts found by place, here or in the conversation, or a name of one's own. */
export function recipientField({ value, questionId, contacts, place, findContacts }: FieldContext): Field {
  const saved = value as Recipient | undefined;
  const name = line(words.recipientName, saved?.name ?? "");
  const nameBox = name.element.querySelector("input")!;
  const choices = h("div", {});
  let offered: Contact[] = [];
  let choice: Field | undefined;

  const showName = (): void => void (name.element.hidden = Boolean(choice && choice.read() !== OTHER));
  const offer = (found: Contact[], chosen: string): void => {
    offered = found;
    const options = [
      ...found.map(({ id, name: label }) => ({ id, label })),
      { id: OTHER, label: words.recipientOther },
    ];
    choice = found.length ? radios(options, chosen, { "aria-label": words.recipientChoose }) : undefined;
    choice?.element.addEventListener("change", showName);
    choices.replaceChildren(...(choice ? [choice.element] : []));
    showName();
  };

  const known = contacts.find(({ id }) => id === saved?.id);
  if (known) nameBox.value = "";
  offer(contacts, known?.id ?? OTHER);
  return {
    element: h(
      "div",
      { class: "stack", role: "group", "aria-labelledby": questionId },
      choices,
      name.element,
      placeSearch(place, findContacts, (found) => {
        offer(found, OTHER);
        choices.querySelector<HTMLElement>("input")?.focus();
      }),
    ),
    read: (): Recipient => {
      const chosen = offered.find(({ id }) => id === choice?.read());
      return chosen
        ? { id: chosen.id, name: chosen.addressed ?? chosen.name, kind: chosen.kind }
        : { name: name.read() as string };
    },
  };
}

/** Finds recipients by place; says what is missing beside the field. */
function placeSearch(
  remembered: string,
  find: FieldContext["findContacts"],
  found: (contacts: Contact[]) => void,
): HTMLElement {
  const place = line(words.recipientPlace, remembered);
  const box = place.element.querySelector("input")!;
  box.dataset.aside = "";
  const told = h("p", { class: "fine", role: "status" });
  const several = h("p", { class: "actions" });
  const search = async (where: string): Promise<void> => {
    if (!where) return box.focus();
    told.textContent = "";
    several.replaceChildren();
    try {
      const { contacts, question, choices } = await find(where);
      if (contacts.length) found(contacts);
      else told.textContent = question || words.recipientNone;
      several.append(
        ...choices.map(({ code, label }) => button(label, () => void search(code), { class: "small" })),
      );
    } catch {
      told.textContent = words.recipientFailed;
    }
  };
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    void search(box.value.trim());
  });
  return h(
    "details",
    { open: true },
    h("summary", {}, words.findRecipient),
    place.element,
    h("p", { class: "fine" }, words.recipientNote),
    button(words.recipientShow, () => void search(box.value.trim()), { class: "small" }),
    told,
    several,
  );
}
