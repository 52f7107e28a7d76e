import type { TaskHost } from "../task-host";
import type { CardState } from "./card-state";
import { withCareLine } from "./care-line";
import type { Definition, Goal, Step } from "./definition";
import { stepBeside } from "./engine";
import { findContacts } from "./find-contacts";
import type { PlacedWords } from "./placed-words";
import { stepForm } from "./step-form";
import { GoalQuestion } from "./vague";
import { words } from "./words";

interface Moves {
  goTo(step: string): void;
  /** To the question after this one. */
  onwards(from: string): void;
}

/** The form of the open question: what it is made from, and what becomes of what is written in it. */
export class CardForm {
  private readonly vague: GoalQuestion;
  private shownContacts = -1;

  constructor(
    private readonly host: TaskHost,
    private readonly definition: Definition,
    private readonly state: CardState,
    private readonly placed: PlacedWords,
    private readonly card: HTMLElement,
    private readonly careOf: (text: string) => string,
    private readonly moves: Moves,
  ) {
    this.vague = new GoalQuestion(host);
  }

  /** `next`: the question that was left for this one and comes after it, if any. */
  make(step: Step, questionId: string, next: string | undefined): HTMLElement {
    const { host, state, placed, moves } = this;
    const contacts = host.contacts();
    this.shownContacts = contacts.length;
    const previous = stepBeside(this.definition, state.whole, step.id, -1);
    const role = String(state.answers.who ?? "");
    const visited = host.visited();
    const form = stepForm(
      {
        step,
        value: state.value(step.id),
        questionId,
        hasIdentityNumber: host.hasIdentityNumber,
        contacts,
        place: visited?.name ?? "",
        findContacts: (place) =>
          findContacts(host.origin, place, role).then((found) => visited?.found(found) ?? found),
      },
      next && this.isReview(next) ? words.saveBack : words.save,
      {
        keep: (value) => (placed.settle(), state.answer(step.id, value)),
        hold: (value) => (placed.settle(), void state.held.set(step.id, value)),
        save: (value, form) => this.save(step, value, form),
        skip: () => (state.answer(step.id, undefined), moves.onwards(step.id)),
        back: previous && (() => moves.goTo(previous.id)),
      },
    );
    return withCareLine(form, this.careOf, (care) => host.speak(care));
  }

  /** True when a form was made from other contacts than the chat shows now. */
  get isStale(): boolean {
    return this.shownContacts >= 0 && this.host.contacts().length !== this.shownContacts;
  }

  /** Another task may be asked about its goal again. */
  forget(): void {
    this.vague.forget();
  }

  private isReview(id: string): boolean {
    return this.definition.steps.some((step) => step.id === id && step.field === "review");
  }

  private save(step: Step, value: unknown, form: HTMLElement): void {
    this.state.answer(step.id, value);
    if (step.field === "goals" && this.vague.asks(step, value as Goal[], form, this.card)) return;
    this.moves.onwards(step.id);
  }
}
