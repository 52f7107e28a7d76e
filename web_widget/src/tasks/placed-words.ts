import type { Taken, TaskHost } from "../task-host";
import { anotherPerson } from "./another-person";
import { agrees, answerBefore, isForChat, isOption, isSmallTalk, isSteering, saysNothing } from "./asking";
import type { CardState } from "./card-state";
import { wordsFor, type Danger, type DangerWords } from "./danger";
import type { Definition, Step } from "./definition";
import { answersIn } from "./placing";
import { focusWritten, placingNote, type Placing } from "./placing-note";
import { sectionsOf } from "./wording";
import { words } from "./words";

/** Why words are no answer to write down, though they answer the question; nothing for any others. */
function refusal(step: Step, text: string): string {
  if (isSteering(text)) return words.useButtons;
  if (step.field === "review") return words.atReview;
  if (step.field === "dates") return words.atDates;
  if (step.field === "choice" || isOption(step, text)) return "";
  if (saysNothing(text)) return words.nothingToSay;
  return agrees(text) ? words.sayMore : "";
}

function placedWords(asked: string, sent: boolean): string {
  if (asked) return words.placedAndAsked;
  return sent ? words.placedSent : words.placed;
}

/** Words from the message field at the open question: put into its answer, told of, and taken back. */
export class PlacedWords {
  private placing: Placing | undefined;

  constructor(
    private readonly host: TaskHost,
    private readonly definition: Definition,
    private readonly state: CardState,
    private readonly danger: (text: string) => Danger,
    private readonly said: DangerWords["said"] | undefined,
    private readonly card: {
      element: HTMLElement;
      show(): void;
      /** Asks whom the paper is about again, with the words as the answer, and comes back. */
      changePerson(text: string): void;
    },
  ) {}

  /** `answer`: the chat has found that they answer the question. */
  take(step: Step, text: string, answer: boolean): Taken {
    const danger = this.danger(text);
    if (danger === "acute") return "ask";
    if (!answer && isSmallTalk(step, text)) {
      this.host.askAside(text);
      return "placed";
    }
    const [told, asked] = answer ? [text, ""] : answerBefore(step, text);
    if (!answer && !asked && isForChat(step, text)) return "ask";
    const refused = this.state.held.has(step.id) ? words.notPlaced : refusal(step, told);
    const given = refused ? {} : answersIn(this.definition, this.state.answers, step, told);
    const fits = step.id in given;
    if (asked && !fits) return "ask";
    this.placing = {
      text: told,
      fits,
      told: fits ? placedWords(asked, answer) : refused || words.notPlaced,
      asked: Boolean(asked) || answer,
      before: fits ? this.state.put(given) : {},
      also: this.reviewed(Object.keys(given).filter((id) => id !== step.id)),
      another: anotherPerson(this.definition, this.state.answers, told),
      care: wordsFor(danger, this.said),
    };
    this.card.show();
    if (!fits) {
      // Nobody in distress is told in red that the words do not fit.
      this.host.giveBack(saysNothing(text) ? "" : text, this.placing.care ? undefined : this.placing.told);
      return "back";
    }
    this.host.speak(this.placing.told);
    if (asked) this.host.askAside(asked);
    else focusWritten(this.card.element);
    return "placed";
  }

  /** True for a question that they answered. */
  answered(step: string): boolean {
    return step in (this.placing?.before ?? {});
  }

  /** What became of them, with the ways back; nothing when there are none. */
  note(): HTMLElement | undefined {
    const { placing } = this;
    if (!placing) return undefined;
    const undo = (): void => {
      this.takeBack(placing);
      this.host.giveBack(placing.text);
    };
    const ask = (): void => {
      this.takeBack(placing);
      if (!placing.fits) this.host.giveBack("");
      this.host.askAside(placing.text);
    };
    const change = (): void => {
      this.takeBack(placing);
      if (!placing.fits) this.host.giveBack("");
      this.card.changePerson(placing.another ?? "");
    };
    return placingNote(placing, undo, ask, change);
  }

  /** What is written on in the field makes words that were placed there the person's own answer. */
  settle(): void {
    if (!this.placing) return;
    this.forget();
    this.card.element.querySelector(".notice")?.remove();
  }

  forget(): void {
    this.placing = undefined;
  }

  private takeBack({ fits, before }: Placing): void {
    this.forget();
    if (fits) this.state.put(before);
    this.card.show();
  }

  private reviewed(ids: string[]): string[] {
    return sectionsOf(this.definition, this.state.whole, "")
      .filter(({ id }) => ids.includes(id))
      .map(({ title, lines }) => `${title}: ${lines.join(", ")}`);
  }
}
