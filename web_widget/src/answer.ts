import { bubble } from "./bubble";
import { contactCards } from "./contacts";
import type { BotMessage } from "./contract";
import { button, h } from "./dom";
import { formatted, marked, plain } from "./messages";
import { ratingRow } from "./rating-row";
import { outsideLink, sourceList } from "./sources";
import { listenButton } from "./speech";
import { answerTexts } from "./answer-texts";

export interface AnswerActions {
  /** The full address of a page of the service. */
  page(path: string): string;
  send(payload: string, title: string): void;
  /** Resolves to false when it was not counted. */
  rate(message: BotMessage, helped: boolean): Promise<boolean>;
  speak(text: string): void;
  tell(text: string): void;
  address(path: string): string;
}

/** A button that unfolds a longer or easier form which came with the answer, or asks the service for it. */
function formButton(
  label: string,
  payload: string,
  form: string | undefined,
  place: HTMLElement,
  actions: AnswerActions,
): HTMLElement {
  if (!form) return button(label, () => actions.send(payload, label), { class: "asks" });
  const text = h("div", { class: "form", hidden: true }, ...formatted(form));
  place.append(text);
  const toggle = button(
    label,
    () => {
      text.hidden = !text.hidden;
      toggle.setAttribute("aria-expanded", String(!text.hidden));
      if (!text.hidden) actions.speak(plain(form));
    },
    { "aria-expanded": "false" },
  );
  return toggle;
}

function copyButton(text: string, actions: AnswerActions): HTMLElement | null {
  if (!navigator.clipboard) return null;
  return button(answerTexts.copy, () => {
    navigator.clipboard.writeText(text).then(
      () => actions.tell(answerTexts.copied),
      () => actions.tell(answerTexts.copyFailed),
    );
  });
}

function tools(message: BotMessage, forms: HTMLElement, actions: AnswerActions): HTMLElement | null {
  const { sources, contacts, forms: given, paragraphs } = message.custom ?? {};
  const factual = sources?.length && !contacts?.length;
  if (!message.text || !(factual || given)) return null;
  const text = plain(message.text);
  if (paragraphs) {
    const more = given?.url && outsideLink(actions.page(given.url), answerTexts.readEnglish);
    if (more) more.lang = "en";
    return h("div", { class: "tools", part: "tools" }, copyButton(text, actions), more);
  }
  return h(
    "div",
    { class: "tools", part: "tools" },
    formButton(answerTexts.more, "/mer", given?.more, forms, actions),
    formButton(answerTexts.easier, "/forklara-enklare", given?.easy, forms, actions),
    listenButton(() => [text, forms.innerText].join("\n")),
    copyButton(text, actions),
    given?.url && outsideLink(actions.page(given.url), answerTexts.readPage),
  );
}

/** The message's text; its list of doors as cards, which say the same and more. */
function body(message: BotMessage, actions: AnswerActions): HTMLElement[] {
  const { contacts, paragraphs } = message.custom ?? {};
  const parts = marked(formatted(message.text ?? ""), paragraphs);
  if (!contacts?.length) return parts;
  const doors = parts.findIndex(({ localName }) => localName === "ul");
  const cards = contactCards(contacts, actions.address);
  parts.splice(doors < 0 ? parts.length : doors, 1, cards);
  return parts;
}

/** One bot message: text, contacts, sources and what can be done with them. */
export function answer(message: BotMessage, actions: AnswerActions): HTMLElement {
  const { topic, sources, may_rate } = message.custom ?? {};
  const crisis = topic === "kris";
  const forms = h("div", {});
  return bubble(
    crisis ? " crisis" : "",
    crisis && h("h4", {}, answerTexts.crisis),
    ...body(message, actions),
    forms,
    crisis ? null : tools(message, forms, actions),
    !crisis && sources?.length ? sourceList(sources) : null,
    may_rate && ratingRow((helped) => actions.rate(message, helped)),
  );
}
