import type { SipGuidenElement } from "../types/widget";
import { Announcer } from "./announcer";
import type { ChatFile } from "./chat-file";
import { ChatWindow } from "./chat-window";
import { Clearing } from "./clearing";
import { Composer } from "./composer";
import { Conversation } from "./conversation";
import { deepLink } from "./deep-link";
import { guardSender } from "./duplicate-tab";
import { emit } from "./events";
import { hostFor } from "./hosting";
import { KeptConversation } from "./kept-conversation";
import { LatePart } from "./late-part";
import { lazily } from "./lazily";
import type { PlaceOfVisit } from "./place-of-visit";
import { plainLink } from "./plain-link";
import { besideScript, comeBack, serviceOrigin } from "./script-tag";
import type { Rating } from "./rating";
import type { Saving } from "./saving";
import { Session } from "./session";
import { newId, TabStore } from "./storage";
import { adopt } from "./stylesheets";
import { TaskCards, taskOf } from "./task-cards";
import type { TasksModule } from "./task-host";
import { followTheme } from "./theme";
import { texts } from "./texts";
import { Transport } from "./transport";

/** `<sip-guiden>`: puts the parts together; each part has its own file. */
export class SipGuiden extends HTMLElement implements SipGuidenElement {
  private readonly shadow = this.attachShadow({ mode: "open" });
  private readonly store = new TabStore();
  private readonly announcer = new Announcer();
  declare private place?: PlaceOfVisit;
  private readonly window = new ChatWindow(this, {
    changed: (open) => this.openChanged(open),
    dismissed: () => this.store.update({ dismissed: true }),
    escaped: () => this.clearing.cancel(),
    entered: () => void this.ready(),
  });
  private readonly clearing = new Clearing(() => void this.clear());
  private readonly conversation = new Conversation(
    {
      page: (path) => new URL(path, serviceOrigin(this)).href,
      send: (payload, title) => this.session.say(title, payload),
      rate: async (message, helped) => (await this.rating?.rate(message, helped)) ?? false,
      speak: (text) => this.announcer.speak(text),
      tell: (text) => this.announcer.tell(text),
      address: (path) => this.transport.origin + path,
    },
    () => this.saving,
    { beside: () => this.tasks?.beside, focus: () => this.tasks.focus() },
  );
  private readonly composer = new Composer(
    {
      ready: () => this.late.told(this.ready(), this.transport),
      send: (text) => this.session.say(text),
      changed: (input) => this.store.update({ input }),
    },
    this.store.state.input,
  );
  private readonly late = new LatePart(
    () => besideScript(`chat.js?v=${CHAT_VERSION}`, this),
    (chat) => this.use(chat),
    this.announcer,
  );
  private transport!: Transport;
  private session!: Session;
  private saving: Saving | undefined;
  private rating: Rating | undefined;
  private tasks!: TaskCards;
  private kept!: KeptConversation;
  private stopTheme = (): void => undefined;
  private stopGuarding = (): void => undefined;

  connectedCallback(): void {
    try {
      if (this.window.root.isConnected) this.goOn();
      else this.begin();
      this.follow();
    } catch {
      plainLink(this);
    }
  }

  disconnectedCallback(): void {
    this.stopTheme();
    this.stopGuarding();
    this.window.release();
    removeEventListener("pageshow", this.comeBack);
    if (this.dataset.stays !== undefined) comeBack(this);
  }

  /** Taken away by whoever embeds it, and so not put back. */
  override remove(): void {
    delete this.dataset.stays;
    super.remove();
  }

