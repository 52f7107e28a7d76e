import type { TaskHost } from "../task-host";
import { h } from "../dom";
import type { Goal, Step } from "./definition";
import { fold } from "./fold";
import { words } from "./words";

const FEW_WORDS = 6;

/** True for a goal in a few words of the kind that nobody can tell when it is reached. */
export function isVague(step: Step, { goal, subgoals, when }: Goal): boolean {
  const said = fold(goal);
  if (subgoals.some(Boolean) || when || said.split(" ").length > FEW_WORDS) return false;
  return Boolean(step.vague?.some((words) => ` ${said} `.includes(` ${fold(words)} `)));
}

/** Asks once what a vague goal means. Saving again keeps it as it is. */
export class GoalQuestion {
  private asked = false;

  constructor(private readonly host: TaskHost) {}

  /** True when it is asked now, in the form of the step and with the help of the card opened. */
  asks(step: Step, goals: Goal[], form: HTMLElement, card: HTMLElement): boolean {
    if (this.asked || !goals.some((goal) => isVague(step, goal))) return false;
    this.asked = true;
    const notice = h("p", { class: "notice" }, words.concrete);
    form.prepend(notice);
    for (const [within, details] of [
      [card, "details.questions"],
      [form, "details"],
    ] as const)
      within.querySelector<HTMLDetailsElement>(details)?.setAttribute("open", "");
    this.host.tell(words.concrete);
    notice.scrollIntoView({ block: "start" });
    form.querySelector<HTMLElement>("input")?.focus({ preventScroll: true });
    return true;
  }

  /** Another task may be asked about again. */
  forget(): void {
    this.asked = false;
  }
}
