import type { Actor, Answers, Choices, Definition, Goal, Option, Recipient, Step } from "./definition";
import { isEmpty } from "./engine";
import { isMet, names } from "./fitting";
import { fold } from "./fold";
import { invited } from "./inviting";

const LONGEST_TEXT = 4000;
const LONGEST_LINE = 300;
const MOST_ROWS = 30;

/**
 * The answer of a step with words added that were written in the chat field; nothing in it is overwritten.
 * Undefined when they fit no answer of the step, or would make it too long.
 */
export function placed(step: Step, value: unknown, text: string): unknown {
  switch (step.field) {
    case "choice":
      return meant(step.options, text)?.id;
    case "choices":
      return withChoices(step, value as Choices | undefined, text);
    case "text":
      return joined(value, text, " ", LONGEST_LINE);
    case "long_text":
      return joined(value, text, "\n", LONGEST_TEXT);
    case "list":
      return rows(value as string[] | undefined, items(text), (line) => line);
    case "goals":
      return rows(value as Goal[] | undefined, lines(text), (goal) => ({ goal, subgoals: [], when: "" }));
    case "actors":
      return withActors(step, value as Actor[] | undefined, text);
    case "recipient":
      return withRecipient(value as Recipient | undefined, text);
    default:
      return undefined;
  }
}

/** By step, what words answer: the open step, and choices that follow from it. Empty when they do not fit. */
export function answersIn(definition: Definition, answers: Answers, step: Step, text: string): Answers {
  const value = placed(step, answers[step.id], text);
  // Nothing but signs, as ";;,," in a list, leaves nothing to keep.
  if (value === undefined || isEmpty(value)) return {};
  const given = { [step.id]: value };
  return step.field === "choice"
    ? { ...given, ...alsoTold(definition, { ...answers, ...given }, step, text) }
    : given;
}

/** Answers to the choices that follow from this one, where the same words told them: "min mamma". */
function alsoTold({ steps }: Definition, answers: Answers, step: Step, text: string): Answers {
  const told: Answers = {};
  for (const later of steps) {
    const follows = later.field === "choice" && step.id in (later.when ?? {});
    const option = follows && isMet(later, { ...answers, ...told }) && meant(later.options, text);
    if (option) told[later.id] = option.id;
  }
  return told;
}

/** The one option whose name is, or stands in, the words. */
function meant(options: Option[] = [], text: string): Option | undefined {
  const said = fold(text);
  const [exact] = called(options, text);
  if (exact) return exact;
  const named = options.flatMap((option) =>
    names(option)
      .filter((name) => name.length > 4 && ` ${said} `.includes(` ${name} `))
      .map((name) => ({ name, option })),
  );
  const whole = named.filter(
    ({ name }) => !named.some((other) => other.name !== name && other.name.includes(name)),
  );
  const [first] = whole;
  return whole.every(({ option }) => option === first?.option) ? first?.option : undefined;
}

/** All options that the words are a name of: "ja till allt" says yes to several. */
function called(options: Option[], text: string): Option[] {
  return options.filter((option) => names(option).includes(fold(text)));
}

function joined(value: unknown, text: string, between: string, longest: number): string | undefined {
  const whole = isEmpty(value) ? text : `${String(value)}${between}${text}`;
  return whole.length <= longest ? whole : undefined;
}

function rows<T>(value: T[] | undefined, added: string[], row: (text: string) => T): T[] | undefined {
  const whole = [...(value ?? []).filter((item) => !isEmpty(item)), ...added.map(row)];
  return whole.length <= MOST_ROWS && added.every(({ length }) => length <= LONGEST_LINE) ? whole : undefined;
}

function withChoices({ options = [] }: Step, value: Choices | undefined, text: string): Choices | undefined {
  const { chosen, other } = value ?? { chosen: [], other: "" };
  const pieces = called(options, text)[0] ? [text] : items(text);
  const free = pieces.filter((piece) => !called(options, piece)[0]);
  const words = [other, ...free].filter(Boolean).join(", ");
  if (words.length > LONGEST_LINE) return undefined;
  const found = pieces.flatMap((piece) => called(options, piece).map(({ id }) => id));
  return { chosen: [...new Set([...chosen, ...found])], other: words };
}

/** Who is named again is invited, or not, as was said last. */
function withActors({ options = [] }: Step, value: Actor[] | undefined, text: string): Actor[] | undefined {
  const actors = new Map((value ?? []).map((actor) => [fold(actor.name), actor]));
  const known = options.flatMap(names);
  const found = pieces(text).flatMap((line, _, { length }) =>
    invited(line, length > 1 ? [line] : items(line), known),
  );
  for (const [who, invite] of found) {
    const [option] = called(options, who);
    const name = option?.label ?? who;
    const key = fold(name) || name;
    if (name.length > LONGEST_LINE) return undefined;
    actors.set(key, { ...(actors.get(key) ?? { name, side: option?.side ?? "annan" }), invite });
  }
  return actors.size <= MOST_ROWS ? [...actors.values()] : undefined;
}

function withRecipient(value: Recipient | undefined, text: string): Recipient | undefined {
  return isEmpty(value?.name) && text.length <= LONGEST_LINE
    ? { name: text.replace(/\s+/g, " ") }
    : undefined;
}

function lines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.replace(/^\s*(?:[-–•*]|\d+[.)])\s+/, "").trim())
    .filter(Boolean);
}

/** The lines, or the pieces between semicolons of a single one. */
function pieces(text: string): string[] {
  const whole = lines(text);
  return whole.length > 1 ? whole : split(whole[0] ?? "", ";");
}

/** The items of a list: lines, else pieces between semicolons, else short pieces between commas. */
function items(text: string): string[] {
  const whole = pieces(text);
  const short = split(whole[0] ?? "", ",");
  return whole.length > 1 || short.some((piece) => piece.split(/\s+/).length > 4) ? whole : short;
}

function split(text: string, sign: string): string[] {
  return text
    .split(sign)
    .map((piece) => piece.trim())
    .filter(Boolean);
}
