import type { Announcer } from "./announcer";
import { answerTexts } from "./answer-texts";
import type { BotMessage } from "./contract";
import type { Session } from "./session";
import type { TabStore } from "./storage";
import type { Transport } from "./transport";

/** Counts whether an answer helped, once each; a no brings the ways on. Who says it is not sent. */
export class Rating {
  constructor(
    private readonly store: TabStore,
    private readonly transport: Transport,
    private readonly session: Session,
    private readonly announcer: Announcer,
  ) {}

  /** False when it did not reach the service, so that it can be pressed again. */
  async rate({ custom }: BotMessage, helped: boolean): Promise<boolean> {
    const { sender } = this.store.state;
    const outcome = await this.transport.rate(custom?.may_rate ?? "", helped);
    if (sender !== this.store.state.sender) return true;
    if (outcome.kind !== "answer") {
      this.announcer.tell(answerTexts.rating.failed);
      return false;
    }
    this.announcer.tell("");
    delete custom?.may_rate; // a reload does not ask again
    this.store.update({});
    if (outcome.messages.length) await this.session.receive(outcome.messages);
    else this.announcer.speak(answerTexts.rating.thanks);
    return true;
  }
}
