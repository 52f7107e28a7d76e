import { button, h, hiddenText } from "../dom";
import { fill } from "../fill";
import type { TaskId } from "../storage";
import type { TakeAlong } from "./take-along";
import type { Section } from "./wording";
import { words } from "./words";

export interface ReviewActions {
  change(step: string): void;
  /** Begins again with an empty draft. */
  restart(): void;
  /** Goes over to the reminder with the same answers; absent where there is none to write. */
  writeReminder: (() => void) | undefined;
  checkAfter(): void;
  files: TakeAlong;
}

function reviewed({ id, title, lines }: Section, change: (step: string) => void): HTMLElement {
  const label = fill(words.changeNamed, { title });
  const edit = button("", () => change(id), { class: "small" });
  edit.append(h("span", { "aria-hidden": "true" }, words.change), hiddenText(label));
  const answers = lines.length
    ? lines.map((line) => h("p", { dir: "auto" }, line))
    : [h("p", { class: "fine" }, words.skipped)];
  return h("li", { class: "item reviewed" }, h("div", {}, h("h4", {}, title), ...answers), edit);
}

/** The paper itself, before anything is saved of it. */
function preview(files: TakeAlong): HTMLElement {
  return h(
    "details",
    { open: true },
    h("summary", {}, words.preview),
    h(
      "div",
      { class: "paper", tabindex: 0, role: "document", "aria-label": words.preview },
      ...files.preview(),
    ),
  );
}

/** What the person does now, and what can help to remember it. */
function whatNow({ files, writeReminder, checkAfter }: ReviewActions, task: TaskId): HTMLElement[] {
  return [
    h("h4", {}, words.next),
    h("ol", { class: "next" }, ...words.nextSteps[task].map((step) => h("li", {}, step))),
    h(
      "p",
      { class: "actions" },
      task === "draft" && button(words.remind, () => files.reminder()),
      writeReminder && button(words.writeReminder, writeReminder),
      task === "prepare" && button(words.checkAfter, checkAfter),
      files.canShare && button(words.share, () => void files.share()),
    ),
  ];
}

function takeAlong(files: TakeAlong, hasDates: boolean): HTMLElement[] {
  return [
    h("h4", {}, words.local),
    h("p", { class: "fine" }, words.localNote),
    h(
      "p",
      { class: "actions" },
      button(words.print, () => void files.print(), { class: "main" }),
      button(words.formats.docx, () => void files.word()),
      button(words.formats.txt, () => files.text()),
      button(words.copy, () => void files.copy()),
      hasDates && button(words.calendar, () => files.calendar()),
    ),
    h("h4", {}, words.files),
    h("p", { class: "fine" }, words.filesNote),
    h(
      "p",
      { class: "actions" },
      button(words.formats.pdf, () => void files.pdf()),
    ),
  ];
}

/** Every answer with "Ändra", what may be missing, and the ways to take the paper along. */
export function reviewView(
  sections: Section[],
  note: string,
  hasDates: boolean,
  actions: ReviewActions,
  task: TaskId,
): HTMLElement {
  return h(
    "div",
    { class: "stack" },
    h("ol", { class: "rows", role: "list" }, ...sections.map((section) => reviewed(section, actions.change))),
    note && h("p", { class: "fine" }, note),
    preview(actions.files),
    ...takeAlong(actions.files, hasDates),
    ...whatNow(actions, task),
    h(
      "details",
      {},
      h("summary", {}, words.restart),
      h("p", {}, words.restartQuestion),
      h("p", { class: "actions" }, button(words.restartYes, actions.restart)),
    ),
  );
}
