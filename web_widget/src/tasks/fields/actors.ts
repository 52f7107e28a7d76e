import { button, h } from "../../dom";
import { fill } from "../../fill";
import { checked } from "../validation";
import type { Actor, Invite, Option, Side } from "../definition";
import { placed } from "../placing";
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
  const rows = new Map<string, { element: HTMLElement; read(): Actor }>();
  const ticks = new Map<string, HTMLElement>();
  const chosenList = h("ul", { class: "rows", role: "list" });
  const note = h("p", { class: "fine", role: "status" });
  const boxes = h("div", { class: "picks", role: "group", "aria-label": words.actorChoose });
  const nameLine = line(words.actorName, "");
  const nameBox = nameLine.element.querySelector("input")!;

  const chosen = (): Actor[] => [...rows.values()].map((row) => row.read());
  /** These, and those named in the box; words that must not be kept stay there. */
  const withNamed = (actors: Actor[]): Actor[] =>
    ((!hasIdentityNumber(nameBox.value) && placed(step, actors, nameBox.value)) || actors) as Actor[];
  const tell = (): void => void (note.textContent = sideNote(chosen()));
  const changed = (): void => void chosenList.dispatchEvent(new Event("change", { bubbles: true }));

  const drop = (name: string): void => {
    rows.get(name)?.element.remove();
    rows.delete(name);
  };

  const take = ({ name, side, invite }: Actor): void => {
    const sides = radios(optionsFrom(words.sides), side, { "aria-label": `${name}: ${words.side}` });
    const invites = radios(optionsFrom(words.invites), invite, { "aria-label": `${name}: ${words.invite}` });
    const tick = ticks.get(name);
    const element = tick
      ? invites.element
      : h(
          "li",
          { class: "item stack" },
          h("h4", {}, name),
          h("p", { class: "fine" }, words.side),
          sides.element,
          h("p", { class: "fine" }, words.invite),
          invites.element,
          button(words.remove, () => (drop(name), changed(), nameBox.focus()), {
            class: "small",
            "aria-label": fill(words.removeNamed, { name }),
          }),
        );
    if (tick) {
      tick.querySelector("input")!.checked = true;
      tick.after(element);
    } else chosenList.append(element);
    rows.set(name, {
      element,
      read: () => ({ name, side: sides.read() as Side, invite: invites.read() as Invite }),
    });
  };

  const add = button(
    words.addActor,
    () => {
      const before = chosen();
      const actors = withNamed(before);
      const named = actors.filter((actor) => !before.includes(actor)).pop();
      if (!checked(nameLine.element, hasIdentityNumber) || !named) return nameBox.focus();
      for (const { name } of before) drop(name);
      actors.forEach(take);
      nameBox.value = "";
      changed();
      rows.get(named.name)?.element.querySelector("input")?.focus();
    },
    { class: "small" },
  );
  nameBox.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    add.click();
  });

  for (const { id, label, side = "annan" } of step.options ?? []) {
    const tick = pick("checkbox", "", { id, label }, false);
    tick.addEventListener("change", (event) => {
      if ((event.target as HTMLInputElement).checked) take({ name: label, side, invite: "ja" });
      else drop(label);
    });
    ticks.set(label, tick);
    boxes.append(tick);
  }
  for (const part of [boxes, chosenList]) part.addEventListener("change", tell);
  if (Array.isArray(value)) (value as Actor[]).forEach(take);
  tell();

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
      ticks.size > 0 && boxes,
      chosenList,
      adding,
      note,
    ),
    read: () => withNamed(chosen()),
  };
}
