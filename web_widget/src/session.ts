import type { BotMessage, Contact, Context } from "./contract";
import type { Announcer } from "./announcer";
import type { Conversation } from "./conversation";
import type { PlaceOfVisit } from "./place-of-visit";
import { spoken } from "./messages";
import { newId, type TabStore, type UserEntry } from "./storage";
import { taskOf, type TaskCards } from "./task-cards";
import { fill } from "./fill";
import { texts } from "./texts";
import type { Outcome, Transport } from "./transport";

export const BUSY_AFTER_MS = 400;

export interface SessionViews {
  conversation: Conversation;
  announcer: Announcer;
  tasks: TaskCards;
  /** True when what shows an answer is there; it knows an identity number too. */
  ready(): Promise<boolean>;
  /** There as soon as `ready`. */
  visited: () => PlaceOfVisit | undefined;
  giveBack(text: string, reason: string): void;
  answered(topic: string): void;
  /** The tab cannot keep the conversation. */
  unkept(): void;
}

/** One message on its way. Without `context` it is told which card is open when it leaves. */
interface Message {
  payload: string;
  id: string;
  context?: Context | undefined;
  entry?: UserEntry;
  done?: () => void;
}

type TaskOpening = NonNullable<ReturnType<typeof taskOf>> & { who?: string | undefined; begun: boolean };

/** Sends one message at a time and puts what happens into the store and the views. */
export class Session {
  private queue: Promise<void> = Promise.resolve();
  private generation = 0;

  constructor(
    private readonly store: TabStore,
    private readonly transport: Transport,
    private readonly views: SessionViews,
  ) {}

  /** Sends what the person wrote or chose. What answers the open card's question goes there and is not sent. */
  say(text: string, payload = text): void {
    if (payload === text && !this.chatAsks && this.views.tasks.take(text) !== "ask") return;
    this.ask(text, payload);
  }

  /** Sends words as a question of their own, whatever card is open. */
  askAside(text: string): void {
    this.ask(text, text, {});
  }

  private ask(text: string, payload: string, context?: Context): void {
    // Kept as failed until the answer is here, so that a reload in between offers to send it again.
    const entry: UserEntry = { from: "user", text, payload, state: "failed", id: newId() };
    if (!this.store.add(entry)) this.views.unkept();
    this.views.conversation.addUser(entry);
    const task = taskOf(payload);
    if (task) this.enqueue(() => this.openTask({ ...task, begun: true }, entry));
    else this.enqueue(() => this.exchange({ payload, context, entry, id: entry.id! }));
  }

  /** Opens a topic without a message from the person. `done` runs when the answer has come. */
  open(payload: string, who: string | undefined, done: () => void): void {
    const task = taskOf(payload);
    if (task) this.enqueue(() => this.openTask({ ...task, who, begun: false }));
    else this.enqueue(() => this.exchange({ payload, done, id: newId() }));
  }

  /** Offers to send a message again that a reload cut off. */
  offerRetry(entry: UserEntry): void {
    this.offer({ payload: entry.payload, id: entry.id ?? newId(), entry });
  }

  /** Answers that are still on their way belong to the erased conversation. */
  forget(): void {
    this.generation += 1;
    this.queue = Promise.resolve();
    this.views.announcer.tell("");
  }

  /** The contacts shown last. */
  contacts(): Contact[] {
    const entries = this.store.state.entries.flatMap((entry) => (entry.from === "bot" ? entry.messages : []));
    return entries.filter(({ custom }) => custom?.contacts?.length).pop()?.custom?.contacts ?? [];
  }

  private enqueue(work: () => Promise<void>): void {
    const generation = this.generation;
    this.queue = this.queue
      .then(() => (generation === this.generation ? work() : undefined))
      .catch(() => undefined);
  }

  /** True when the chat itself has asked something last, as for the place of a contact. */
  private get chatAsks(): boolean {
    const [last] = this.store.state.entries.slice(-1);
    return last?.from === "bot" && last.messages.some(({ custom }) => custom?.step);
  }

