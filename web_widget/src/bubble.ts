import { h, type Child } from "./dom";

/** What the service said, in its frame. `kind` begins with a space when there is one. */
export function bubble(kind: string, ...children: Child[]): HTMLElement {
  return h("div", { class: `bubble bot${kind}`, part: `bot-message${kind}` }, ...children);
}
