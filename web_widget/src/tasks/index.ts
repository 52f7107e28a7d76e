import css from "../styles/tasks.css";
import { adopt } from "../stylesheets";
import type { TaskId } from "../storage";
import type { TaskCard, TaskHost } from "../task-host";
import { Card } from "./card";
import type { Definition } from "./definition";
import type { Wordings } from "./letter/wordings";

const styled = new WeakSet<ShadowRoot>();

/** Fetches the definition of a task and the words of its letters, and makes its card. Throws when they cannot be had. */
export async function createCard(host: TaskHost, task: TaskId): Promise<TaskCard> {
  const [definition, wordings] = await Promise.all([
    fetched<Definition>(`${host.origin}/api/tasks/${task}`),
    fetched<Wordings>(`${host.origin}/api/letters`),
  ]);
  if (!styled.has(host.root)) adopt(host.root, css);
  styled.add(host.root);
  return new Card(host, task, definition, wordings);
}

async function fetched<T>(address: string): Promise<T> {
  const response = await fetch(address, { credentials: "omit", referrerPolicy: "no-referrer" });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as T;
}
