import type { Context } from "../contract";
import { h } from "../dom";
import type { TaskId } from "../storage";
import type { Opening, Taken, TaskCard, TaskHost } from "../task-host";
import { isForChat, isSteering } from "./asking";
import { CardFace } from "./card-face";
import { cardFoot } from "./card-foot";
import { CardState } from "./card-state";
import type { Danger } from "./danger";
import type { Actor, Definition, Goal, Step } from "./definition";
import { parseDraft, saveDraft } from "./draft-file";
import { isEmpty, nextStep, previousStep } from "./engine";
import { sideNote } from "./fields/actors";
import { findContacts } from "./find-contacts";
import type { Wordings } from "./letter/wordings";
import { answersIn } from "./placing";
import { focusWritten, placingNote, type Placing } from "./placing-note";
import { reviewView } from "./review";
import { stepForm } from "./step-form";
import { TakeAlong } from "./take-along";
import { GoalQuestion } from "./vague";
import { sectionsOf } from "./wording";
import { words } from "./words";

/** One guided task as a card after the conversation: a question at a time, moved by its own buttons alone. */
export class Card implements TaskCard {
  private readonly element = h("section", { class: "card", part: "task" });
  private readonly state: CardState;
  private readonly files: TakeAlong;
  private readonly face: CardFace;
  private readonly vague: GoalQuestion;
  private shownContacts = -1;
  private backToReview = false;
  private placing: Placing | undefined;

  constructor(
    private readonly host: TaskHost,
    private readonly task: TaskId,
    private readonly definition: Definition,
    private readonly wordings: Wordings,
    private readonly danger: (text: string) => Danger,
    private readonly care: string,
  ) {
    this.state = new CardState(host, task, definition);
    this.face = new CardFace(this.element, definition, this.state);
    this.vague = new GoalQuestion(host);
    this.files = new TakeAlong(host, definition, wordings, () => this.state.draft);
    host.place.replaceChildren(this.element);
  }

  open(opening: Opening): string {
    const resuming = this.state.isBegun;
    this.placing = undefined;
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
    const { step, paused, held } = this.state;
    if (!step || paused) return "ask";
    const danger = this.danger(text);
    if (danger === "acute" || (!answer && isForChat(step, text))) return "ask";
    const refused = held.has(step.id) || isSteering(text);
    const given = refused ? {} : answersIn(this.definition, this.state.answers, step, text);
    const fits = step.id in given;
    this.placing = {
      text,
      fits,
      before: fits ? this.state.put(given) : {},
      also: this.reviewed(Object.keys(given).filter((id) => id !== step.id)),
      care: danger === "heavy" ? this.care : "",
    };
    this.render(false);
    if (!fits) {
      this.host.giveBack(text, isSteering(text) ? words.useButtons : words.notPlaced);
      return "back";
    }
    this.host.speak(words.placed);
    focusWritten(this.element);
    return "placed";
  }

  private reviewed(ids: string[]): string[] {
    return sectionsOf(this.definition, this.state.whole, "")
      .filter(({ id }) => ids.includes(id))
      .map(({ title, lines }) => `${title}: ${lines.join(", ")}`);
  }

  context(): Context {
    return this.state.paused ? {} : { task: this.task, step: this.state.stepId };
  }

  focus(): void {
    if (this.state.paused) this.state.keep({ paused: false });
    this.render(true);
  }

  refresh(): void {
    if (this.shownContacts >= 0 && this.host.contacts().length !== this.shownContacts) this.render(false);
  }

  pause(): void {
    this.state.keep({ paused: true });
    this.render(false);
  }

  private goTo(step: string | undefined): void {
    if (!step) return;
    this.placing = undefined;
    this.state.keep({ step });
    this.host.tell("");
    this.render(true);
  }

  /** To the next question; one that the words in the note answered too is not asked. */
  private onwards(from: string): void {
    const review = this.definition.steps.find(({ field }) => field === "review")?.id;
    let next = nextStep(this.definition, this.state.whole, from);
    while (next && next.id in (this.placing?.before ?? {})) {
      next = nextStep(this.definition, this.state.whole, next.id);
    }
    const target = this.backToReview ? review : next?.id;
    this.backToReview = false;
    this.goTo(target);
  }

  private write(letter: string): void {
    this.placing = undefined;
    this.state.write(letter);
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
      note: this.placing && this.note(this.placing),
      answering: (id) => (step.field === "review" ? this.review() : this.form(step, id)),
      foot: this.foot(),
      write: (letter) => this.write(letter),
    });
  }

  private note(placing: Placing): HTMLElement {
    const takeBack = (): void => {
      this.placing = undefined;
      if (placing.fits) this.state.put(placing.before);
      this.render(false);
    };
    return placingNote(
      placing,
      () => {
        takeBack();
        this.host.giveBack(placing.text);
      },
      () => {
        takeBack();
        if (!placing.fits) this.host.giveBack("");
        this.host.askAside(placing.text);
      },
    );
  }

  private form(step: Step, questionId: string): HTMLElement {
    const contacts = this.host.contacts();
    this.shownContacts = contacts.length;
    const previous = previousStep(this.definition, this.state.whole, step.id);
    const role = String(this.state.answers.who ?? "");
    const visited = this.host.visited();
    return stepForm(
      {
        step,
        value: this.state.value(step.id),
        questionId,
        hasIdentityNumber: this.host.hasIdentityNumber,
        contacts,
        place: visited?.name ?? "",
        findContacts: (place) =>
          findContacts(this.host.origin, place, role).then((found) => visited?.found(found) ?? found),
      },
      this.backToReview ? words.saveBack : words.save,
      {
        keep: (value) => (this.settle(), this.state.answer(step.id, value)),
        hold: (value) => (this.settle(), void this.state.held.set(step.id, value)),
        save: (value, form) => this.save(step, value, form),
        skip: () => (this.state.answer(step.id, undefined), this.onwards(step.id)),
        back: previous && (() => this.goTo(previous.id)),
      },
    );
  }

  /** What is written on in the field makes words that were placed there the person's own answer. */
  private settle(): void {
    if (!this.placing) return;
    this.placing = undefined;
    this.element.querySelector(".notice")?.remove();
  }

  private save(step: Step, value: unknown, form: HTMLElement): void {
    this.state.answer(step.id, value);
    if (step.field === "goals" && this.vague.asks(step, value as Goal[], form, this.element)) return;
    this.onwards(step.id);
  }

  private review(): HTMLElement {
    const { draft, whole, letter } = this.state;
    return reviewView(
      sectionsOf(this.definition, whole, this.wordings.common.at),
      sideNote((draft.answers.actors as Actor[] | undefined) ?? []),
      !isEmpty(draft.answers.dates),
      {
        change: (step) => {
          this.backToReview = true;
          this.goTo(step);
        },
        restart: () => {
          this.state.restart();
          this.vague.forget();
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
