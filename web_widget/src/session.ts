import type { BotMessage, Contact } from "./contract";
import type { Announcer } from "./announcer";
import type { Conversation } from "./conversation";
import { spoken } from "./messages";
import { newId, type TabStore, type UserEntry } from "./storage";
import { taskOf, type TaskCards } from "./task-cards";
import { fill } from "./fill";
import { texts } from "./texts";
import type { Outcome, Transport } from "./transport";

const BUSY_AFTER_MS = 400;

export interface SessionViews {
  conversation: Conversation;
  announcer: Announcer;
  tasks: TaskCards;
  giveBack(text: string, reason: string): void;
  answered(topic: string): void;
}

/** Sends one message at a time and puts what happens into the store and the views. */
export class Session {
  private queue: Promise<void> = Promise.resolve();
  private generation = 0;

  constructor(
    private readonly store: TabStore,
    private readonly transport: Transport,
    private readonly views: SessionViews,
  ) {}

  /** Sends what the person wrote or chose. */
  say(text: string, payload = text): void {
    // Kept as failed until the answer is here, so that a reload in between offers to send it again.
    const entry: UserEntry = { from: "user", text, payload, state: "failed", id: newId() };
    this.store.add(entry);
    this.views.conversation.addUser(entry);
    this.enqueue(() => this.exchange(payload, entry, undefined, entry.id));
  }

  /** Opens a topic without a message from the person. `done` runs when the answer has come. */
  open(payload: string, done: () => void): void {
    this.enqueue(() => this.exchange(payload, undefined, done));
  }

  /** Sends a message whose answer nobody needs. */
  notify(payload: string): void {
    this.enqueue(async () => void (await this.transport.send(this.store.state.sender, payload)));
  }

  /** Offers to send a message again that a reload cut off. */
  offerRetry(entry: UserEntry): void {
    this.offer(entry.payload, entry.id ?? newId(), entry);
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
    return entries.filter(({ custom }) => custom?.contacts?.length).at(-1)?.custom?.contacts ?? [];
  }

  private enqueue(work: () => Promise<void>): void {
    const generation = this.generation;
    this.queue = this.queue.then(() => (generation === this.generation ? work() : undefined)).catch(() => undefined);
  }

  private async exchange(
    payload: string,
    entry?: UserEntry,
    done?: () => void,
    id: string = newId(),
    waited = false,
  ): Promise<void> {
    const generation = this.generation;
    const { announcer } = this.views;
    const busy = setTimeout(() => announcer.tell(texts.busy), BUSY_AFTER_MS);
    const outcome = await this.transport.send(this.store.state.sender, payload, id);
    clearTimeout(busy);
    if (generation !== this.generation) return;
    if (outcome.kind !== "answer" && (await this.beginTask(payload, entry))) return done?.();
    const messages = outcome.kind === "answer" ? outcome.messages : outcome.kind === "starting" ? outcome.meanwhile : [];
    if (outcome.kind === "answer" || messages.length) {
      announcer.tell("");
      if (entry) entry.state = "sent";
      await this.receive(messages);
      done?.();
    } else if (outcome.kind === "starting" && !waited) {
      await this.waitAndResend(payload, id, entry, done);
    } else {
      this.report(outcome, payload, id, entry, done);
    }
  }

  /** The steps of a task need no chat: they can be begun while it is away. */
  private async beginTask(payload: string, entry?: UserEntry): Promise<boolean> {
    const { conversation, announcer, tasks } = this.views;
    const generation = this.generation;
    const task = taskOf(payload);
    const question = task && (await tasks.begin(task).catch(() => ""));
    if (!question || generation !== this.generation) return false;
    announcer.tell("");
    if (entry) entry.state = "sent";
    this.store.update({});
    conversation.addBot({ from: "bot", messages: [] });
    announcer.speak(question);
    return true;
  }

  private async waitAndResend(payload: string, id: string, entry?: UserEntry, done?: () => void): Promise<void> {
    const generation = this.generation;
    this.views.announcer.tell(texts.starting);
    const ready = await this.transport.whenReady();
    if (generation !== this.generation) return;
    if (ready) return this.exchange(payload, entry, done, id, true);
    this.report({ kind: "failed" }, payload, id, entry, done);
  }

  private report(outcome: Outcome, payload: string, id: string, entry?: UserEntry, done?: () => void): void {
    const { announcer, conversation, giveBack } = this.views;
    if (outcome.kind === "rejected" && entry && entry.text === payload) {
      announcer.tell("");
      conversation.removeLastUser();
      this.drop(entry);
      return giveBack(entry.text, outcome.message || texts.rejected);
    }
    announcer.tell(reason(outcome));
    this.offer(payload, id, entry, done);
  }

  private offer(payload: string, id: string, entry?: UserEntry, done?: () => void): void {
    const { conversation, giveBack, announcer } = this.views;
    const retry = (): void => this.enqueue(() => this.exchange(payload, entry, done, id));
    const edit = (): void => {
      announcer.tell("");
      conversation.removeLastUser();
      this.drop(entry);
      giveBack(payload, "");
    };
    conversation.fail(entry && entry.text === payload ? { retry, edit } : { retry });
  }

  private drop(entry: UserEntry | undefined): void {
    this.store.update({ entries: this.store.state.entries.filter((other) => other !== entry) });
  }

  /** Keeps, shows and speaks what the service said. */
  async receive(messages: BotMessage[]): Promise<void> {
    const { conversation, announcer, tasks } = this.views;
    const shown = await tasks.absorb(messages).catch(() => {
      announcer.tell(texts.taskFailed);
      return messages;
    });
    if (messages.some(({ custom }) => custom?.topic === "kris")) tasks.pause();
    const entry = { from: "bot" as const, messages: shown };
    if (shown.length) this.store.add(entry);
    conversation.addBot(entry);
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
