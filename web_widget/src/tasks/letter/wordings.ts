/** The words of the letters, as `GET /api/letters` gives them. */

export type ByRole = Record<string, string>;

export interface Section {
  heading: string;
  step?: string;
  intro?: ByRole;
  empty?: ByRole;
  always?: boolean;
  items?: string[];
  text?: string[];
  lines?: string[];
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
  signatures?: { lines: Record<string, string[]> }[];
  copies?: ByRole;
  no_answer?: string[];
}

export interface Common {
  people: Record<string, Record<string, string>>;
  to: string;
  to_blank: string;
  date: string;
  subgoal: string;
  when: string;
  invite: Record<string, string>;
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
export function say(common: Common, words: ByRole | undefined, role: string): string {
  const text = words?.[role] ?? (FIRST_PERSON.includes(role) ? "" : (words?.others ?? ""));
  const people = common.people[role] ?? {};
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => people[key] ?? whole);
}
