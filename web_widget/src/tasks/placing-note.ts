import { button, h } from "../dom";
import { fill } from "../fill";
import { formatted } from "../messages";
import type { Answers } from "./definition";
import { words } from "./words";

/** Words that came from the message field, and what stood in each answer before that they changed. */
export interface Placing {
  text: string;
  before: Answers;
  /** What they told beside the answer, as `Vem det är: Min mamma`. */
  also: string[];
  /** False when they fit no answer here. */
  fits: boolean;
  /** What became of them. */
  told: string;
  /** True when they, or the question behind them, have been sent. */
  asked: boolean;
  /** Whom they say that the paper is about, if another than the answers say; nothing when they do not say who. */
  another: string | undefined;
  /** Words of care, for someone who sounds worn out or in danger; else empty. */
  care: string;
}

/** Says what became of words from the message field, and lets the person take it back or ask instead. */
export function placingNote(
  { fits, told, asked, also, care, another }: Placing,
  undo: () => void,
  ask: () => void,
  change: () => void,
): HTMLElement {
  return h(
    "div",
    { class: "notice stack", role: "group", "aria-label": told },
    ...formatted(care),
    h("p", {}, told),
    ...also.map((answer) => h("p", {}, fill(words.alsoPlaced, { answer }))),
    h(
      "p",
      { class: "actions" },
      another !== undefined && button(words.changePerson, change, { class: "small" }),
      fits && button(words.undo, undo, { class: "small" }),
      !asked && button(words.askInstead, ask, { class: "small" }),
    ),
  );
}

/** Puts the focus where the words now stand, with the note in sight. */
export function focusWritten(card: HTMLElement): void {
  const boxes = [
    ...card.querySelectorAll<HTMLInputElement>("form textarea, form input[type=text]:not([data-aside])"),
  ];
  const written = boxes.filter((box) => box.value).pop();
  const target = written ?? card.querySelector<HTMLElement>("form input:checked") ?? boxes[0];
  target?.focus({ preventScroll: true });
  card.querySelector(".notice")?.scrollIntoView({ block: "nearest" });
  target?.scrollIntoView({ block: "nearest" });
}
