import type { BotMessage } from "./contract";
import type { TaskId } from "./storage";
import type { TaskCard, TaskHost, TasksModule } from "./task-host";

const TASK_TOPICS: Record<string, TaskId> = { "skriva-begaran": "draft", "forbereda-mote": "prepare" };

/** `"draft.goals"` → the task and its step; undefined for steps that are asked in the chat. */
export function cardStep(step: string | undefined): { task: TaskId; step: string } | undefined {
  const [, task, name] = /^(draft|prepare)\.([\w-]+)$/.exec(step ?? "") ?? [];
  return task && name ? { task: task as TaskId, step: name } : undefined;
}

/** The task that a button or link begins: `"/skriva-begaran"` → `"draft"`. */
export function taskOf(payload: string): TaskId | undefined {
  return TASK_TOPICS[payload.slice(1)];
}

function isOtherTopic(topic: string | undefined): boolean {
  return topic !== undefined && !(topic in TASK_TOPICS);
}

/** Loads the task file when it is first needed and keeps one card at a time. */
export class TaskCards {
  private card: TaskCard | undefined;
  private task: TaskId | undefined;

  constructor(private readonly host: TaskHost, private readonly load: () => Promise<TasksModule>) {}

  async show(task: TaskId, step: string, stayPaused = false, letter?: string): Promise<TaskCard> {
    const card = await this.cardOf(task);
    card.show(step, stayPaused, letter);
    return card;
  }

  /** Opens a task where it was left, or at its start, without asking the chat. Returns the question it shows. */
  async begin(task: TaskId): Promise<string> {
    const card = await this.cardOf(task);
    card.begin();
    return card.question();
  }

  private async cardOf(task: TaskId): Promise<TaskCard> {
    if (!this.card || this.task !== task) {
      this.card = await (await this.load()).createCard(this.host, task);
      this.task = task;
    }
    return this.card;
  }

  pause(): void {
    this.card?.pause();
  }

  refresh(): void {
    this.card?.refresh();
  }

  forget(): void {
    this.card = this.task = undefined;
  }

  /** Opens the card that the messages ask for and returns the messages without what the card already shows. */
  async absorb(messages: BotMessage[]): Promise<BotMessage[]> {
    const asked = messages.map(({ custom }) => cardStep(custom?.step)).filter(Boolean).at(-1);
    if (!asked) return messages;
    const interrupted = messages.some(({ custom }) => isOtherTopic(custom?.topic));
    const letter = messages.map(({ custom }) => custom?.letter).find(Boolean);
    const card = await this.show(asked.task, asked.step, interrupted, letter);
    const question = card.question(asked.step);
    return messages.flatMap((message) => {
      const { buttons: _shownByCard, ...rest } = message;
      if (!cardStep(message.custom?.step)) return [taskOf(`/${message.custom?.topic}`) ? rest : message];
      const text = isOtherTopic(message.custom?.topic) ? (message.text ?? "").replace(question, "").trim() : "";
      return text ? [{ ...rest, text }] : [];
    });
  }
}
