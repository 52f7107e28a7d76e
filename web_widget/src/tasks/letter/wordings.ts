/** The words of the letters, as `GET /api/letters` gives them. */

import { filled, type People } from "../fitting";

export type ByRole = Record<string, string>;
export type Words = string | ByRole;

/** Fields to fill in by hand under a heading; `may` is said beside a box that the person ticks. */
export interface Blank {
  heading: string;
  rows: string[][];
  may?: string;
}

export interface Section {
  heading: string;
  step?: string;
  intro?: ByRole;
  empty?: ByRole;
  always?: boolean;
  boxes?: boolean;
  items?: Words[];
  text?: Words[];
  table?: { head: string[]; rows: number };
  lines?: string[][];
  blank?: number;
  roles?: string[];
  variants?: ByRole;
}

export interface LetterWording {
  title: string;
  filename: string;
  addressed?: boolean;
  opening: ByRole;
  sections: Section[];
  no_answer?: string[];
}

export interface Common {
  to: string;
  to_blank: string;
  date: string;
  writer: string;
  concerns: Record<string, Blank[]>;
  signatures: Record<string, Blank[]>;
  received: Blank;
  copies: ByRole;
  subgoal: string;
  when: string;
  invite: Record<string, string>;
  invite_named: Record<string, string>;
  other: ByRole;
  at: string;
  calendar: { titles: Record<string, string>; note: string };
  hand_in: { heading: string; notice: string; to: string; to_blank: string; steps: string[] };
}

export interface Wordings {
  wordings: Record<string, LetterWording>;
  common: Common;
}

const FIRST_PERSON = ["self", "person"];

/** The words for a role, with `{person}` filled in; empty when there are none. */
export function say(words: Words | undefined, role: string, people: People): string {
  if (typeof words === "string") return filled(words, people);
  return filled(words?.[role] ?? (FIRST_PERSON.includes(role) ? "" : (words?.others ?? "")), people);
}
