import { h } from "../dom";
import printCss from "../styles/print.css";
import type { Section } from "./wording";
import { words } from "./words";

function signatureLines(): HTMLElement {
  const labels = [words.printDate, words.printSignature, words.printName, words.printPhone];
  return h("div", { class: "signature" }, ...labels.map((label) => h("p", {}, label)));
}

function sheet(title: string, recipient: string, sections: Section[]): HTMLElement[] {
  const parts = sections
    .filter(({ lines }) => lines.length)
    .map((section) => h("section", {}, h("h2", {}, section.title), ...section.lines.map((line) => h("p", {}, line))));
  return [h("h1", {}, title), ...(recipient ? [h("p", {}, recipient)] : []), ...parts, signatureLines()];
}

/** Prints the sheet from a frame of its own, so that nothing of the page around comes along. Nothing is sent. */
export function printSheet(root: ShadowRoot, title: string, recipient: string, sections: Section[]): void {
  const frame = h("iframe", { class: "only-heard", "aria-hidden": "true", tabindex: -1, title });
  root.append(frame);
  const page = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!page) return;
  const css = new page.CSSStyleSheet();
  css.replaceSync(printCss);
  page.document.adoptedStyleSheets = [css];
  page.document.title = title;
  page.document.documentElement.lang = "sv";
  page.document.body.append(...sheet(title, recipient, sections));
  page.addEventListener("afterprint", () => frame.remove());
  page.print();
}
