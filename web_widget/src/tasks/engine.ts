import type { Draft } from "../storage";
import type { Answers, Definition, Option, Step } from "./definition";
import { filled, fits, isMet, people } from "./fitting";

/** True for a missing answer and for one where nothing is chosen or written. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === "string") return !value.trim();
  if (Array.isArray(value)) return value.every(isEmpty);
  return typeof value === "object" && Object.values(value).every(isEmpty);
}

/** The steps that exist for this letter with these answers, in order. */
export function visibleSteps(definition: Definition, { letter, answers }: Draft): Step[] {
  return definition.steps.filter(
    (step) => isMet(step, answers) && (step.when?.letter ?? [letter]).includes(letter),
  );
}

/** The step in the words for the one who writes and the letter, with the options that can fit this person. */
export function worded(definition: Definition, step: Step, { letter, answers }: Draft): Step {
  const chosen = { ...step, ...step.variants?.[String(answers.who)], ...step.variants?.[letter] };
  const told = people(definition, answers);
  const say = (texts: string[]): string[] => texts.map((text) => filled(text, told));
  return {
    ...chosen,
    title: filled(chosen.title, told),
    question: filled(chosen.question, told),
    ...(chosen.why && { why: filled(chosen.why, told) }),
    ...(chosen.examples && { examples: say(chosen.examples) }),
    ...(chosen.help && { help: say(chosen.help) }),
    ...(step.options && { options: step.options.filter((option) => fits(option, answers)) }),
  };
}

/** The first step that has no answer; the last one when all have. */
export function firstUnanswered(definition: Definition, draft: Draft): string {
  const steps = visibleSteps(definition, draft);
  return (steps.find(({ id }) => isEmpty(draft.answers[id])) ?? steps.slice(-1)[0])?.id ?? "";
}

/** The step after this one, or before it. */
export function stepBeside(definition: Definition, draft: Draft, id: string, by: 1 | -1): Step | undefined {
  const steps = visibleSteps(definition, draft);
  return steps[steps.findIndex((step) => step.id === id) + by];
}

/** A question that came with the answer to this one and has none yet: "Vem är det för dig?". */
export function followUp(definition: Definition, draft: Draft, id: string): string | undefined {
  return visibleSteps(definition, draft).find(
    (step) => step.when && id in step.when && isEmpty(draft.answers[step.id]),
  )?.id;
}

/** `{done: 4, total: 10}` for the fourth of ten questions; the review is not a question. */
export function progress(definition: Definition, draft: Draft, id: string): { done: number; total: number } {
  const steps = visibleSteps(definition, draft);
  const total = steps.filter(({ field }) => field !== "review").length;
  return { done: Math.min(total, steps.findIndex((step) => step.id === id) + 1), total };
}

/** The answers that belong in the letter: those of steps that still exist. */
export function currentAnswers(definition: Definition, draft: Draft): Answers {
  const ids = visibleSteps(definition, draft).map(({ id }) => id);
  return Object.fromEntries(
    ids.filter((id) => !isEmpty(draft.answers[id])).map((id) => [id, draft.answers[id]]),
  );
}

export function labelOf(options: Option[] | undefined, id: string): string {
  return options?.find((option) => option.id === id)?.label ?? id;
}
