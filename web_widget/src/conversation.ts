import { answer, type AnswerActions } from "./answer";
import type { BotMessage, Button } from "./contract";
import { button, h, hiddenText } from "./dom";
import { saveOffer } from "./save-offer";
import type { Saving } from "./saving";
import type { BotEntry, UserEntry } from "./storage";
import { texts } from "./texts";

const SCROLL_MARGIN_PX = 8;
const HEADER_MARGIN_PX = 72;

export interface Failure {
  retry(): void;
  edit?: () => void;
}

/** The visible log. It holds no live region: what is new is spoken by the announcer alone. */
export class Conversation {
  private readonly list = h("ol", { class: "log", role: "list" });
  readonly taskPlace = h("div", { class: "task-place" });
  readonly element = h(
    "div",
    { class: "scroll", part: "log", role: "region", "aria-label": texts.log, tabindex: 0 },
    this.list,
    this.taskPlace,
  );
  private choices: HTMLElement | null = null;
  private failure: HTMLElement | null = null;
  private saveOffer: HTMLElement | null = null;
  private question = "";
  private restored = false;

  constructor(private readonly actions: AnswerActions, private readonly saving: () => Saving) {
    let atEnd = true;
    this.element.addEventListener("scroll", () => {
      const { scrollTop, scrollHeight, clientHeight } = this.element;
      atEnd = scrollHeight - scrollTop - clientHeight < 8;
    });
    new ResizeObserver(() => atEnd && this.scroller === this.element && this.scrollToEnd()).observe(this.element);
  }

  clear(): void {
    this.list.replaceChildren();
    this.taskPlace.replaceChildren();
    this.choices = this.failure = this.saveOffer = null;
    this.question = "";
    this.restored = false;
  }

  /** What is added from now on is new to the reader. */
  markRestored(): void {
    this.restored = this.list.childElementCount > 0;
  }

  addUser({ text }: UserEntry): void {
    this.startTurn();
    this.append(h("li", { class: "bubble user", part: "user-message" }, hiddenText(`${texts.you} `), h("bdi", {}, text)));
    this.scrollToEnd();
  }

  addBot({ messages }: BotEntry): void {
    this.startTurn();
    if (!messages.length) return this.scrollTo(this.taskPlace);
    for (const old of this.list.querySelectorAll(".latest")) old.classList.remove("latest");
    const parts = messages.map((message) => answer(message, this.actions));
    const turn = h("li", { class: "turn latest" }, h("h3", { class: "only-heard" }, texts.bot), ...parts);
    this.append(turn);
    this.offer(messages.flatMap(({ buttons }) => buttons ?? []));
    this.offerSaving(messages);
    this.scrollTo(turn);
  }

  /** Shows that the last message was not sent, with a way to send it again. */
  fail({ retry, edit }: Failure): void {
    this.succeed();
    const again = (): void => {
      this.element.focus({ preventScroll: true });
      this.succeed();
      retry();
    };
    this.failure = h(
      "li",
      { class: "failure", part: "failure" },
      h("span", {}, texts.notSent),
      button(texts.retry, again),
      edit && button(texts.edit, () => (this.succeed(), edit())),
    );
    this.append(this.failure);
    this.scrollToEnd();
  }

  succeed(): void {
    this.failure?.remove();
    this.failure = null;
  }

  /** Takes the offer to save a question away, when it is answered. */
  endOffer(): void {
    this.element.focus({ preventScroll: true });
    this.saveOffer?.remove();
  }

  removeLastUser(): void {
    this.list.lastElementChild?.matches(".user") && this.list.lastElementChild.remove();
  }

  scrollToEnd(): void {
    this.scroller.scrollTop = this.element.scrollHeight;
  }

  /** Long content is shown from its first line, not its last. */
  scrollTo(item: HTMLElement): void {
    this.scrollToEnd();
    const margin = this.scroller === this.element ? SCROLL_MARGIN_PX : HEADER_MARGIN_PX;
    const above = this.scroller.getBoundingClientRect().top - item.getBoundingClientRect().top;
    if (above > -margin) this.scroller.scrollTop -= above + margin;
  }

  /** In a low window the panel scrolls as a whole. */
  private get scroller(): HTMLElement {
    const panel = this.element.parentElement;
    return panel && getComputedStyle(this.element).overflowY === "visible" ? panel : this.element;
  }

  private startTurn(): void {
    this.succeed();
    this.choices?.remove();
    this.saveOffer?.remove();
    this.choices = this.saveOffer = null;
    if (!this.restored) return;
    this.restored = false;
    this.append(h("li", { class: "divider" }, h("h3", {}, texts.newMessages)));
  }

  private offer(buttons: Button[]): void {
    if (!buttons.length) return;
    const items = buttons.map(({ title, payload }) => h("li", {}, button(title, () => this.choose(title, payload), { part: "suggestion" })));
    this.choices = h("li", {}, h("ul", { class: "suggestions", part: "suggestions", "aria-label": texts.suggestions }, ...items));
    this.append(this.choices);
  }

  private offerSaving(messages: BotMessage[]): void {
    const words = messages.map(({ custom }) => custom?.may_save).find((found) => found !== undefined);
    const question = words === undefined ? "" : words || this.question;
    this.question = question;
    const saving = this.saving();
    if (!question || !saving.mayAsk(question)) return;
    this.saveOffer = saveOffer(question, { save: (text) => saving.save(text, question), decline: () => saving.decline() });
    this.append(this.saveOffer);
  }

  private choose(title: string, payload: string): void {
    this.element.focus({ preventScroll: true });
    this.actions.send(payload, title);
  }

  private append(item: HTMLElement): void {
    this.list.append(item);
  }
}
