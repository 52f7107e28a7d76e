import css from "../styles/tasks.css";
import { adopt } from "../stylesheets";
import type { TaskId } from "../storage";
import type { TaskCard, TaskHost } from "../task-host";
import { Card } from "./card";
import type { Definition } from "./definition";

const styled = new WeakSet<ShadowRoot>();

/** Fetches the definition of a task and makes its card. Throws when the definition cannot be had. */
export async function createCard(host: TaskHost, task: TaskId): Promise<TaskCard> {
  const response = await fetch(`${host.origin}/api/tasks/${task}`, { credentials: "omit", referrerPolicy: "no-referrer" });
  if (!response.ok) throw new Error(`task ${task}: ${response.status}`);
  if (!styled.has(host.root)) adopt(host.root, css);
  styled.add(host.root);
  return new Card(host, task, (await response.json()) as Definition);
}
