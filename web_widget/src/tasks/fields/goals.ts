import { h } from "../../dom";
import { fill } from "../../fill";
import type { Goal } from "../definition";
import { isEmpty } from "../engine";
import { words } from "../words";
import type { Field, FieldContext } from "./field";
import { line, lines } from "./list";
import { rowsField } from "./rows";

function goalField(value: Goal, number: number): Field {
  const name = fill(words.goal, { number });
  const goal = line(words.goalText, value.goal);
  const when = line(words.when, value.when);
  const subgoals = lines(value.subgoals, words.addSubgoal, words.subgoal, { "aria-label": name });
  const more = h(
    "details",
    { open: value.subgoals.length > 0 },
    h("summary", {}, words.addSubgoal),
    subgoals.element,
  );
  return {
    element: h(
      "div",
      { class: "stack", role: "group", "aria-label": name },
      h("h4", {}, name),
      goal.element,
      when.element,
      more,
    ),
    read: () => ({ goal: goal.read(), subgoals: subgoals.read(), when: when.read() }),
  };
}

export function goalsField({ value, questionId }: FieldContext): Field {
  const rows = rowsField<Goal>({
    values: Array.isArray(value) ? (value as Goal[]) : [],
    blank: { goal: "", subgoals: [], when: "" },
    addLabel: words.addGoal,
    row: goalField,
    name: (number) => fill(words.goal, { number }),
    naming: { "aria-labelledby": questionId },
  });
  return { element: rows.element, read: () => (rows.read() as Goal[]).filter((goal) => !isEmpty(goal)) };
}
