import { h } from "../dom";
import { fill } from "../fill";
import type { Definition } from "./definition";
import { labelOf } from "./engine";
import { radios } from "./fields/choice";
import { words } from "./words";

/** Which letter it is, folded, with the others to choose; nothing for a task with one paper. */
export function letterChoice(
  { letters }: Definition,
  letter: string,
  choose: (letter: string) => void,
): HTMLElement | null {
  if (!letters?.length) return null;
  const choice = radios(letters, letter, { "aria-label": words.letter });
  choice.element.addEventListener("change", () => choose(String(choice.read())));
  return h(
    "details",
    {},
    h("summary", {}, fill(words.letterNow, { letter: labelOf(letters, letter) })),
    choice.element,
  );
}
