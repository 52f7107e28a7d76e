import type { Answers, Definition, Option, Step } from "./definition";

/** True for a missing answer and for one where nothing is chosen or written. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === "string") return !value.trim();
  if (Array.isArray(value)) return value.every(isEmpty);
  return typeof value === "object" && Object.values(value).every(isEmpty);
}

/** The steps that exist with these answers, in order. */
export function visibleSteps(definition: Definition, answers: Answers): Step[] {
  return definition.steps.filter(({ when }) =>
    Object.entries(when ?? {}).every(([step, values]) => values.includes(String(answers[step]))),
  );
}

/** The step with the wording for the one who writes (the answer to `who`). */
export function worded(step: Step, answers: Answers): Step {
  return { ...step, ...step.variants?.[String(answers.who)] };
}

function neighbour(definition: Definition, answers: Answers, id: string, distance: 1 | -1): Step | undefined {
  const steps = visibleSteps(definition, answers);
  return steps[steps.findIndex((step) => step.id === id) + distance];
}

export function nextStep(definition: Definition, answers: Answers, id: string): Step | undefined {
  return neighbour(definition, answers, id, 1);
}

export function previousStep(definition: Definition, answers: Answers, id: string): Step | undefined {
  return neighbour(definition, answers, id, -1);
}

/** `{done: 4, total: 10}` for the fourth of ten questions; the review is not a question. */
export function progress(definition: Definition, answers: Answers, id: string): { done: number; total: number } {
  const steps = visibleSteps(definition, answers);
  const total = steps.filter(({ field }) => field !== "review").length;
  return { done: Math.min(total, steps.findIndex((step) => step.id === id) + 1), total };
}

/** The answers that belong in the letter: those of steps that still exist. */
export function currentAnswers(definition: Definition, answers: Answers): Answers {
  const ids = visibleSteps(definition, answers).map(({ id }) => id);
  return Object.fromEntries(ids.filter((id) => !isEmpty(answers[id])).map((id) => [id, answers[id]]));
}

export function labelOf(options: Option[] | undefined, id: string): string {
  return options?.find((option) => option.id === id)?.label ?? id;
}
