import { button, h } from "../../dom";
import { fill } from "../../fill";
import { checked } from "../validation";
import type { Actor, Invite, Option, Side } from "../definition";
import { words } from "../words";
import { pick, radios } from "./choice";
import type { Field, FieldContext } from "./field";
import { line } from "./list";

function optionsFrom(labels: Record<string, string>): Option[] {
  return Object.entries(labels).map(([id, label]) => ({ id, label }));
}

/** What the law asks of both sides, said gently; empty when both are there or nobody is named yet. */
export function sideNote(actors: Actor[]): string {
  if (!actors.length) return "";
  const missing = (["kommun", "region"] as const).filter(
    (side) => !actors.some((actor) => actor.side === side && actor.invite !== "nej"),
  );
  return missing.map((side) => words.sideMissing[side]).join(" ");
}

/** Actors chosen from a list or named freely, each with its side and whether to invite it. */
export function actorsField({ step, value, questionId, hasIdentityNumber }: FieldContext): Field {
  const known = step.options ?? [];
  const rows = new Map<string, { element: HTMLElement; read(): Actor }>();
  const chosenList = h("ul", { class: "rows", role: "list" });
  const note = h("p", { class: "fine", role: "status" });
  const boxes = h("div", { class: "picks", role: "group", "aria-label": words.actorChoose });
  const nameLine = line(words.actorName, "");
  const nameBox = nameLine.element.querySelector("input")!;

  const read = (): Actor[] => [...rows.values()].map((row) => row.read());
  const changed = (): void => {
    note.textContent = sideNote(read());
    chosenList.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const drop = (name: string): void => {
    rows.get(name)?.element.remove();
    rows.delete(name);
    changed();
  };

  const take = ({ name, side, invite }: Actor, below?: HTMLElement): void => {
    if (rows.has(name)) return;
    const invites = radios(optionsFrom(words.invites), invite, { "aria-label": `${name}: ${words.invite}` });
    if (below) {
      below.after(invites.element);
      invites.element.addEventListener("change", () => (note.textContent = sideNote(read())));
      rows.set(name, {
        element: invites.element,
        read: () => ({ name, side, invite: invites.read() as Invite }),
      });
      return;
    }
    const sides = radios(optionsFrom(words.sides), side, { "aria-label": `${name}: ${words.side}` });
    const remove = button(words.remove, () => (drop(name), nameBox.focus()), {
      class: "small",
      "aria-label": fill(words.removeNamed, { name }),
    });
    const element = h(
      "li",
      { class: "item stack" },
      h("h4", {}, name),
      h("p", { class: "fine" }, words.side),
      sides.element,
      h("p", { class: "fine" }, words.invite),
      invites.element,
      remove,
    );
    element.addEventListener("change", () => (note.textContent = sideNote(read())));
    chosenList.append(element);
    rows.set(name, {
      element,
      read: () => ({ name, side: sides.read() as Side, invite: invites.read() as Invite }),
    });
  };

  const add = button(
    words.addActor,
    () => {
      const name = nameBox.value.trim();
      if (!name || !checked(nameLine.element, hasIdentityNumber)) {
        nameBox.focus();
        return;
      }
      take({ name, side: "annan", invite: "ja" });
      nameBox.value = "";
      changed();
      rows.get(name)?.element.querySelector("input")?.focus();
    },
    { class: "small" },
  );
  nameBox.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    add.click();
  });

  const given = Array.isArray(value) ? (value as Actor[]) : [];
  for (const { id, label, side = "annan" } of known) {
    const saved = given.find(({ name }) => name === label);
    const box = pick("checkbox", "", { id, label }, Boolean(saved));
    box.addEventListener("change", (event) => {
      if ((event.target as HTMLInputElement).checked) take({ name: label, side, invite: "ja" }, box);
      else drop(label);
      changed();
    });
    boxes.append(box);
    if (saved) take(saved, box);
  }
  for (const actor of given) take(actor);
  note.textContent = sideNote(given);

  const adding = h(
    "div",
    { class: "stack", role: "group", "aria-label": words.actorNew },
    nameLine.element,
    add,
  );
  return {
    element: h(
      "div",
      { class: "stack", role: "group", "aria-labelledby": questionId },
      known.length > 0 && boxes,
      chosenList,
      adding,
      note,
    ),
    read,
  };
}
