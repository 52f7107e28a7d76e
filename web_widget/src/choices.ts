import type { BotMessage, Button } from "./contract";
import { button, h } from "./dom";
import { texts } from "./texts";

type Choose = (title: string, payload: string) => void;

const COMMANDS = /^\/(?:hoppa-over|tillbaka|varfor)$|"val":\s*"help"/;
/** An option of a step, whose number in the list may be typed instead. */
const OPTION = /^\/steg\{/;

/** The buttons of a step asked: rows to pick from, and what else can be done as quiet words below. */
export function stepChoices(messages: BotMessage[], choose: Choose): HTMLElement[] | null {
  const asking = messages.find(({ custom }) => custom?.step);
  if (!asking) return null;
  const own = asking.buttons ?? [];
  const rows = own.filter(({ payload }) => !COMMANDS.test(payload));
  const beside = messages.filter((message) => message !== asking).flatMap(({ buttons }) => buttons ?? []);
  const quiet = [...own.filter(({ payload }) => COMMANDS.test(payload)), ...beside];
  const numbered = rows.length > 0 && rows.every(({ payload }) => OPTION.test(payload));
  return [list(numbered ? "ol" : "ul", "choices", rows, choose), list("ul", "quiet", quiet, choose)];
}

function list(tag: "ol" | "ul", kind: string, buttons: Button[], choose: Choose): HTMLElement {
  const items = buttons.map(({ title, payload }) =>
    h(
      "li",
      {},
      button(title, () => choose(title, payload), { part: "suggestion" }),
    ),
  );
  return h(tag, { class: kind, hidden: !items.length, "aria-label": texts.suggestions }, ...items);
}
