import type { Announcer } from "./announcer";
import type { Composer } from "./composer";
import type { Conversation } from "./conversation";
import type { LatePart } from "./late-part";
import type { PlaceOfVisit } from "./place-of-visit";
import type { Session } from "./session";
import type { TabStore } from "./storage";
import type { TaskHost } from "./task-host";
import type { Transport } from "./transport";

interface HostParts {
  root: ShadowRoot;
  store: TabStore;
  transport: Transport;
  conversation: Conversation;
  composer: Composer;
  announcer: Announcer;
  late: LatePart;
  session(): Session;
  visited(): PlaceOfVisit | undefined;
}

/** What the chat is to a task's card. */
export function hostFor(parts: HostParts): TaskHost {
  const { root, store, transport, conversation, composer, announcer, late, session, visited } = parts;
  return {
    origin: transport.origin,
    root,
    place: conversation.taskPlace,
    hasIdentityNumber: (text) => late.hasIdentityNumber(text),
    state: (task) => store.state.tasks[task],
    save: (task, state) => store.update({ activeTask: task, tasks: { ...store.state.tasks, [task]: state } }),
    keeps: () => store.keeps,
    contacts: () => session().contacts(),
    visited,
    askAside: (text) => session().askAside(text),
    giveBack: (text, reason) => (text ? composer.putBack(text, reason) : composer.giveBack("")),
    ask: (payload, title) => session().say(title, payload),
    tell: (text) => announcer.tell(text),
    speak: (text) => announcer.speak(text),
    shown: (open) => composer.besideTask(open),
  };
}
