import type { Announcer } from "./announcer";
import type { Conversation } from "./conversation";
import { reason, type Session } from "./session";
import type { TabStore } from "./storage";
import { answerTexts } from "./answer-texts";
import type { Outcome, Transport } from "./transport";

const TOLD = new Set<Outcome["kind"]>(["offline", "tooMany", "rejected"]);

export interface SavingViews {
  conversation: Conversation;
  announcer: Announcer;
}

/** Saves questions that the person has seen and agreed to save, and remembers what was answered. */
export class Saving {
  constructor(
    private readonly store: TabStore,
    private readonly transport: Transport,
    private readonly session: Session,
    private readonly views: SavingViews,
  ) {}

  /** Asked while no task is open, once a question, and not again in a conversation after a no. */
  mayAsk(question: string): boolean {
    const { activeTask, tasks, saved, neverSave } = this.store.state;
    const task = activeTask && tasks[activeTask];
    return question !== saved && !neverSave && (!task || task.paused);
  }

  /** Sends `text`, which is `question` as the person left it. Resolves to what went wrong; to nothing when it is over. */
  async save(text: string, question: string): Promise<string> {
    const { sender } = this.store.state;
    const outcome = await this.transport.save(text);
    if (sender !== this.store.state.sender) return "";
    if (outcome.kind !== "answer")
      return TOLD.has(outcome.kind) ? reason(outcome) : answerTexts.saving.failed;
    this.store.update({ saved: question });
    this.views.conversation.endOffer();
    if (outcome.messages.length) await this.session.receive(outcome.messages);
    else this.views.announcer.tell(answerTexts.saving.saved);
    return "";
  }

  decline(): void {
    this.store.update({ neverSave: true });
    this.views.conversation.endOffer();
    this.views.announcer.tell(answerTexts.saving.notSaved);
  }
}
