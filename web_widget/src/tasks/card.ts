import { button, h, uniqueId } from "../dom";
import { fill } from "../fill";
import { formatted } from "../messages";
import type { Draft, TaskId, TaskState } from "../storage";
import type { TaskCard, TaskHost } from "../task-host";
import { cardFoot } from "./card-foot";
import type { Actor, Definition, Goal, Step } from "./definition";
import { parseDraft, saveDraft } from "./draft-file";
import { currentAnswers, firstUnanswered, isEmpty, nextStep, previousStep, progress, visibleSteps, worded } from "./engine";
import { sideNote } from "./fields/actors";
import { helpFor } from "./help";
import { letterChoice } from "./letter-choice";
import type { Wordings } from "./letter/wordings";
import { reviewView } from "./review";
import { stepForm } from "./step-form";
import { TakeAlong } from "./take-along";
import { isVague } from "./vague";
import { sectionsOf } from "./wording";
import { words } from "./words";

/** One guided task as a card after the conversation: a question at a time, its answers kept in this tab. */
export class Card implements TaskCard {
  private readonly element = h("section", { class: "card", part: "task" });
  private state: TaskState;
  private shown = "";
  private shownContacts = 0;
  private backToReview = false;
  private askedAboutGoal = false;
  private introduces = false;
  private readonly files: TakeAlong;

  constructor(
    private readonly host: TaskHost,
    private readonly task: TaskId,
    private readonly definition: Definition,
    private readonly wordings: Wordings,
  ) {
    this.state = host.state(task) ?? this.fresh();
    this.files = new TakeAlong(host, definition, wordings, () => this.draft);
    host.place.replaceChildren(this.element);
  }

  show(step: string, stayPaused: boolean, letter?: string): void {
    if (letter && letter !== this.draft.letter && this.knows(letter)) return this.write(letter);
    const first = !this.shown;
    const known = visibleSteps(this.definition, this.draft).some(({ id }) => id === step);
    const resuming = first && step === this.definition.steps[0]?.id && this.state.step !== step;
    // The card knows where it is; a question in between must not move it.
    const target = known && !resuming && !(stayPaused && !first) ? step : this.state.step;
    if (!stayPaused) this.state.paused = false;
    this.keep({ step: target });
    if (resuming) {
      this.host.tell(words.resumed);
      this.host.moved(this.task, target);
    }
    if (target !== this.shown || !stayPaused) this.render(false);
  }

  begin(): void {
    this.introduces = true;
    this.show(this.state.step, false);
  }

  refresh(): void {
    if (this.shown && this.host.contacts().length !== this.shownContacts) this.render(false);
  }

  pause(): void {
    this.keep({ paused: true });
    this.render(false);
  }

  question(step = this.shown): string {
    const found = this.definition.steps.find(({ id }) => id === step);
    return found ? worded(found, this.draft).question : "";
  }

  private fresh(): TaskState {
    const { steps, letter = this.task } = this.definition;
    return { step: steps[0]?.id ?? "", paused: false, draft: { version: 1, letter, answers: {} } };
  }

  private get answers(): Draft["answers"] {
    return this.state.draft.answers;
  }

  /** The draft as it is taken along: without answers to questions that do not concern it. */
  private get draft(): Draft {
    const { draft } = this.state;
    return { ...draft, answers: currentAnswers(this.definition, draft) };
  }

  private get title(): string {
    return this.definition.letters?.find(({ id }) => id === this.state.draft.letter)?.label ?? this.definition.title;
  }

  private knows(letter: string): boolean {
    return Boolean(this.definition.letters?.some(({ id }) => id === letter));
  }

  /** Goes over to another letter. All answers are kept; the first question without one is asked. */
  private write(letter: string): void {
    this.keep({ paused: false, draft: { ...this.state.draft, letter } });
    const step = firstUnanswered(this.definition, this.state.draft);
    this.keep({ step });
    this.host.moved(this.task, step, `letter:${letter}`);
    this.host.moved(this.task, step);
    this.render(true);
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
    const next = this.backToReview ? review : nextStep(this.definition, this.state.draft, from)?.id;
    this.backToReview = false;
    this.goTo(next);
  }

