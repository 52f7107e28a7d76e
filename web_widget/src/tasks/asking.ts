import * as words from "../../../content/interface/asking.json";
import type { Step } from "./definition";
import { names } from "./fitting";
import { fold } from "./fold";

/** Tells a question or a wish to the chat from an answer: as `actions/tasks/asking.py`, from the same words. */

const FEWEST_WORDS = 3;

/** A pattern over folded text for any of the words. */
export const oneOf = (kind: string[]): string => `(?:${kind.map(fold).join("|")})`;
const wish = (kind: string[]): RegExp =>
  new RegExp(`^(?:${oneOf(words.wishes)} )?${oneOf(kind)}(?: ${oneOf(words.tails)})*$`);
const question = new RegExp(
  `^(?:${oneOf(words.before)} )*(?:${[
    oneOf(words.wonders),
    `${oneOf(words.asking)}(?! ${oneOf(words.notBefore)}(?: |$))`,
    `${oneOf(words.clause)} ${oneOf(words.verbs)}`,
    `${oneOf(words.how)} ${oneOf(words.measures)}`,
    `${oneOf(words.inverted)} ${oneOf(words.subjects)}`,
  ].join("|")})(?: |$)`,
);
const commands = wish(words.commands);
const steering = wish(words.steering);
/** "måste skolan vara med?": with a question's sign, whoever comes after the verb. */
const verbFirst = new RegExp(`^(?:${oneOf(words.before)} )*${oneOf(words.inverted)} `);
const joined = new RegExp(`^${oneOf(words.before)} `);
const yes = [...words.agree, ...words.write];
const agreement = new RegExp(`^${oneOf(yes)}(?: ${oneOf([...yes, ...words.agreeTails])})*$`);
/** What opens a message before its question and answers nothing: "hej", "ja tack", "jag undrar". */
const opening = [
  words.openers,
  words.before,
  words.wonders,
  yes,
  words.agreeTails,
  words.decline,
  words.stuck,
];
const openers = new RegExp(`^(?:(?:${opening.map(oneOf).join("|")})(?: |$))*$`);
const nothing = new Set([...words.decline, ...words.stuck].map(fold));

/** True for a message that is a question as a whole; a story that ends in one tells. */
export function asks(text: string): boolean {
  const sentences = sentencesOf(text);
  const first = sentences.find((part) => sentenceAsks(part) || fold(part).split(" ").length >= FEWEST_WORDS);
  return first !== undefined && sentenceAsks(first);
}

/** What a message tells before the questions that it ends with; empty when it does not. */
export function toldBefore(text: string): string {
  for (const cut of text.matchAll(/[.!\n]\s*|,\s*|\s+/g)) {
    const asked = text.slice(cut.index + cut[0].length);
    if (cut[0].trim() || cut[0].includes("\n") || joined.test(fold(asked))) {
      const all = sentencesOf(asked);
      if (all.length && all.every(opensQuestion)) return text.slice(0, cut.index + 1).replace(/[\s,]+$/, "");
    }
  }
  return "";
}

/** True for words that only open a message and tell nothing, before its question. */
export function onlyOpens(text: string): boolean {
  return openers.test(fold(text));
}

/**
 * An answer and the question behind it, which the chat should answer; as `actions/replies/hearing.py`.
 * The whole and nothing, where there is no such question. A long text that runs into one is kept whole.
 */
export function answerBefore(step: Step, text: string): [answer: string, question: string] {
  const told = step.takes_questions || isOption(step, text) || repeats(step, text) ? "" : toldBefore(text);
  const long = step.field === "long_text";
  const answer = long ? told : told.replace(/\.+$/, "");
  if (!isOption(step, answer) && onlyOpens(answer)) return [text, ""];
  const question = text.slice(told.length).replace(/^[\s,]+/, "");
  if (/[.!…]$/.test(told)) return [answer, question];
  if (long) return [text, told.split(/\s+/).length < FEWEST_WORDS ? "" : question];
  return text.trim().endsWith("?") ? [answer, question] : [text, ""];
}

/** True for words that the chat should answer: a question or a wish, unless they answer this very step. */
export function isForChat(step: Step, text: string): boolean {
  if (isOption(step, text)) return false;
  if (isCommand(text)) return true;
  return !step.takes_questions && asks(text) && !repeats(step, text);
}

/** True for words that are one of the step's options. */
export function isOption({ options = [] }: Step, text: string): boolean {
  return options.flatMap(names).includes(fold(text));
}

/** True for "Vad är svårt? Allt." where that is what the step asks. */
function repeats({ question: asked }: Step, text: string): boolean {
  const [said = "", ...told] = text.split("?");
  return Boolean(fold(told.join(" "))) && fold(asked).includes(fold(said));
}

/** True for "hej" and "tack", which answer no question and are for the chat; a yes and a no are the card's. */
export function isSmallTalk(step: Step, text: string): boolean {
  return (
    Boolean(fold(text)) && onlyOpens(text) && !isOption(step, text) && !agrees(text) && !saysNothing(text)
  );
}

/** True for short words that can be nothing but a wish to the chat: "börja om", "mer". */
export function isCommand(text: string): boolean {
  return commands.test(fold(text));
}

/** True for words that say yes and nothing more. */
export function agrees(text: string): boolean {
  return agreement.test(fold(text));
}

/** True for what is no answer in a letter, though it answers the question: "nej", "vet inte". */
export function saysNothing(text: string): boolean {
  return nothing.has(fold(text));
}

/** True for short words that ask to skip, go on or go back. */
export function isSteering(text: string): boolean {
  return steering.test(fold(text));
}

function sentencesOf(text: string): string[] {
  return (text.match(/[^.!?\n]+[.!?]*/g) ?? []).map((part) => part.trim()).filter(fold);
}

/** Behind an answer, a sign alone makes no question: it must begin as one. */
function opensQuestion(sentence: string): boolean {
  const said = fold(sentence);
  return question.test(said) || (sentence.endsWith("?") && verbFirst.test(said));
}

function sentenceAsks(sentence: string): boolean {
  if (sentence.endsWith("?")) return true;
  const said = fold(sentence);
  return !words.never.some((idiom) => ` ${said} `.includes(` ${fold(idiom)} `)) && question.test(said);
}
