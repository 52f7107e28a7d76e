import { button, h, uniqueId } from "../dom";
import { formatted } from "../messages";
import type { Draft, TaskId, TaskState } from "../storage";
import type { TaskCard, TaskHost } from "../task-host";
import { fill } from "../fill";
import type { Definition, Step } from "./definition";
import { makeDocument, type Format } from "./documents";
import { offerFile, parseDraft, saveDraft } from "./draft-file";
import { currentAnswers, isEmpty, nextStep, previousStep, progress, visibleSteps, worded } from "./engine";
import { fields } from "./fields";
import type { Field } from "./fields/field";
import { printSheet } from "./print";
import { reviewView } from "./review";
import { checked, mayBeKept } from "./validation";
import { plainSheet, recipientLine, sectionsOf, type Section } from "./wording";
import { words } from "./words";

/** One guided task as a card after the conversation: a question at a time, its answers kept in this tab. */
export class Card implements TaskCard {
  private readonly element = h("section", { class: "card", part: "task" });
  private state: TaskState;
  private shown = "";
  private backToReview = false;

  constructor(private readonly host: TaskHost, private readonly task: TaskId, private readonly definition: Definition) {
    this.state = host.state(task) ?? this.fresh();
    host.place.replaceChildren(this.element);
  }

  show(step: string, stayPaused: boolean): void {
    const first = !this.shown;
    const known = visibleSteps(this.definition, this.answers).some(({ id }) => id === step);
    const resuming = first && step === this.definition.steps[0]?.id && this.state.step !== step;
    const target = known && !resuming ? step : this.state.step;
    if (!stayPaused) this.state.paused = false;
    this.keep({ step: target });
    if (resuming) {
      this.host.tell(words.resumed);
      this.host.moved(this.task, target);
    }
    if (target !== this.shown || !stayPaused) this.render(false);
  }

  pause(): void {
    this.keep({ paused: true });
    this.render(false);
  }

  question(step: string): string {
    const found = this.definition.steps.find(({ id }) => id === step);
    return found ? worded(found, this.answers).question : "";
  }

  private fresh(): TaskState {
    const letter = this.task === "prepare" ? "prepare" : (this.definition.letter ?? "request");
    return { step: this.definition.steps[0]?.id ?? "", paused: false, draft: { version: 1, letter, answers: {} } };
  }

  private get answers(): Draft["answers"] {
    return this.state.draft.answers;
  }

  private get draft(): Draft {
    return { ...this.state.draft, answers: currentAnswers(this.definition, this.answers) };
  }

  private get sections(): Section[] {
    return sectionsOf(this.definition, this.answers);
  }

  private get title(): string {
    return (words.letters as Record<string, string>)[this.state.draft.letter] ?? this.definition.title;
  }

  private keep(change: Partial<TaskState>): void {
    this.state = { ...this.state, ...change };
    this.host.save(this.task, this.state);
  }

  private answer(step: string, value: unknown): void {
    const answers = { ...this.answers };
    if (isEmpty(value)) delete answers[step];
    else answers[step] = value;
    this.keep({ draft: { ...this.state.draft, answers } });
  }

  private goTo(step: string | undefined): void {
    if (!step) return;
    this.keep({ step });
    this.host.tell("");
    this.host.moved(this.task, step);
    this.render(true);
  }

  private onwards(from: string): void {
    const review = this.definition.steps.find(({ field }) => field === "review")?.id;
    const next = this.backToReview ? review : nextStep(this.definition, this.answers, from)?.id;
    this.backToReview = false;
    this.goTo(next);
  }

  private render(moveFocus: boolean): void {
    const step = this.definition.steps.find(({ id }) => id === this.state.step);
    if (!step) return;
    this.shown = step.id;
    const progressText = this.progressText(step);
    if (this.state.paused) {
      const label = fill(words.resume, { title: this.definition.title, progress: progressText });
      const resume = button(label, () => (this.keep({ paused: false }), this.render(true)), { class: "main" });
      this.element.replaceChildren(resume);
      if (moveFocus) resume.focus();
      return;
    }
    const question = h("h3", { id: uniqueId("question"), tabindex: -1 }, worded(step, this.answers).question);
    this.element.setAttribute("aria-labelledby", question.id);
    this.element.replaceChildren(
      h("p", { class: "fine" }, `${this.definition.title} · ${progressText}`),
      ...this.introduction(step),
      question,
      ...this.help(worded(step, this.answers)),
      step.field === "review" ? this.review() : this.form(step, question.id),
      this.footer(),
    );
    if (!moveFocus) return;
    question.focus({ preventScroll: true });
    this.element.scrollIntoView({ block: "start" });
  }

