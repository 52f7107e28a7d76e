import type { HasIdentityNumber } from "../chat-file";
import { h, uniqueId } from "../dom";
import { fill } from "../fill";
import { words } from "./words";

type TextBox = HTMLInputElement | HTMLTextAreaElement;

const MAX_LINE = 300;
const MAX_TEXT = 4000;

function problemWith(box: TextBox, hasIdentityNumber: HasIdentityNumber): string {
  const max = box instanceof HTMLTextAreaElement ? MAX_TEXT : MAX_LINE;
  if (box.value.length > max) return fill(words.errorLong, { max, over: box.value.length - max });
  return hasIdentityNumber(box.value) ? words.errorIdentifier : "";
}

function tie(box: HTMLElement, problem: string): void {
  const id = uniqueId("error");
  box.before(h("p", { class: "error", id }, problem));
  box.setAttribute("aria-invalid", "true");
  box.setAttribute("aria-describedby", id);
}

function untie(container: HTMLElement): void {
  for (const error of container.querySelectorAll(".error")) error.remove();
  for (const box of container.querySelectorAll("[aria-invalid]")) {
    box.removeAttribute("aria-invalid");
    box.removeAttribute("aria-describedby");
  }
}

function textBoxes(container: HTMLElement): TextBox[] {
  return [...container.querySelectorAll<TextBox>("textarea, input[type=text]")];
}

/** True when no text box holds something that must not be kept. */
export function mayBeKept(container: HTMLElement, identity: HasIdentityNumber): boolean {
  return textBoxes(container).every((box) => !problemWith(box, identity));
}

/** Shows each problem at its field and puts the focus on the first. True when there is none. */
export function checked(container: HTMLElement, identity: HasIdentityNumber, missing = false): boolean {
  untie(container);
  for (const box of textBoxes(container)) {
    const problem = problemWith(box, identity);
    if (problem) tie(box, problem);
  }
  if (missing)
    tie(
      container.querySelector<HTMLElement>("[role=radiogroup], [role=group]") ?? container,
      words.errorRequired,
    );
  const first = container.querySelector<HTMLElement>("[aria-invalid]");
  const target = first?.matches("textarea, input")
    ? first
    : first?.querySelector<HTMLElement>("input, textarea");
  target?.focus();
  return !first;
}
