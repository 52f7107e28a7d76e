import type { Context } from "../contract";
import { h } from "../dom";
import type { TaskId } from "../storage";
import type { Opening, Taken, TaskCard, TaskHost } from "../task-host";
import { CardFace } from "./card-face";
import { cardFoot } from "./card-foot";
import { CardForm } from "./card-form";
import { CardState } from "./card-state";
import { wordsFor, type Danger, type DangerWords } from "./danger";
import type { Actor, Definition, Step } from "./definition";
import { parseDraft, saveDraft } from "./draft-file";
import { followUp, isEmpty, stepBeside } from "./engine";
import { sideNote } from "./fields/actors";
import type { Wordings } from "./letter/wordings";
import { PlacedWords } from "./placed-words";
import { reviewView } from "./review";
import { TakeAlong } from "./take-along";
import { sectionsOf } from "./wording";
import { words } from "./words";

/** One guided task as a card after the conversation: a question at a time, moved by its own buttons alone. */
export class Card implements TaskCard {
  private readonly element = h("section", { class: "card", part: "task" });
  private readonly state: CardState;
  private readonly files: TakeAlong;
  private readonly face: CardFace;
  private readonly placed: PlacedWords;
  private readonly form: CardForm;
  /** The question that was left for another, which comes after it: the review, or the one under way. */
  private comesBackTo: string | undefined;

  constructor(
    private readonly host: TaskHost,
    private readonly task: TaskId,
    private readonly definition: Definition,
    private readonly wordings: Wordings,
    danger: (text: string) => Danger,
    said: DangerWords["said"] | undefined,
  ) {
    this.state = new CardState(host, task, definition);
    this.face = new CardFace(this.element, definition, this.state);
    this.placed = new PlacedWords(host, definition, this.state, danger, said, {
      element: this.element,
      show: () => this.render(false),
      changePerson: (text) => this.changePerson(text),
    });
    const careOf = (text: string): string => wordsFor(danger(text), said);
    this.form = new CardForm(host, definition, this.state, this.placed, this.element, careOf, {
      goTo: (step) => this.goTo(step),
      onwards: (from) => this.onwards(from),
    });
    this.files = new TakeAlong(host, definition, wordings, () => this.state.draft);
    host.place.replaceChildren(this.element);
  }

  open(opening: Opening): string {
    const resuming = this.state.isBegun;
    this.placed.forget();
    this.state.open(opening);
    this.render(false);
    if (resuming) {
      this.host.tell(words.resumed);
      this.element.scrollIntoView({ block: "start" });
    }
    return this.state.step?.question ?? "";
  }

  restore(): void {
    this.render(false);
  }

  take(text: string, answer = false): Taken {
    const { step, paused } = this.state;
    if (!step || paused) return "ask";
    return this.placed.take(step, text, answer);
  }

  context(): Context {
    return this.state.paused ? {} : { task: this.task, step: this.state.stepId };
  }

  focus(): void {
    if (this.state.paused) this.state.keep({ paused: false });
    this.render(true);
  }

  refresh(): void {
    if (this.form.isStale) this.render(false);
  }

  pause(): void {
    this.state.keep({ paused: true });
    this.render(false);
  }

  private goTo(step: string | undefined): void {
    if (!step) return;
    this.placed.forget();
    this.state.keep({ step });
    this.host.tell("");
    this.render(true);
  }

  /** To the next question; one that the words in the note answered too is not asked. */
  private onwards(from: string): void {
    let next = stepBeside(this.definition, this.state.whole, from, 1);
    while (next && this.placed.answered(next.id)) {
      next = stepBeside(this.definition, this.state.whole, next.id, 1);
    }
    const follows = this.comesBackTo && followUp(this.definition, this.state.whole, from);
    const target = follows || (this.comesBackTo ?? next?.id);
    if (!follows) this.comesBackTo = undefined;
    this.goTo(target);
  }

  /** Leaves this question for another, and comes back to it. */
  private change(step: string | undefined): void {
    this.comesBackTo = this.state.stepId;
    this.goTo(step);
  }

  private changePerson(text: string): void {
    this.change(this.definition.steps[0]?.id);
    if (text) this.take(text);
  }

  private write(letter: string): void {
    this.placed.forget();
    this.state.write(letter);
    this.host.tell("");
    this.render(true);
  }

  private render(moveFocus: boolean): void {
    const { step, paused } = this.state;
    if (!step) return;
    this.host.shown(!paused);
    const focused = paused ? this.face.fold(step, () => this.focus()) : this.unfold(step);
    if (!moveFocus) return;
    focused.focus({ preventScroll: true });
    this.element.scrollIntoView({ block: "start" });
  }

  private unfold(step: Step): HTMLElement {
    return this.face.unfold(step, {
      note: this.placed.note(),
      answering: (id) =>
        step.field === "review" ? this.review() : this.form.make(step, id, this.comesBackTo),
      foot: this.foot(),
      write: (letter) => this.write(letter),
    });
  }

  private review(): HTMLElement {
    const { draft, whole, letter } = this.state;
    return reviewView(
      sectionsOf(this.definition, whole, this.wordings.common.at),
      sideNote((draft.answers.actors as Actor[] | undefined) ?? []),
      !isEmpty(draft.answers.dates),
      {
        change: (step) => this.change(step),
        restart: () => {
          this.state.restart();
          this.form.forget();
          this.goTo(this.state.stepId);
        },
        writeReminder:
          letter === "request" && this.state.knows("reminder") ? () => this.write("reminder") : undefined,
        checkAfter: () => this.host.ask("/koll-efter-motet", words.checkAfter),
        files: this.files,
      },
      this.task,
    );
  }

  private foot(): HTMLElement {
    return cardFoot(this.task, this.state.unkept, {
      pause: () => (this.state.keep({ paused: true }), this.render(true)),
      saveFile: () => saveDraft(this.state.draft, `${words.fileName[this.task]}.json`),
      openFile: (text) => this.openFile(text),
    });
  }

  private openFile(text: string): void {
    const draft = parseDraft(text, this.definition);
    if (!draft) {
      this.host.tell(words.openFailed);
      return;
    }
    this.state.keep({ draft });
    this.goTo(this.definition.steps.slice(-1)[0]?.id);
    this.host.tell(words.opened);
  }
}
