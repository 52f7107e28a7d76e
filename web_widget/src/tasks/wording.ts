import { fill } from "../fill";
import type { Draft } from "../storage";
import type { Actor, Choices, Definition, Goal, Occasion, Recipient, Step } from "./definition";
import { isEmpty, labelOf, visibleSteps, worded } from "./engine";
import { inWords } from "./letter/dates";
import { words } from "./words";

export interface Section {
  id: string;
  title: string;
  lines: string[];
}

function goalLines({ goal, subgoals, when }: Goal): string[] {
  return [
    goal,
    ...subgoals.filter(Boolean).map((text) => fill(words.reviewed.subgoal, { text })),
    when && fill(words.reviewed.when, { text: when }),
  ].filter(Boolean);
}

/** An answer as lines to read; `at` says how a day and a time go together. */
export function linesOf(step: Step, value: unknown, at: string): string[] {
  if (isEmpty(value)) return [];
  switch (step.field) {
    case "choice":
      return [labelOf(step.options, String(value))];
    case "choices": {
      const { chosen, other } = value as Choices;
      return [
        ...chosen.map((id) => labelOf(step.options, id)),
        ...(other ? [fill(words.reviewed.other, { text: other })] : []),
      ];
    }
    case "list":
      return (value as string[]).filter(Boolean);
    case "goals":
      return (value as Goal[]).flatMap(goalLines);
    case "actors":
      return (value as Actor[]).map(({ name, invite }) => `${name} (${words.reviewed[invite]})`);
    case "dates":
      return (value as Occasion[]).map((day) => `${labelOf(step.options, day.what)}: ${inWords(day, at)}`);
    case "recipient":
      return [(value as Recipient).name];
    default:
      return String(value).split("\n");
  }
}

/** Every question with its answer, for the review. A skipped one has no lines. */
export function sectionsOf(definition: Definition, draft: Draft, at: string): Section[] {
  return visibleSteps(definition, draft)
    .filter(({ field }) => field !== "review")
    .map((step) => ({
      id: step.id,
      title: worded(definition, step, draft).title,
      lines: linesOf(step, draft.answers[step.id], at),
    }));
}
