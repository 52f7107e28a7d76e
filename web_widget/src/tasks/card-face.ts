import { button, h, uniqueId } from "../dom";
import { fill } from "../fill";
import { formatted } from "../messages";
import type { CardState } from "./card-state";
import type { Definition, Step } from "./definition";
import { progress } from "./engine";
import { headline } from "./headline";
import { helpFor } from "./help";
import { letterChoice } from "./letter-choice";
import { road } from "./road";
import { words } from "./words";

/** The parts of an open card that depend on what the person has done: made when its question is known. */
interface Body {
  /** What the chat field gave, and where it went. */
  note: HTMLElement | undefined;
  /** The form or the review, named by the question. */
  answering(questionId: string): HTMLElement;
  foot: HTMLElement;
  write(letter: string): void;
}

/** How a card looks, folded or unfolded; each returns what takes the focus. */
export class CardFace {
  constructor(
    private readonly element: HTMLElement,
    private readonly definition: Definition,
    private readonly state: CardState,
  ) {}

  fold(step: Step, resume: () => void): HTMLElement {
    const label = fill(words.resume, { title: this.state.title, progress: this.progressText(step) });
    const again = button(label, resume, { class: "main" });
    this.element.removeAttribute("aria-labelledby");
    this.element.replaceChildren(again);
    return again;
  }

  unfold(step: Step, { note, answering, foot, write }: Body): HTMLElement {
    const { heading, hint } = headline(step.question);
    const question = h("h3", { id: uniqueId("question"), tabindex: -1 }, heading);
    const first = step.id === this.definition.steps[0]?.id;
    const turning = first || step.field === "review";
    const stops = turning && road(this.state.letter);
    const choice = turning && letterChoice(this.definition, this.state.letter, write);
    this.element.setAttribute("aria-labelledby", question.id);
    this.element.replaceChildren(
      h("p", { class: "fine" }, `${this.state.title} · ${this.progressText(step)}`),
      ...(stops ? [stops] : []),
      ...(first && !this.state.isBegun ? formatted(this.definition.intro ?? "") : []),
      ...(choice ? [choice] : []),
      question,
      ...(hint ? [h("p", {}, hint)] : []),
      ...(note ? [note] : []),
      ...helpFor(step),
      answering(question.id),
      foot,
    );
    return question;
  }

  private progressText(step: Step): string {
    return step.field === "review"
      ? words.reviewProgress
      : fill(words.progress, progress(this.definition, this.state.whole, step.id));
  }
}
