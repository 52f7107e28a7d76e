import * as words from "../../../content/interface/asking.json";
import { oneOf } from "./asking";
import type { Answers, Definition } from "./definition";
import { fold } from "./fold";
import { answersIn } from "./placing";

const MOST_WORDS = 6;

const concerned = new RegExp(`(?:^| )${oneOf(words.concerns)} (.+?)(?: ${oneOf(words.concernsNot)} .+)?$`);
const otherPerson = new RegExp(`(?:^| )${oneOf(words.otherPerson)}(?: |$)`);

/**
 * Whom words in the middle of a task say that it is about: "min pappa", where they name another than the
 * answers do, and nothing where they only say that it is another. Undefined for any other words.
 */
export function anotherPerson(definition: Definition, answers: Answers, text: string): string | undefined {
  const written = text.normalize("NFC").match(/[\p{L}\p{N}_]+/gu) ?? [];
  const said = written.map(fold).join(" ");
  const [who] = definition.steps;
  const found = concerned.exec(said)?.[1]?.split(" ");
  if (who?.field !== "choice" || answers[who.id] === undefined) return undefined;
  if (!found || found.length > MOST_WORDS)
    return otherPerson.test(said) && written.length <= MOST_WORDS ? "" : undefined;
  const start = said.slice(0, said.indexOf(found.join(" "))).split(" ").length - 1;
  const person = written.slice(start, start + found.length).join(" ");
  const told = Object.entries(answersIn(definition, {}, who, person));
  return told.some(([step, value]) => answers[step] !== value) ? person : undefined;
}
