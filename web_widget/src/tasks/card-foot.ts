import { button, h } from "../dom";
import type { TaskId } from "../storage";
import { words } from "./words";

export interface FootActions {
  pause(): void;
  saveFile(): void;
  /** The text of a file that the person chose. */
  openFile(text: string): void;
}

/** What holds at every question: where the answers are, a pause, and a file to keep them in. */
export function cardFoot(
  task: TaskId,
  unkept: boolean,
  { pause, saveFile, openFile }: FootActions,
): HTMLElement {
  const read = async (): Promise<void> => openFile((await file.files?.[0]?.text()) ?? "");
  const file = h("input", {
    type: "file",
    accept: "application/json,.json",
    hidden: true,
    change: () => void read(),
  });
  return h(
    "div",
    { class: "card-foot" },
    unkept && h("p", { class: "notice", role: "status" }, words.unkept),
    h("p", { class: "fine" }, [!unkept && words.stays, words.privacy[task]].filter(Boolean).join(" ")),
    h(
      "p",
      { class: "actions" },
      button(words.pause, pause, { class: "quiet" }),
      button(words.saveFile, saveFile, { class: "quiet" }),
      button(words.openFile, () => file.click(), { class: "quiet" }),
      file,
    ),
  );
}
