import type { BotMessage, Context } from "./contract";
import type { TaskId } from "./storage";
import type { Opening, Taken, TaskCard, TaskHost, TasksModule } from "./task-host";

const TASK_PAYLOADS: Record<string, TaskId> = { "skriva-begaran": "draft", "forbereda-mote": "prepare" };

/** What a button or link begins: `/skriva-begaran{"val":"reminder"}` → the draft, as a reminder. */
export function taskOf(payload: string): { task: TaskId; letter?: string } | undefined {
  const [, name = "", letter] = /^\/([a-z-]+)(?:\{"val":\s*"([\w-]+)"\})?$/.exec(payload) ?? [];
  const task = TASK_PAYLOADS[name];
  return task && (letter ? { task, letter } : { task });
}

/** Loads the task file when it is first needed and keeps one card at a time, which owns its task. */
export class TaskCards {
  private card: TaskCard | undefined;
  private task: TaskId | undefined;

  constructor(
    private readonly host: TaskHost,
    private readonly load: () => Promise<TasksModule>,
  ) {}

  /** Opens a task where it was left, or at its start. Returns the question it shows. */
  async open(task: TaskId, opening: Opening): Promise<string> {
    return (await this.cardOf(task)).open(opening);
  }

  /** Shows a task as the tab kept it. */
  async restore(task: TaskId): Promise<void> {
    (await this.cardOf(task)).restore();
  }

  /** Opens the card that the service's reply asks for, if any. True when it did. */
  async follow(messages: BotMessage[]): Promise<boolean> {
    const asked = messages.map(({ custom }) => custom).find((custom) => custom?.task);
    if (asked?.task !== "draft" && asked?.task !== "prepare") return false;
    await this.open(asked.task, { letter: asked.letter, prefilled: asked.prefilled, begun: true });
    return true;
  }

  /** Gives words from the message field to the open card; "ask" when there is none. */
  take(text: string, answer = false): Taken {
    return this.isOpen ? this.card!.take(text, answer) : "ask";
  }

  get isOpen(): boolean {
    return this.context().task !== undefined;
  }

  context(): Context {
    return this.card?.context() ?? {};
  }

  pause(): void {
    this.card?.pause();
  }

  focus(): void {
    this.card?.focus();
  }

  /** The task whose card is there, folded or not. */
  get beside(): TaskId | undefined {
    return this.card && this.task;
  }

  refresh(): void {
    this.card?.refresh();
  }

  forget(): void {
    this.card = this.task = undefined;
  }

  private async cardOf(task: TaskId): Promise<TaskCard> {
    if (!this.card || this.task !== task) {
      this.card = await (await this.load()).createCard(this.host, task);
      this.task = task;
    }
    return this.card;
  }
}
