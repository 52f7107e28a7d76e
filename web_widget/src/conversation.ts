import type { AnswerActions } from "./answer";
import { bubble } from "./bubble";
import type { ChatFile } from "./chat-file";
import type { BotMessage } from "./contract";
import { button, h, hiddenText } from "./dom";
import { formatted } from "./messages";
import type { Saving } from "./saving";
import type { BotEntry, TaskId, UserEntry } from "./storage";
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
  private readonly users = new Map<UserEntry, HTMLElement>();
  private readonly failures = new Map<UserEntry | undefined, HTMLElement>();
  private saveOffer: HTMLElement | null = null;
  private question = "";
  private restored = false;
  private chat: ChatFile | undefined;

  constructor(
    private readonly actions: AnswerActions,
    private readonly saving: () => Saving | undefined,
    /** A task that is open beside the answers, if there is one, and the way back to it. */
    private readonly task: { beside(): TaskId | undefined; focus(): void },
  ) {
    let atEnd = true;
    this.element.addEventListener("scroll", () => {
      const { scrollTop, scrollHeight, clientHeight } = this.element;
      atEnd = scrollHeight - scrollTop - clientHeight < 8;
    });
    new ResizeObserver(() => atEnd && this.scroller === this.element && this.scrollToEnd()).observe(
      this.element,
    );
  }

  /** From now on answers are shown with all that belongs to them; before, as their text alone. */
  use(chat: ChatFile): void {
    this.chat = chat;
  }

  clear(): void {
    this.list.replaceChildren();
    this.taskPlace.replaceChildren();
    this.choices = this.saveOffer = null;
    this.users.clear();
    this.failures.clear();
    this.question = "";
    this.restored = false;
  }

  /** What is added from now on is new to the reader. */
  markRestored(): void {
    this.restored = this.list.childElementCount > 0;
  }

  addUser(entry: UserEntry): void {
    this.startTurn();
    const bubble = h(
      "li",
      { class: "bubble user", part: "user-message" },
      hiddenText(`${texts.you} `),
      h("bdi", {}, entry.text),
    );
    this.users.set(entry, bubble);
    this.append(bubble);
    this.scrollToEnd();
  }

  /** `toCard`: the answer opened a card, and the card is what to look at. */
  addBot({ messages }: BotEntry, toCard = false): void {
    if (messages.length) this.startTurn();
    else {
      this.endOffers();
      this.scrollTo(this.taskPlace);
      return;
    }
    for (const old of this.list.querySelectorAll(".latest")) old.classList.remove("latest");
    const parts = messages.map((message) => this.answer(message));
    const turn = h("li", { class: "turn latest" }, h("h3", { class: "only-heard" }, texts.bot), ...parts);
    this.append(turn);
    this.offer(messages, !toCard);
    this.offerSaving(messages);
    this.scrollTo(toCard ? this.taskPlace : turn);
  }

  private answer(message: BotMessage): HTMLElement {
    return this.chat?.answer(message, this.actions) ?? bubble("", ...formatted(message.text ?? ""));
  }

  /** Shows that a message was not sent, with a way to send it again; each keeps its own. */
  fail(entry: UserEntry | undefined, { retry, edit }: Failure): void {
    this.succeed(entry);
    const again = (): void => {
      this.element.focus({ preventScroll: true });
      this.succeed(entry);
      retry();
    };
    const failure = h(
      "li",
      { class: "failure", part: "failure" },
      h("span", {}, texts.notSent),
      button(texts.retry, again),
      edit && button(texts.edit, () => (this.succeed(entry), edit())),
    );
    this.failures.set(entry, failure);
    const bubble = entry && this.users.get(entry);
    if (bubble) bubble.after(failure);
    else this.append(failure);
    this.scrollToEnd();
  }

  private succeed(entry: UserEntry | undefined): void {
    this.failures.get(entry)?.remove();
    this.failures.delete(entry);
  }

  /** Takes the offer to save a question away, when it is answered. */
  endOffer(): void {
    this.element.focus({ preventScroll: true });
    this.saveOffer?.remove();
  }

  removeUser(entry: UserEntry): void {
    this.succeed(entry);
    this.users.get(entry)?.remove();
    this.users.delete(entry);
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
    this.chat?.showInPage(item);
  }

  /** In a low window the panel scrolls as a whole. */
  private get scroller(): HTMLElement {
    const panel = this.element.parentElement;
    return panel && getComputedStyle(this.element).overflowY === "visible" ? panel : this.element;
  }

  /** What was offered last is no longer to be chosen. */
  private endOffers(): void {
    this.succeed(undefined);
    this.choices?.remove();
    this.saveOffer?.remove();
    this.choices = this.saveOffer = null;
  }

  private startTurn(): void {
    this.endOffers();
    if (!this.restored) return;
    this.restored = false;
    this.append(h("li", { class: "divider" }, h("h3", {}, texts.newMessages)));
  }

  private offer(messages: BotMessage[], goBack: boolean): void {
    const task = goBack && this.task.beside();
    const buttons = messages.flatMap((message) => message.buttons ?? []);
    if (!buttons.length && !task) return;
    const asked = this.chat?.stepChoices(messages, (title, payload) => this.choose(title, payload));
    const items = buttons.map(({ title, payload }) =>
      h(
        "li",
        {},
        button(title, () => this.choose(title, payload), { part: "suggestion" }),
      ),
    );
    this.choices = h(
      "li",
      {},
      task && h("p", { class: "actions" }, this.backTo(task)),
      ...(asked ?? []),
      !asked &&
        items.length > 0 &&
        h("ul", { class: "suggestions", part: "suggestions", "aria-label": texts.suggestions }, ...items),
    );
    this.append(this.choices);
  }

  private backTo(task: TaskId): HTMLElement {
    return button(texts.backToTask[task], () => this.task.focus(), { class: "main" });
  }

  private offerSaving(messages: BotMessage[]): void {
    const words = messages.map(({ custom }) => custom?.may_save).find((found) => found !== undefined);
    const question = words === undefined ? "" : words || this.question;
    this.question = question;
    const saving = this.saving();
    if (!question || !this.chat || !saving?.mayAsk(question)) return;
    this.saveOffer = this.chat.saveOffer(question, {
      save: (text) => saving.save(text, question),
      decline: () => saving.decline(),
    });
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
