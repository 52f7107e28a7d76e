import type { Announcer } from "./announcer";
import type { ChatFile } from "./chat-file";
import { lazily } from "./lazily";
import { BUSY_AFTER_MS, reason } from "./session";
import { texts } from "./texts";
import type { Transport } from "./transport";

/** `chat.js`, fetched when the chat is opened, touched or taken up again. Nothing is sent or kept without it. */
export class LatePart {
  private chat: ChatFile | undefined;
  private readonly fetch: () => Promise<ChatFile>;

  constructor(
    address: () => string,
    private readonly use: (chat: ChatFile) => void,
    private readonly announcer: Announcer,
  ) {
    this.fetch = lazily<ChatFile>(address);
  }

  /** False when it cannot be had now. */
  async ready(): Promise<boolean> {
    if (!this.chat)
      await this.fetch().then(
        (chat) => this.put(chat),
        () => undefined,
      );
    return this.chat !== undefined;
  }

  /** Tells the person who waits for it that it is on its way, or that it did not come. */
  async told(loading: Promise<boolean>, transport: Transport): Promise<void> {
    const busy = setTimeout(() => this.announcer.tell(texts.busy), BUSY_AFTER_MS);
    const ready = await loading;
    clearTimeout(busy);
    this.announcer.tell(ready ? "" : reason(transport.lost()));
  }

  /** Until it is here, any text may be one that must not be kept. */
  hasIdentityNumber(text: string): boolean {
    return !this.chat || this.chat.hasIdentityNumber(text);
  }

  private put(chat: ChatFile): void {
    if (this.chat) return;
    this.chat = chat;
    this.use(chat);
  }
}
