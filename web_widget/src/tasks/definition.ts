export type FieldKind =
  | "choice"
  | "choices"
  | "text"
  | "long_text"
  | "list"
  | "goals"
  | "actors"
  | "recipient"
  | "dates"
  | "review";

export interface Option {
  id: string;
  label: string;
  synonyms?: string[];
  side?: Side;
  /** How an actor stands in a sentence. */
  said?: string;
  /** Fill the places in later questions and in the letter. */
  words?: Record<string, string>;
  /** Answers to earlier steps with which this cannot be chosen. */
  unless?: Record<string, string[]>;
}

export interface Wording {
  title?: string;
  question?: string;
  why?: string;
  examples?: string[];
  /** Questions that make a vague answer concrete. */
  help?: string[];
}

export interface Step extends Wording {
  id: string;
  title: string;
  question: string;
  field: FieldKind;
  required?: boolean;
  /** The answers are themselves questions. */
  takes_questions?: boolean;
  options?: Option[];
  /** Words of goals that need a question more. */
  vague?: string[];
  when?: Record<string, string[]>;
  variants?: Record<string, Wording>;
}

/** A guided task as `GET /api/tasks/{id}` gives it. */
export interface Definition {
  id: string;
  title: string;
  intro?: string;
  letter?: string;
  letters?: LetterChoice[];
  steps: Step[];
}

/** A letter that the task can write. */
export interface LetterChoice {
  id: string;
  label: string;
}

export type Answers = Record<string, unknown>;

export interface Choices {
  chosen: string[];
  other: string;
}

export interface Goal {
  goal: string;
  subgoals: string[];
  when: string;
}

export type Side = "kommun" | "region" | "annan";
export type Invite = "ja" | "nej" | "vet-inte";

export interface Actor {
  name: string;
  side: Side;
  invite: Invite;
}

export interface Occasion {
  what: string;
  /** ISO date. */
  date: string;
  /** `HH:MM`, or empty when it is not known. */
  time: string;
}

export interface Recipient {
  id?: string;
  name: string;
  kind?: string;
}
