import { ownAddress, ownTag } from "./own-address";

/** The address of the service: `data-origin` on the element, else the script's own origin. */
export function serviceOrigin(element: HTMLElement): string {
  return new URL(element.dataset.origin || ownAddress || location.href, location.href).origin;
}

/** The address of a file delivered beside this script. */
export function besideScript(file: string, element: HTMLElement): string {
  const base = element.dataset.origin ? `${serviceOrigin(element)}/` : ownAddress || location.href;
  return new URL(file, new URL(base, location.href)).href;
}

/** Where the page wants the element: in `data-target`, else last in the body; nowhere while the target is missing. */
function placeFor({ target, mode }: DOMStringMap): Element | null {
  const wanted = target ? document.querySelector(target) : null;
  return wanted ?? (target && mode === "inline" && document.readyState !== "loading" ? null : document.body);
}

/** A place chosen in this very page comes before the button that a tag makes on every page of the site. */
const BUTTON = "[data-stays]:not([data-mode=inline])";

function place(make: () => HTMLElement): void {
  const there = document.querySelector("sip-guiden");
  if (there && !(ownTag?.dataset.mode === "inline" && there.matches(BUTTON))) return;
  there?.remove();
  const element = make();
  Object.assign(element.dataset, ownTag?.dataset, { stays: "" });
  (placeFor(element.dataset) ?? document.body).append(element);
}

/** Makes the element that the script tag or the import asks for, unless the page already has one. */
export function createFromScriptTag(make: () => HTMLElement): void {
  const asked = ownTag ? ownTag.dataset.manual === undefined : ownAddress && !ownAddress.includes("?manual");
  if (!asked) return;
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => place(make));
  else place(make);
}

/**
 * Puts the element back when the page swaps its body, as Turbo, pjax and htmx do: the conversation goes on.
 * An element that the new page has of its own comes first; a copy of this one gives way.
 */
export function comeBack(element: HTMLElement): void {
  const observer = new MutationObserver(() => attempt());
  const attempt = (): void => {
    const there = document.querySelector<HTMLElement>("sip-guiden");
    if (element.isConnected || (there && !there.isEqualNode(element))) observer.disconnect();
    else if (there) {
      delete there.dataset.stays;
      there.replaceWith(element);
    } else placeFor(element.dataset)?.append(element);
    if (element.isConnected) observer.disconnect();
  };
  // Not at once: a page that empties its body child by child would never be done.
  queueMicrotask(() => {
    attempt();
    if (!element.isConnected) observer.observe(document, { childList: true, subtree: true });
  });
}
