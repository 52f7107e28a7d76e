import { ownAddress } from "./own-address";
import { serviceOrigin } from "./script-tag";
import { texts } from "./texts";

/** What a browser gets that cannot show the widget: the way to the same chat as an ordinary page. */
function link(element: HTMLElement): HTMLElement {
  const address = document.createElement("a");
  address.href = `${serviceOrigin(element)}/chatta`;
  address.textContent = texts.launcher;
  const paragraph = document.createElement("p");
  paragraph.appendChild(address);
  return paragraph;
}

/** Fills `element` with the link, in place of what could not be made. */
export function plainLink(element: HTMLElement, into: Node = element.shadowRoot ?? element): void {
  while (into.firstChild) into.removeChild(into.firstChild);
  into.appendChild(link(element));
}

/** The same in place of every element of the page, for a browser too old to define one. */
export function plainLinks(): void {
  const there = document.querySelectorAll<HTMLElement>("sip-guiden");
  for (const element of Array.from(there)) plainLink(element);
  if (there.length || !ownAddress) return;
  document.body.appendChild(link(document.body));
}
