import type { Contact } from "./contract";
import type { TaskId, TaskState } from "./storage";

/** What a task card may ask of the widget. */
export interface TaskHost {
  readonly origin: string;
  readonly root: ShadowRoot;
  readonly place: HTMLElement;
  state(task: TaskId): TaskState | undefined;
  save(task: TaskId, state: TaskState): void;
  contacts(): Contact[];
  /** Tells the bot which step is open, e.g. `goals`; never what was written. */
  moved(task: TaskId, step: string, value?: string): void;
  ask(payload: string, title: string): void;
  tell(text: string): void;
}

export interface TaskCard {
  /** Opens a step. `stayPaused`: a paused card is left folded, since another question was answered. */
  show(step: string, stayPaused: boolean, letter?: string): void;
  /** Opens where it was left, or at its start, and says itself what the chat would have said. */
  begin(): void;
  pause(): void;
  /** Shows the open step again when the chat has found other contacts to choose from. */
  refresh(): void;
  /** The step's question as the card words it; without a step, the open one's. */
  question(step?: string): string;
}

export interface TasksModule {
  createCard(host: TaskHost, task: TaskId): Promise<TaskCard>;
}
