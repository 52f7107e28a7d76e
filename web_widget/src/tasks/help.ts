import { h } from "../dom";
import { formatted } from "../messages";
import type { Step } from "./definition";
import { words } from "./words";

/** Why it is asked, examples and questions that help: folded, to open on demand. */
export function helpFor({ why, examples, help }: Step): HTMLElement[] {
  return [
    ...(why ? [folded(words.why, "why", ...formatted(why))] : []),
    ...(examples?.length ? [folded(words.examples, "examples-fold", listed(examples))] : []),
    ...(help?.length ? [folded(words.help, "questions", listed(help))] : []),
  ];
}

function folded(label: string, name: string, ...content: HTMLElement[]): HTMLElement {
  return h("details", { class: name }, h("summary", {}, label), ...content);
}

function listed(items: string[]): HTMLElement {
  return h("ul", { class: "examples" }, ...items.map((item) => h("li", {}, item)));
}
