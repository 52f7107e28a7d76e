import { contactCards } from "./contacts";
import type { BotMessage } from "./contract";
import { button, h } from "./dom";
import { formatted, marked, plain } from "./messages";
import { outsideLink, sourceList } from "./sources";
import { listenButton } from "./speech";
import { texts } from "./texts";

export interface AnswerActions {
  /** The full address of a page of the service. */
  page(path: string): string;
  send(payload: string, title: string): void;
  speak(text: string): void;
  tell(text: string): void;
  address(path: string): string;
}

/** A button that unfolds a longer or easier form which came with the answer, or asks the service for it. */
function formButton(label: string, payload: string, form: string | undefined, place: HTMLElement, actions: AnswerActions): HTMLElement {
  if (!form) return button(label, () => actions.send(payload, label), { class: "asks" });
  const text = h("div", { class: "form", hidden: true }, ...formatted(form));
  place.append(text);
  const toggle = button(label, () => {
    text.hidden = !text.hidden;
    toggle.setAttribute("aria-expanded", String(!text.hidden));
    if (!text.hidden) actions.speak(plain(form));
  }, { "aria-expanded": "false" });
  return toggle;
}

function copyButton(text: string, actions: AnswerActions): HTMLElement | null {
  if (!navigator.clipboard) return null;
  return button(texts.copy, () => {
    navigator.clipboard.writeText(text).then(
      () => actions.tell(texts.copied),
      () => actions.tell(texts.copyFailed),
    );
  });
}

function tools(message: BotMessage, forms: HTMLElement, actions: AnswerActions): HTMLElement | null {
  const { sources, contacts, forms: given, paragraphs } = message.custom ?? {};
  const factual = sources?.length && !contacts?.length;
  if (!message.text || !(factual || given)) return null;
  const text = plain(message.text);
  if (paragraphs) return h("div", { class: "tools", part: "tools" }, copyButton(text, actions));
  return h(
    "div",
    { class: "tools", part: "tools" },
    formButton(texts.more, "/mer", given?.more, forms, actions),
    formButton(texts.easier, "/forklara-enklare", given?.easy, forms, actions),
    listenButton(() => [text, forms.innerText].join("\n")),
    copyButton(text, actions),
    given?.url && outsideLink(actions.page(given.url), texts.readPage),
  );
}

/** One bot message: text, contacts, sources and what can be done with them. */
export function answer(message: BotMessage, actions: AnswerActions): HTMLElement {
  const { topic, sources, contacts, paragraphs } = message.custom ?? {};
  const crisis = topic === "kris";
  const forms = h("div", {});
  return h(
    "div",
    { class: crisis ? "bubble bot crisis" : "bubble bot", part: crisis ? "bot-message crisis" : "bot-message" },
    crisis && h("h4", {}, texts.crisis),
    ...marked(formatted(message.text ?? ""), paragraphs),
    forms,
    contacts?.length ? contactCards(contacts, actions.address) : null,
    crisis ? null : tools(message, forms, actions),
    !crisis && sources?.length ? sourceList(sources) : null,
  );
}
