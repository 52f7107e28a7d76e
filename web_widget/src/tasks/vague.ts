import type { Goal, Step } from "./definition";

const FEW_WORDS = 6;

function folded(text: string): string {
  return text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean).join(" ");
}

/** True for a goal in a few words of the kind that nobody can tell when it is reached. */
export function isVague(step: Step, { goal, subgoals, when }: Goal): boolean {
  const said = folded(goal);
  if (subgoals.some(Boolean) || when || said.split(" ").length > FEW_WORDS) return false;
  return Boolean(step.vague?.some((words) => ` ${said} `.includes(` ${folded(words)} `)));
}