  /** A page that the browser kept whole may be older than what another page of this tab has kept since. */
  private readonly comeBack = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    this.store.reload();
    this.session.forget();
    this.tasks.forget();
    this.conversation.clear();
    this.composer.restore(this.store.state.input);
    this.restore();
  };

  open(): void {
    this.window.set(true);
  }

  close(): void {
    this.window.set(false);
  }

  private begin(): void {
    this.connectParts();
    this.layOut();
    this.restore();
    this.followLink();
  }

  /** The page has moved the element, or swapped its body under it. */
  private goOn(): void {
    this.window.settle();
    this.conversation.scrollToEnd();
  }

  /** What is listened to for as long as the element stands in the page. */
  private follow(): void {
    this.stopTheme = followTheme(this.window.root, this.dataset.theme);
    this.stopGuarding = guardSender(
      () => this.store.state.sender,
      () => this.store.update({ sender: newId() }),
    );
    addEventListener("pageshow", this.comeBack);
  }

  private connectParts(): void {
    this.transport = new Transport(serviceOrigin(this));
    const { store, transport, conversation, composer, announcer, late, shadow: root } = this;
    const session = (): Session => this.session;
    const visited = (): PlaceOfVisit | undefined => this.place;
    const fetchTasks = lazily<TasksModule>(() => besideScript(`tasks.js?v=${TASKS_VERSION}`, this));
    const host = hostFor({
      root,
      store,
      transport,
      conversation,
      composer,
      announcer,
      late,
      session,
      visited,
    });
    this.tasks = new TaskCards(host, async () => {
      const file = fetchTasks();
      if (!(await this.ready())) throw new Error("chat.js");
      return file;
    });
    const { tasks } = this;
    this.session = new Session(store, transport, {
      conversation,
      announcer,
      tasks,
      ready: () => this.ready(),
      unkept: () => this.warnUnkept(),
      visited,
      giveBack: (text, reason) => composer.putBack(text, reason),
      answered: (topic) => emit(this, "sip:answer", { topic }),
    });
    this.kept = new KeptConversation(store, { conversation, announcer, tasks, session: this.session });
  }

  private layOut(): void {
    this.window.layOut(
      this.shadow,
      this.clearing.trigger,
      this.clearing.question,
      this.conversation.element,
      this.announcer.answers,
      this.announcer.status,
      this.composer.element,
    );
    this.show(!this.window.docked || this.store.state.open);
  }

  private use(chat: ChatFile): void {
    this.saving = new chat.Saving(this.store, this.transport, this.session, {
      conversation: this.conversation,
      announcer: this.announcer,
    });
    this.rating = new chat.Rating(this.store, this.transport, this.session, this.announcer);
    this.place = new chat.PlaceOfVisit(this.conversation.element);
    void this.place.begin(this.transport.origin, this.dataset.municipality);
    adopt(this.shadow, chat.css);
    this.conversation.use(chat);
    this.composer.use(chat.hasIdentityNumber);
    if (!this.store.keeps) this.warnUnkept();
  }

  private warnUnkept(): void {
    if (this.composer.warnUnkept()) this.announcer.speak(texts.unkept);
  }

  /** True when answers can be shown whole and what is written be checked; what was kept is shown before that. */
  private async ready(): Promise<boolean> {
    const ready = await this.late.ready();
    this.kept.show();
    return ready;
  }

  private restore(): void {
    if (this.kept.begin()) void this.ready();
    else this.kept.show();
  }

  private followLink(): void {
    const link = deepLink(location.search, this.dataset);
    if (!link || (!taskOf(link.payload) && this.store.state.deepLink === link.payload)) return;
    if (link.fromAddress && this.window.docked) {
      this.show(true);
      this.window.focus();
      this.store.update({ open: true });
    }
    if (this.window.hidden) return;
    this.session.open(link.payload, link.who, () => this.store.update({ deepLink: link.payload }));
  }

  private show(open: boolean): void {
    this.window.show(open, this.store.state.dismissed);
    if (open && this.window.docked) void this.ready();
  }

  private openChanged(open: boolean): void {
    this.store.update(open ? { open, dismissed: false } : { open });
    if (open) {
      void this.ready();
      if (matchMedia("(pointer: fine)").matches) this.composer.focus();
      else this.window.focus();
      this.conversation.scrollToEnd();
      this.followLink();
    }
    emit(this, open ? "sip:open" : "sip:close", null);
  }

  private async clear(): Promise<void> {
    const sender = this.store.clear();
    this.place?.forget();
    this.session.forget();
    this.tasks.forget();
    this.composer.besideTask(false);
    this.conversation.clear();
    this.composer.giveBack("");
    this.kept.greet();
    emit(this, "sip:clear", null);
    const erased = await this.transport.erase(sender);
    this.announcer.tell(erased ? texts.cleared : texts.clearedHere);
  }
}
