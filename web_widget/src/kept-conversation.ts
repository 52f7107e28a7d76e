import type { Announcer } from "./announcer";
import type { Conversation } from "./conversation";
import type { Session } from "./session";
import type { TabStore } from "./storage";
import type { TaskCards } from "./task-cards";
import { texts } from "./texts";

interface KeptParts {
  conversation: Conversation;
  session: Session;
  tasks: TaskCards;
  announcer: Announcer;
}

/** The conversation that the tab has kept: shown once, whenever the page is read anew. */
export class KeptConversation {
  private shown = true;

  constructor(
    private readonly store: TabStore,
    private readonly parts: KeptParts,
  ) {}

  /** Reads anew; true when there is something to show. */
  begin(): boolean {
    this.shown = false;
    return this.store.state.entries.length > 0;
  }

  /** Shows it, what was not sent, and the task that was open. */
  show(): void {
    if (this.shown) return;
    this.greet();
    const { entries, activeTask, tasks: kept } = this.store.state;
    const { conversation, session, tasks, announcer } = this.parts;
    for (const entry of entries) {
      if (entry.from === "user") conversation.addUser(entry);
      else conversation.addBot(entry);
    }
    if (entries.length) conversation.markRestored();
    for (const entry of entries)
      if (entry.from === "user" && entry.state === "failed") session.offerRetry(entry);
    if (!activeTask || !kept[activeTask]) return;
    tasks.restore(activeTask).then(
      () => conversation.scrollTo(conversation.taskPlace),
      () => announcer.tell(texts.taskFailed),
    );
  }

  /** A new conversation, with nothing kept. */
  greet(): void {
    this.shown = true;
    const { welcome: text, starters: buttons } = texts;
    this.parts.conversation.addBot({ from: "bot", messages: [{ text, buttons }] });
  }
}
