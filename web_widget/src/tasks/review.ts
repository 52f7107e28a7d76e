import { button, h, hiddenText } from "../dom";
import { fill } from "../fill";
import { radios } from "./fields/choice";
import type { Format } from "./documents";
import type { Section } from "./wording";
import { words } from "./words";

export interface ReviewActions {
  change(step: string): void;
  letter(id: string): void;
  download(format: Format): void;
  print(): void;
  copy(): void;
}

function reviewed({ id, title, lines }: Section, change: (step: string) => void): HTMLElement {
  const label = fill(words.changeNamed, { title });
  const edit = button("", () => change(id), { class: "small" });
  edit.append(h("span", { "aria-hidden": "true" }, words.change), hiddenText(label));
  const answers = lines.length ? lines.map((line) => h("p", {}, line)) : [h("p", { class: "fine" }, words.skipped)];
  return h("li", { class: "item reviewed" }, h("div", {}, h("h4", {}, title), ...answers), edit);
}

function letterChoice(letter: string, actions: ReviewActions): HTMLElement | null {
  if (letter === "prepare") return null;
  const letters = Object.entries(words.letters).filter(([id]) => id !== "prepare");
  const choice = radios(letters.map(([id, label]) => ({ id, label })), letter, { "aria-label": words.letter });
  choice.element.addEventListener("change", () => actions.letter(String(choice.read())));
  return h("div", { class: "stack" }, h("h4", {}, words.letter), choice.element);
}

/** Every answer with "Ändra", and the ways to take the sheet along. */
export function reviewView(sections: Section[], letter: string, actions: ReviewActions): HTMLElement {
  const formats = ["pdf", "docx", "txt"] as const;
  return h(
    "div",
    { class: "stack" },
    h("ol", { class: "rows", role: "list" }, ...sections.map((section) => reviewed(section, actions.change))),
    letterChoice(letter, actions),
    h("h4", {}, words.files),
    h("p", { class: "fine" }, words.filesNote),
    h("p", { class: "actions" }, ...formats.map((format) => button(words.formats[format], () => actions.download(format), { class: format === "pdf" ? "main" : "" }))),
    h("h4", {}, words.local),
    h("p", { class: "fine" }, words.localNote),
    h("p", { class: "actions" }, button(words.print, actions.print), button(words.copy, actions.copy)),
  );
}
