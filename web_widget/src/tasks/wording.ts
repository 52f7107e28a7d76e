import type { Actor, Answers, Choices, Definition, Goal, Recipient, Step } from "./definition";
import { isEmpty, labelOf, visibleSteps, worded } from "./engine";
import { fill } from "../fill";
import { words } from "./words";

export interface Section {
  id: string;
  title: string;
  lines: string[];
}

function goalLines({ goal, subgoals, when }: Goal): string[] {
  return [goal, ...subgoals.filter(Boolean).map((subgoal) => `– ${subgoal}`), when && `${words.when} ${when}`].filter(Boolean);
}

/** An answer as lines to read. */
export function linesOf(step: Step, value: unknown): string[] {
  if (isEmpty(value)) return [];
  switch (step.field) {
    case "choice":
      return [labelOf(step.options, String(value))];
    case "choices": {
      const { chosen, other } = value as Choices;
      return [...chosen.map((id) => labelOf(step.options, id)), other].filter(Boolean);
    }
    case "list":
      return (value as string[]).filter(Boolean);
    case "goals":
      return (value as Goal[]).flatMap(goalLines);
    case "actors":
      return (value as Actor[]).map(({ name, side, invite }) => `${name} (${words.sides[side]}): ${words.invites[invite]}`);
    case "recipient":
      return [(value as Recipient).name];
    default:
      return String(value).split("\n");
  }
}

/** Every question with its answer, for review, print and copy. A skipped one has no lines. */
export function sectionsOf(definition: Definition, answers: Answers): Section[] {
  return visibleSteps(definition, answers)
    .filter(({ field }) => field !== "review")
    .map((step) => ({ id: step.id, title: worded(step, answers).title, lines: linesOf(step, answers[step.id]) }));
}

/** The whole sheet as plain text. */
export function plainSheet(title: string, sections: Section[]): string {
  const parts = sections.filter(({ lines }) => lines.length).map((section) => [section.title, ...section.lines].join("\n"));
  const signature = [words.printDate, words.printSignature, words.printName, words.printPhone].map((line) => `${line}: ____________________`);
  return [title, ...parts, signature.join("\n")].join("\n\n");
}

export function recipientLine(answers: Answers): string {
  const name = (answers.recipient as Recipient | undefined)?.name;
  return name ? fill(words.printTo, { name }) : "";
}
