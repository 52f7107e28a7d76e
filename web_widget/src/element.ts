import type { SipGuidenElement } from "../types/widget";
import { Announcer } from "./announcer";
import { Clearing } from "./clearing";
import { Composer } from "./composer";
import { Conversation } from "./conversation";
import { deepLink } from "./deep-link";
import { h, uniqueId } from "./dom";
import { emit } from "./events";
import { Launcher } from "./launcher";
import { besideScript, serviceOrigin } from "./script-tag";
import { Saving } from "./saving";
import { Session } from "./session";
import { TabStore } from "./storage";
import { adopt } from "./stylesheets";
import { lift } from "./top-layer";
import { mark } from "./mark";
import base from "./styles/base.css";
import chat from "./styles/chat.css";
import panel from "./styles/panel.css";
import { TaskCards } from "./task-cards";
import type { TaskHost, TasksModule } from "./task-host";
import { followTheme } from "./theme";
import { texts } from "./texts";
import { Transport } from "./transport";

/** `<sip-guiden>`: puts the parts together; each part has its own file. */
export class SipGuiden extends HTMLElement implements SipGuidenElement {
  private readonly shadow = this.attachShadow({ mode: "open" });
  private readonly store = new TabStore();
  private readonly announcer = new Announcer();
  private readonly panelId = uniqueId("panel");
  private readonly heading = h("h2", { id: `${this.panelId}-name`, part: "heading", tabindex: -1 }, texts.name);
  private readonly panel = h("section", { class: "panel", part: "panel", id: this.panelId, "aria-labelledby": this.heading.id });
  private readonly root = h("div", { class: "root", lang: "sv", dir: "ltr" });
  private readonly launcher = new Launcher(this.panel, (open) => this.openChanged(open));
  private readonly clearing = new Clearing(() => void this.clear());
  private readonly conversation = new Conversation({
    page: (path) => new URL(path, serviceOrigin(this)).href,
    send: (payload, title) => this.session.say(title, payload),
    speak: (text) => this.announcer.speak(text),
    tell: (text) => this.announcer.tell(text),
    address: (path) => this.transport.origin + path,
  }, () => this.saving);
  private readonly composer = new Composer(
    { send: (text) => this.session.say(text), changed: (input) => this.store.update({ input }) },
    this.store.state.input,
  );
  private transport!: Transport;
  private session!: Session;
  private saving!: Saving;
  private tasks!: TaskCards;
  private stopTheme = (): void => undefined;

  connectedCallback(): void {
    this.stopTheme = followTheme(this.root, this.dataset.theme);
    if (this.docked && this.root.isConnected) lift(this.root);
    if (this.root.isConnected) return;
    this.connectParts();
    this.layOut();
    this.restore();
    this.followLink();
  }

  disconnectedCallback(): void {
    this.stopTheme();
  }

  open(): void {
    this.launcher.set(true);
  }

  close(): void {
    this.launcher.set(false);
  }

  private get docked(): boolean {
    return this.dataset.mode !== "inline";
  }

  private connectParts(): void {
    this.transport = new Transport(serviceOrigin(this));
    const file = besideScript(`tasks.js?v=${TASKS_VERSION}`, this);
    this.tasks = new TaskCards(this.taskHost(), () => import(file) as Promise<TasksModule>);
    this.session = new Session(this.store, this.transport, {
      conversation: this.conversation,
      announcer: this.announcer,
      tasks: this.tasks,
      giveBack: (text, reason) => this.composer.giveBack([text, this.composer.text].filter(Boolean).join("\n"), reason),
      answered: (topic) => emit(this, "sip:answer", { topic }),
    });
    const { conversation, announcer } = this;
    this.saving = new Saving(this.store, this.transport, this.session, { conversation, announcer });
  }

  private taskHost(): TaskHost {
    const { store } = this;
    return {
      origin: this.transport.origin,
      root: this.shadow,
      place: this.conversation.taskPlace,
      state: (task) => store.state.tasks[task],
      save: (task, state) => store.update({ activeTask: task, tasks: { ...store.state.tasks, [task]: state } }),
      contacts: () => this.session.contacts(),
      moved: (task, step, val = "open") => this.session.notify(`/steg${JSON.stringify({ steg: `${task}.${step}`, val })}`),
      ask: (payload, title) => this.session.say(title, payload),
      tell: (text) => this.announcer.tell(text),
    };
  }

  private layOut(): void {
    for (const css of [base, panel, chat]) adopt(this.shadow, css);
    const tools = h("div", { class: "actions" }, this.clearing.trigger, this.docked && this.launcher.close);
    this.panel.append(
      h("header", { part: "header" }, h("div", { class: "name" }, mark(), this.heading), tools),
      this.clearing.question,
      this.conversation.element,
      this.announcer.answers,
      this.announcer.status,
      this.composer.element,
    );
    this.panel.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      if (this.clearing.cancel()) return;
      if (this.docked) this.launcher.set(false);
    });
    this.root.classList.add(this.docked ? "docked" : "inline");
    this.root.append(...(this.docked ? [this.launcher.trigger] : []), this.panel);
    this.shadow.append(this.root);
    if (this.docked) lift(this.root);
    this.launcher.show(!this.docked || this.store.state.open);
  }

  private restore(): void {
    const { entries, activeTask, tasks } = this.store.state;
    this.greet();
    for (const entry of entries) {
      if (entry.from === "user") this.conversation.addUser(entry);
      else this.conversation.addBot(entry);
    }
    if (entries.length) this.conversation.markRestored();
    const last = entries.at(-1);
    if (last?.from === "user" && last.state === "failed") this.session.offerRetry(last);
    const step = activeTask && tasks[activeTask]?.step;
    if (!activeTask || !step) return;
    this.session.notify(`/steg${JSON.stringify({ steg: `${activeTask}.${step}`, val: "open" })}`);
    this.tasks.show(activeTask, step, true).then(
      () => this.conversation.scrollTo(this.conversation.taskPlace),
      () => this.announcer.tell(texts.taskFailed),
    );
  }

  private greet(): void {
    this.conversation.addBot({ from: "bot", messages: [{ text: texts.welcome, buttons: texts.starters }] });
  }

  private followLink(): void {
    const link = deepLink(location.search, this.dataset);
    if (!link || this.store.state.deepLink === link.payload) return;
    if (link.fromAddress && this.docked) {
      this.launcher.show(true);
      this.store.update({ open: true });
    }
    if (this.panel.hidden) return;
    this.session.open(link.payload, () => this.store.update({ deepLink: link.payload }));
  }

  private openChanged(open: boolean): void {
    this.store.update({ open });
    if (open) {
      if (matchMedia("(pointer: fine)").matches) this.composer.focus();
      else this.heading.focus({ preventScroll: true });
      this.conversation.scrollToEnd();
      this.followLink();
    }
    emit(this, open ? "sip:open" : "sip:close", null);
  }

  private async clear(): Promise<void> {
    const sender = this.store.clear();
    this.session.forget();
    this.tasks.forget();
    this.conversation.clear();
    this.composer.giveBack("");
    this.greet();
    emit(this, "sip:clear", null);
    const erased = await this.transport.erase(sender);
    this.announcer.tell(erased ? texts.cleared : texts.clearedHere);
  }
}
