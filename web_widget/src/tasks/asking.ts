import * as words from "../../../content/interface/asking.json";
import type { Step } from "./definition";
import { names } from "./fitting";
import { fold } from "./fold";

/** Tells a question or a wish to the chat from an answer: as `actions/tasks/asking.py`, from the same words. */

const FEWEST_WORDS = 3;

const one = (kind: string[]): string => `(?:${kind.map(fold).join("|")})`;
const wish = (kind: string[]): RegExp =>
  new RegExp(`^(?:${one(words.wishes)} )?${one(kind)}(?: ${one(words.tails)})*$`);
const question = new RegExp(
  `^(?:${one(words.before)} )*(?:${[
    one(words.wonders),
    `${one(words.asking)}(?! ${one(words.notBefore)}(?: |$))`,
    `${one(words.clause)} ${one(words.verbs)}`,
    `${one(words.how)} ${one(words.measures)}`,
    `${one(words.inverted)} ${one(words.subjects)}`,
  ].join("|")})(?: |$)`,
);
const commands = wish(words.commands);
const steering = wish(words.steering);

/** True for a message that is a question as a whole; a story that ends in one tells. */
export function asks(text: string): boolean {
  const sentences = (text.match(/[^.!?\n]+[.!?]*/g) ?? []).map((part) => part.trim()).filter(fold);
  const first = sentences.find((part) => sentenceAsks(part) || fold(part).split(" ").length >= FEWEST_WORDS);
  return first !== undefined && sentenceAsks(first);
}

/** True for words that the chat should answer: a question or a wish, unless they answer this very step. */
export function isForChat(step: Step, text: string): boolean {
  if (isOption(step, text)) return false;
  if (isCommand(text)) return true;
  return !step.takes_questions && asks(text) && !repeats(step, text);
}

function isOption({ options = [] }: Step, text: string): boolean {
  return options.flatMap(names).includes(fold(text));
}

/** True for "Vad är svårt? Allt." where that is what the step asks. */
function repeats({ question: asked }: Step, text: string): boolean {
  const [said = "", ...told] = text.split("?");
  return Boolean(fold(told.join(" "))) && fold(asked).includes(fold(said));
}

/** True for short words that can be nothing but a wish to the chat: "börja om", "mer". */
export function isCommand(text: string): boolean {
  return commands.test(fold(text));
}

/** True for short words that ask to skip, go on or go back. */
export function isSteering(text: string): boolean {
  return steering.test(fold(text));
}

function sentenceAsks(sentence: string): boolean {
  if (sentence.endsWith("?")) return true;
  const said = fold(sentence);
  return !words.never.some((idiom) => ` ${said} `.includes(` ${fold(idiom)} `)) && question.test(said);
}
