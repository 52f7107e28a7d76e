/** Where this file was fetched from; read while the script runs. */
const ownScript =
  document.currentScript instanceof HTMLScriptElement
    ? document.currentScript
    : document.querySelector<HTMLScriptElement>('script[src*="/widget.js"]');

/** The address of the service: `data-origin` on the element, else the script's own origin. */
export function serviceOrigin(element: HTMLElement): string {
  return new URL(element.dataset.origin ?? ownScript?.src ?? location.href, location.href).origin;
}

/** The address of a file delivered beside this script. */
export function besideScript(file: string, element: HTMLElement): string {
  const base = element.dataset.origin ? `${serviceOrigin(element)}/` : (ownScript?.src ?? location.href);
  return new URL(file, new URL(base, location.href)).href;
}

function place(script: HTMLScriptElement): void {
  if (document.querySelector("sip-guiden")) return;
  const element = document.createElement("sip-guiden");
  const { target, ...settings } = script.dataset;
  Object.assign(element.dataset, settings);
  ((target && document.querySelector(target)) || document.body).append(element);
}

/** Makes the element that the script tag asks for, unless the page already has one. */
export function createFromScriptTag(): void {
  if (!ownScript || ownScript.dataset.manual !== undefined) return;
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => place(ownScript));
  else place(ownScript);
}
