import css from "../styles/tasks.css";
import { adopt } from "../stylesheets";
import type { TaskId } from "../storage";
import type { TaskCard, TaskHost } from "../task-host";
import { Card } from "./card";
import { dangerDetector, type Danger, type DangerWords } from "./danger";
import { soundOf } from "./danger-pieces";
import type { Definition } from "./definition";
import type { Wordings } from "./letter/wordings";

const styled = new WeakSet<ShadowRoot>();

/** Fetches the definition of a task and the words of its letters, and makes its card. Throws when they cannot be had. */
export async function createCard(host: TaskHost, task: TaskId): Promise<TaskCard> {
  const [definition, wordings, danger, pieces] = await Promise.all([
    fetched<Definition>(`${host.origin}/api/tasks/${task}`),
    fetched<Wordings>(`${host.origin}/api/letters`),
    fetched<DangerWords>(`${host.origin}/api/danger`).catch(() => undefined),
    answered(`${host.origin}/api/danger/pieces`)
      .then((response) => response.arrayBuffer())
      .catch(() => undefined),
  ]);
  if (!styled.has(host.root)) adopt(host.root, css);
  styled.add(host.root);
  return new Card(host, task, definition, wordings, detector(danger, pieces), danger?.said);
}

/** Where the words of danger cannot be had or read, the chat judges what is sent to it. */
function detector(words: DangerWords | undefined, pieces: ArrayBuffer | undefined): (text: string) => Danger {
  try {
    return words ? dangerDetector(words, pieces && soundOf(pieces)) : () => undefined;
  } catch {
    return () => undefined;
  }
}

async function fetched<T>(address: string): Promise<T> {
  return (await (await answered(address)).json()) as T;
}

async function answered(address: string): Promise<Response> {
  const response = await fetch(address, { credentials: "omit", referrerPolicy: "no-referrer" });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}
