import type { HasIdentityNumber } from "./chat-file";
import type { Contact, Context } from "./contract";
import type { PlaceOfVisit } from "./place-of-visit";
import type { TaskId, TaskState } from "./storage";

/** What a task card may ask of the widget. */
export interface TaskHost {
  readonly origin: string;
  readonly root: ShadowRoot;
  readonly place: HTMLElement;
  readonly hasIdentityNumber: HasIdentityNumber;
  state(task: TaskId): TaskState | undefined;
  /** Keeps the task in the tab, as the one that is open. False when the browser cannot keep it. */
  save(task: TaskId, state: TaskState): boolean;
  /** False when the browser cannot keep anything, so that it can be said before something is written. */
  keeps(): boolean;
  contacts(): Contact[];
  /** The place of the visit, from whichever part asked for it. */
  visited(): PlaceOfVisit | undefined;
  ask(payload: string, title: string): void;
  /** Sends words as a question, whatever card is open. */
  askAside(text: string): void;
  /** Puts words back into the message field, with the reason. */
  giveBack(text: string, reason?: string): void;
  tell(text: string): void;
  /** Says something to screen readers alone. */
  speak(text: string): void;
  /** Called when the card is opened, folded or unfolded. */
  shown(open: boolean): void;
}

/** How a task is opened: a letter asked for, and answers that were told before. */
export interface Opening {
  letter?: string | undefined;
  prefilled?: Record<string, unknown> | undefined;
  /** The person asked for it; a page that merely shows the card begins nothing. */
  begun: boolean;
}

/** What became of words typed in the message field: placed in the card, put back, or for the chat to answer. */
export type Taken = "placed" | "back" | "ask";

export interface TaskCard {
  /** Opens where it was left, or at its start. Returns the question it shows. */
  open(opening: Opening): string;
  /** Shows it as the tab kept it. */
  restore(): void;
  /** Takes words from the message field. `answer`: the chat has found that they answer the question. */
  take(text: string, answer?: boolean): Taken;
  /** The open question; nothing when the card is folded. */
  context(): Context;
  pause(): void;
  /** Goes to the question, from an answer beside it. */
  focus(): void;
  /** Shows the open step again when the chat has found other contacts to choose from. */
  refresh(): void;
}

export interface TasksModule {
  createCard(host: TaskHost, task: TaskId): Promise<TaskCard>;
}
