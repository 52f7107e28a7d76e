import type { Answers, Definition, Option, Step } from "./definition";
import { fold } from "./fold";

export type People = Record<string, string>;

/** The words for the person the task is about, by name: `{ person: "min mamma", their: "hennes" }`. */
export function people({ steps }: Definition, answers: Answers): People {
  const met = steps.filter((step) => isMet(step, answers));
  const chosen = met.map(({ id, options }) => options?.find((option) => option.id === answers[id]));
  return Object.assign({}, ...chosen.map((option) => option?.words)) as People;
}

/** True for a step that these answers lead to, in whatever letter. */
export function isMet({ when }: Step, answers: Answers): boolean {
  return Object.entries(when ?? {}).every(
    ([key, among]) => key === "letter" || among.includes(String(answers[key])),
  );
}

/** Content with `{person}` filled in; `{Person}` begins a sentence. Unknown names stand as they are. */
export function filled(text: string, words: People): string {
  return text.replace(/\{([\p{L}_]+)\}/gu, (place, key: string) => {
    const small = words[key.toLowerCase()];
    if (small === undefined) return place;
    return key in words ? small : capital(small);
  });
}

/** False for what cannot be for this person: no child psychiatry for somebody's mother. */
export function fits({ unless }: Option, answers: Answers): boolean {
  return !Object.entries(unless ?? {}).some(([key, among]) => among.includes(String(answers[key])));
}

/** All that an option is called, folded. */
export function names({ id, label, synonyms = [] }: Option): string[] {
  return [id, label, ...synonyms].map(fold);
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
