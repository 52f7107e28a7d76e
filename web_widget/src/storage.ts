import type { BotMessage } from "./contract";

export interface UserEntry {
  from: "user";
  text: string;
  payload: string;
  state: "sent" | "failed";
  /** Sent along, so that the service takes the message once however often it is sent. */
  id?: string;
}

export interface BotEntry {
  from: "bot";
  messages: BotMessage[];
}

export type Entry = UserEntry | BotEntry;

export type TaskId = "draft" | "prepare";

/** The letter or sheet: the file format of "Spara till fil" and the body of a document request. */
export interface Draft {
  version: 1;
  letter: string;
  answers: Record<string, unknown>;
}

export interface TaskState {
  step: string;
  paused: boolean;
  draft: Draft;
}

export interface State {
  sender: string;
  open: boolean;
  /** The launcher is put away for the visit. */
  dismissed: boolean;
  input: string;
  deepLink: string;
  /** The question that was last saved. */
  saved: string;
  /** "Nej tack" to saving holds for the whole conversation. */
  neverSave: boolean;
  entries: Entry[];
  activeTask: TaskId | null;
  tasks: Partial<Record<TaskId, TaskState>>;
}

const KEY = "sip-guiden";
const ROOM = 20_000; // characters: a long letter

/** 128 random bits. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}

function freshState(): State {
  return {
    sender: newId(),
    open: false,
    dismissed: false,
    input: "",
    deepLink: "",
    saved: "",
    neverSave: false,
    entries: [],
    activeTask: null,
    tasks: {},
  };
}

function read(storage: Storage | null): State {
  try {
    const saved: unknown = JSON.parse(storage?.getItem(KEY) ?? "null");
    if (saved && typeof saved === "object" && /^[0-9a-f]{32}$/.test((saved as State).sender)) {
      return { ...freshState(), ...saved };
    }
  } catch {
    // What cannot be read is replaced by a fresh conversation.
  }
  return freshState();
}

/** The conversation and the drafts of this tab. Lives in memory alone where the browser refuses storage. */
export class TabStore {
  state: State;

  constructor(private readonly storage: Storage | null = tabStorage()) {
    this.state = read(storage);
  }

  /** Keeps a change. False when it is held in memory alone: storage that is full or closed stops nothing. */
  update(change: Partial<State>): boolean {
    Object.assign(this.state, change);
    try {
      this.storage?.setItem(KEY, JSON.stringify(this.state));
      return this.storage !== null;
    } catch {
      return false;
    }
  }

  /** True when there is room in the tab's storage for what a person may write. */
  get keeps(): boolean {
    try {
      this.storage?.setItem(`${KEY}-room`, "x".repeat(ROOM));
      this.storage?.removeItem(`${KEY}-room`);
      return this.storage !== null;
    } catch {
      return false;
    }
  }

  /** Reads again what another page of this tab has kept since. */
  reload(): void {
    this.state = read(this.storage);
  }

  add(entry: Entry): boolean {
    return this.update({ entries: [...this.state.entries, entry] });
  }

  /** Forgets everything. Returns the sender that was used, so that the service can be told to forget it too. */
  clear(): string {
    const { sender, open, deepLink } = this.state;
    try {
      this.storage?.removeItem(KEY);
    } catch {
      // Nothing was stored.
    }
    this.state = { ...freshState(), open, deepLink };
    return sender;
  }
}

export function tabStorage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}
