import { saysNothing } from "../asking";
import type { Actor, Answers, Goal } from "../definition";

/** The answers without those in the person's own words that say nothing: as `actions/drafting/told.py`. */
export function told(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).map(([step, value]) => [step, spoken(value)]));
}

function spoken(value: unknown): unknown {
  if (typeof value === "string") return saysNothing(value) ? "" : value;
  if (Array.isArray(value)) return value.filter((row) => !saysNothing(ownWords(row as Row)));
  const { other, name } = (value ?? {}) as { other?: string; name?: string };
  if (other) return { ...(value as object), other: spoken(other) };
  return name && saysNothing(name) ? { name: "" } : value;
}

type Row = string | Partial<Goal & Actor>;

function ownWords(row: Row): string {
  return typeof row === "string" ? row : (row.goal ?? row.name ?? "");
}