  private render(moveFocus: boolean): void {
    const step = this.definition.steps.find(({ id }) => id === this.state.step);
    if (!step) return;
    this.shown = step.id;
    const progressText = this.progressText(step);
    if (this.state.paused) {
      const label = fill(words.resume, { title: this.title, progress: progressText });
      const resume = button(label, () => (this.keep({ paused: false }), this.render(true)), { class: "main" });
      this.element.replaceChildren(resume);
      if (moveFocus) resume.focus();
      return;
    }
    const asked = worded(step, this.state.draft);
    const question = h("h3", { id: uniqueId("question"), tabindex: -1 }, asked.question);
    this.element.setAttribute("aria-labelledby", question.id);
    const turning = step.field === "review" || this.isFirst(step);
    this.element.replaceChildren(
      h("p", { class: "fine" }, `${this.title} · ${progressText}`),
      ...(this.introduces && this.isFirst(step) ? formatted(this.definition.intro ?? "") : []),
      ...(turning ? [letterChoice(this.definition, this.state.draft.letter, (letter) => this.write(letter))] : []).filter((part) => part !== null),
      question,
      ...helpFor(asked),
      step.field === "review" ? this.review() : this.form(asked, question.id),
      this.foot(),
    );
    if (!moveFocus) return;
    question.focus({ preventScroll: true });
    this.element.scrollIntoView({ block: "start" });
  }

  private isFirst(step: Step): boolean {
    return step.id === this.definition.steps[0]?.id;
  }

  private progressText(step: Step): string {
    return step.field === "review" ? words.reviewProgress : fill(words.progress, progress(this.definition, this.state.draft, step.id));
  }

  private form(step: Step, questionId: string): HTMLElement {
    const contacts = this.host.contacts();
    this.shownContacts = contacts.length;
    const previous = previousStep(this.definition, this.state.draft, step.id);
    return stepForm(
      {
        step,
        value: this.answers[step.id],
        questionId,
        contacts,
        findContact: () => this.host.ask("/hitta-kontakt", words.findRecipient),
      },
      this.backToReview ? words.saveBack : words.save,
      {
        keep: (value) => this.answer(step.id, value),
        save: (value, form) => this.save(step, value, form),
        skip: () => this.skip(step),
        back: previous && (() => this.goTo(previous.id)),
      },
    );
  }

  private save(step: Step, value: unknown, form: HTMLElement): void {
    this.answer(step.id, value);
    if (step.field === "goals" && this.asksAboutGoal(step, value as Goal[], form)) return;
    this.onwards(step.id);
  }

  /** Asks once what a vague goal means. Saving again keeps it as it is. */
  private asksAboutGoal(step: Step, goals: Goal[], form: HTMLElement): boolean {
    if (this.askedAboutGoal || !goals.some((goal) => isVague(step, goal))) return false;
    this.askedAboutGoal = true;
    form.prepend(h("p", { class: "notice" }, words.concrete));
    this.element.querySelector<HTMLDetailsElement>("details.questions")?.setAttribute("open", "");
    form.querySelector<HTMLDetailsElement>("details")?.setAttribute("open", "");
    this.host.tell(words.concrete);
    return true;
  }

  private skip(step: Step): void {
    this.answer(step.id, undefined);
    this.onwards(step.id);
  }

  private review(): HTMLElement {
    const { draft } = this;
    const sections = sectionsOf(this.definition, this.state.draft, this.wordings.common.at);
    return reviewView(sections, sideNote((draft.answers.actors as Actor[] | undefined) ?? []), !isEmpty(draft.answers.dates), {
      change: (step) => {
        this.backToReview = true;
        this.goTo(step);
      },
      restart: () => {
        this.keep(this.fresh());
        this.askedAboutGoal = false;
        this.goTo(this.state.step);
      },
      files: this.files,
    });
  }

  private foot(): HTMLElement {
    return cardFoot(this.task, {
      pause: () => (this.keep({ paused: true }), this.render(true)),
      saveFile: () => saveDraft(this.draft, `${words.fileName[this.task]}.json`),
      openFile: (text) => this.openFile(text),
    });
  }

  private openFile(text: string): void {
    const draft = parseDraft(text, this.definition);
    if (!draft) return this.host.tell(words.openFailed);
    this.keep({ draft });
    this.goTo(this.definition.steps.at(-1)?.id);
    this.host.tell(words.opened);
  }
}
