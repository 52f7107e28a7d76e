import { expect, it } from "vitest";
import vectors from "../../../tests/tasks/inviting.json";
import type { Actor, Step } from "../../src/tasks/definition";
import { placed } from "../../src/tasks/placing";

interface Row extends Partial<Record<Actor["invite"], string[]>> {
  text: string;
  before?: string[];
}

const step = { id: "x", title: "", question: "", field: "actors", options: vectors.options } as Step;
const invites = ["ja", "nej", "vet-inte"] as const;

/** As `tests/tasks/test_inviting.py` holds the service to the same rows. */
it.each(vectors.rows as Row[])("$text", ({ text, before, ...expected }) => {
  const already = before?.map((name): Actor => ({ name, side: "kommun", invite: "ja" }));
  const actors = placed(step, already, text) as Actor[];
  const named = invites.map((kind) => [kind, actors.filter((a) => a.invite === kind).map((a) => a.name)]);
  expect(Object.fromEntries(named.filter(([, names]) => names!.length))).toEqual(expected);
});

it("reads a very long row of words at once", () => {
  expect(placed(step, undefined, "af ".repeat(90).trim())).toHaveLength(1);
});
