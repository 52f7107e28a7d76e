import type { Draft } from "../storage";
import type { Answers, Definition, Step } from "./definition";

const MAX_FILE_BYTES = 500_000;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Hands a file to the browser's own download. */
export function offerFile(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export function saveDraft(draft: Draft, name: string): void {
  offerFile(new Blob([JSON.stringify(draft, null, 2)], { type: "application/json" }), name);
}

const isText = (value: unknown): value is string => typeof value === "string";

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True when the value has the shape that the step's field writes. */
export function fits({ field, options }: Step, value: unknown): boolean {
  if (field === "choice") return Boolean(options?.some(({ id }) => id === value));
  if (field === "text" || field === "long_text") return isText(value);
  if (field === "list") return isTexts(value);
  if (field === "choices") return isRecord(value) && isTexts(value.chosen) && isText(value.other);
  if (field === "recipient") return isRecord(value) && isText(value.name);
  if (!Array.isArray(value)) return false;
  if (field === "goals")
    return value.every(
      (goal) => isRecord(goal) && isText(goal.goal) && isTexts(goal.subgoals) && isText(goal.when),
    );
  if (field === "dates")
    return value.every(
      (day) =>
        isRecord(day) && isText(day.what) && isText(day.date) && ISO_DAY.test(day.date) && isText(day.time),
    );
  return (
    field === "actors" &&
    value.every(
      (actor) =>
        isRecord(actor) &&
        isText(actor.name) &&
        ["kommun", "region", "annan"].includes(String(actor.side)) &&
        ["ja", "nej", "vet-inte"].includes(String(actor.invite)),
    )
  );
}

/** Reads a saved draft and keeps only answers that the task knows. Undefined when the text is something else. */
export function parseDraft(text: string, definition: Definition): Draft | undefined {
  if (text.length > MAX_FILE_BYTES) return undefined;
  try {
    const saved: unknown = JSON.parse(text);
    if (!isRecord(saved) || saved.version !== 1 || !isText(saved.letter)) return undefined;
    const letters = definition.letters?.map(({ id }) => id) ?? [definition.letter];
    if (!letters.includes(saved.letter) || !isRecord(saved.answers)) return undefined;
    const answers: Answers = {};
    for (const step of definition.steps) {
      if (fits(step, saved.answers[step.id])) answers[step.id] = saved.answers[step.id];
    }
    return { version: 1, letter: saved.letter, answers };
  } catch {
    return undefined;
  }
}