  private progressText(step: Step): string {
    return step.field === "review" ? words.reviewProgress : fill(words.progress, progress(this.definition, this.answers, step.id));
  }

  private introduction(step: Step): HTMLElement[] {
    if (step.id !== this.definition.steps[0]?.id) return [];
    return formatted(this.definition.intro ?? "");
  }

  private help({ why, examples, help }: Step): HTMLElement[] {
    const folded = (label: string, ...content: HTMLElement[]): HTMLElement => h("details", {}, h("summary", {}, label), ...content);
    const listed = (items: string[]): HTMLElement => h("ul", { class: "examples" }, ...items.map((item) => h("li", {}, item)));
    return [
      ...(why ? [folded(words.why, ...formatted(why))] : []),
      ...(examples?.length ? [folded(words.examples, listed(examples))] : []),
      ...(help?.length ? [folded(words.help, listed(help))] : []),
    ];
  }

  private form(step: Step, questionId: string): HTMLElement {
    const field = fields[step.field as Exclude<Step["field"], "review">]({
      step,
      value: this.answers[step.id],
      questionId,
      contacts: this.host.contacts(),
      findContact: () => this.host.ask("/hitta-kontakt", words.findRecipient),
    });
    const save = h("button", { type: "submit", class: "main" }, this.backToReview ? words.saveBack : words.save);
    const previous = previousStep(this.definition, this.answers, step.id);
    const skip = button("", () => this.skip(step));
    const form = h(
      "form",
      { class: "stack", novalidate: true },
      field.element,
      h("p", { class: "actions" }, save, !step.required && skip, previous && button(words.back, () => this.goTo(previous.id))),
    );
    const nameSkip = (): void => void (skip.textContent = isEmpty(field.read()) ? words.skip : words.skipErase);
    nameSkip();
    const remember = (): void => {
      nameSkip();
      if (mayBeKept(form)) this.answer(step.id, field.read());
    };
    form.addEventListener("input", remember);
    form.addEventListener("change", remember);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.save(step, field, form);
    });
    return form;
  }

  private save(step: Step, field: Field, form: HTMLElement): void {
    const value = field.read();
    if (!checked(form, Boolean(step.required) && isEmpty(value))) return;
    this.answer(step.id, value);
    this.onwards(step.id);
  }

  private skip(step: Step): void {
    this.answer(step.id, undefined);
    this.onwards(step.id);
  }

  private review(): HTMLElement {
    return reviewView(this.sections, this.state.draft.letter, {
      change: (step) => {
        this.backToReview = true;
        this.goTo(step);
      },
      letter: (letter) => this.keep({ draft: { ...this.state.draft, letter } }),
      download: (format) => void this.download(format),
      print: () => printSheet(this.host.root, this.title, recipientLine(this.answers), this.sections),
      copy: () => void this.copy(),
    });
  }

  private async download(format: Format): Promise<void> {
    this.host.tell(words.making);
    const file = await makeDocument(this.host.origin, this.draft, format);
    if (file) offerFile(file, `${words.fileName[this.task]}.${format}`);
    this.host.tell(file ? words.made : words.makeFailed);
  }

  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(plainSheet(this.title, this.sections));
      this.host.tell(words.copied);
    } catch {
      this.host.tell(words.copyFailed);
    }
  }

  private footer(): HTMLElement {
    const file = h("input", { type: "file", accept: "application/json,.json", hidden: true, change: () => void this.openFile(file) });
    return h(
      "div",
      { class: "card-foot" },
      h("p", { class: "fine" }, words.privacy),
      h(
        "p",
        { class: "actions" },
        button(words.pause, () => (this.keep({ paused: true }), this.render(true)), { class: "small" }),
        button(words.saveFile, () => saveDraft(this.draft, `${words.fileName[this.task]}.json`), { class: "small" }),
        button(words.openFile, () => file.click(), { class: "small" }),
        file,
      ),
    );
  }

  private async openFile(input: HTMLInputElement): Promise<void> {
    const draft = parseDraft((await input.files?.[0]?.text()) ?? "", this.definition);
    if (!draft) return this.host.tell(words.openFailed);
    this.keep({ draft });
    this.goTo(this.definition.steps.at(-1)?.id);
    this.host.tell(words.opened);
  }
}