  private async exchange(message: Message, waited = false): Promise<void> {
    const { payload, entry, done, id } = message;
    const generation = this.generation;
    const { announcer, tasks, visited } = this.views;
    const busy = setTimeout(() => announcer.tell(texts.busy), BUSY_AFTER_MS);
    const context = message.context ?? (this.chatAsked(entry) ? {} : tasks.context());
    const outcome = (await this.views.ready())
      ? await this.transport.send(this.store.state.sender, payload, { ...context, ...visited()?.news() }, id)
      : this.transport.lost();
    clearTimeout(busy);
    if (generation !== this.generation) return;
    visited()?.answered(outcome);
    const messages =
      outcome.kind === "answer" ? outcome.messages : outcome.kind === "starting" ? outcome.meanwhile : [];
    if (entry && messages.some(({ custom }) => custom?.for_card) && this.handToCard(entry)) return;
    if (outcome.kind === "answer" || messages.length) {
      announcer.tell("");
      if (entry) entry.state = "sent";
      await this.receive(messages);
      done?.();
    } else if (outcome.kind === "starting" && !waited) {
      await this.waitAndResend(message);
    } else {
      this.report(outcome, message);
    }
  }

  private chatAsked(entry: UserEntry | undefined): boolean {
    const { entries } = this.store.state;
    const before = entries[(entry ? entries.indexOf(entry) : entries.length) - 1];
    return before?.from === "bot" && before.messages.some(({ custom }) => custom?.step);
  }

  /** The chat found that the words answer the card's question: they go there, and leave the conversation. */
  private handToCard(entry: UserEntry): boolean {
    const { conversation, announcer, tasks } = this.views;
    if (!tasks.isOpen) return false;
    announcer.tell("");
    conversation.removeUser(entry);
    this.drop(entry);
    tasks.take(entry.text, true);
    return true;
  }

  /** The card needs no chat: it is opened here, and nothing is sent. */
  private async openTask({ task, letter, who, begun }: TaskOpening, entry?: UserEntry): Promise<void> {
    const { conversation, announcer, tasks } = this.views;
    const generation = this.generation;
    const question = await tasks.open(task, { letter, prefilled: who ? { who } : {}, begun }).catch(() => "");
    if (generation !== this.generation) return;
    if (entry) entry.state = "sent";
    this.store.update({});
    conversation.addBot({ from: "bot", messages: [] });
    if (question) announcer.speak(question);
    else announcer.tell(texts.taskFailed);
  }

  private async waitAndResend(message: Message): Promise<void> {
    const generation = this.generation;
    this.views.announcer.tell(texts.starting);
    const ready = await this.transport.whenReady();
    if (generation !== this.generation) return;
    if (ready) return this.exchange(message, true);
    this.report({ kind: "failed" }, message);
  }

  private report(outcome: Outcome, message: Message): void {
    const { announcer, conversation, giveBack } = this.views;
    const { entry, payload } = message;
    if (outcome.kind === "rejected" && entry && entry.text === payload) {
      announcer.tell("");
      conversation.removeUser(entry);
      this.drop(entry);
      giveBack(entry.text, outcome.message || texts.rejected);
      return;
    }
    announcer.tell(reason(outcome));
    this.offer(message);
  }

  private offer(message: Message): void {
    const { conversation, giveBack, announcer } = this.views;
    const { entry, payload } = message;
    const retry = (): void => this.enqueue(() => this.exchange(message));
    const edit = (): void => {
      announcer.tell("");
      if (entry) conversation.removeUser(entry);
      this.drop(entry);
      giveBack(payload, "");
    };
    conversation.fail(entry, entry && entry.text === payload ? { retry, edit } : { retry });
  }

  private drop(entry: UserEntry | undefined): void {
    this.store.update({ entries: this.store.state.entries.filter((other) => other !== entry) });
  }

  /** Keeps, shows and speaks what the service said. */
  async receive(messages: BotMessage[]): Promise<void> {
    const { conversation, announcer, tasks } = this.views;
    const opened = await tasks.follow(messages).catch(() => {
      announcer.tell(texts.taskFailed);
      return false;
    });
    if (messages.some(({ custom }) => custom?.topic === "kris" || custom?.care === "acute")) tasks.pause();
    const entry = { from: "bot" as const, messages };
    if (messages.length && !this.store.add(entry)) this.views.unkept();
    conversation.addBot(entry, opened && !messages.some(({ custom }) => custom?.care));
    if (messages.some(({ custom }) => custom?.contacts?.length)) tasks.refresh();
    announcer.speak(...spoken(messages));
    const topic = messages.find(({ custom }) => custom?.topic)?.custom?.topic;
    if (topic) this.views.answered(topic);
  }
}

/** What the person is told when nothing came of it. */
export function reason(outcome: Outcome): string {
  if (outcome.kind === "tooMany") return fill(texts.tooMany, { seconds: outcome.seconds });
  if (outcome.kind === "rejected") return outcome.message || texts.rejected;
  return outcome.kind === "offline" ? texts.offline : texts.failed;
}
