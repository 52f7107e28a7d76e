import { h } from "../../dom";
import printCss from "../../styles/print.css";
import type { Block, Letter } from "./blocks";

/** Prints the letter from a frame of its own, so that nothing of the page around comes along. Nothing is sent. */
export function printLetter(root: ShadowRoot, letter: Letter): void {
  const frame = h("iframe", { class: "only-heard", "aria-hidden": "true", tabindex: -1, title: letter.title });
  root.append(frame);
  const page = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!page) return;
  const css = new page.CSSStyleSheet();
  css.replaceSync(printCss);
  page.document.adoptedStyleSheets = [css];
  page.document.title = letter.title;
  page.document.documentElement.lang = "sv";
  page.document.body.append(...sheet(letter));
  page.addEventListener("afterprint", () => frame.remove());
  page.print();
}

/** The letter as elements. */
export function sheet({ title, blocks, aside }: Letter): HTMLElement[] {
  const forSender = aside.length ? [h("aside", {}, ...aside.flatMap(elements))] : [];
  return [h("h1", {}, title), ...blocks.flatMap(elements), ...forSender];
}

function elements(part: Block): HTMLElement[] {
  switch (part.kind) {
    case "heading":
      return [h("h2", {}, part.text)];
    case "paragraph":
      return [h("p", { dir: "auto" }, part.text)];
    case "list":
      return [h("ul", {}, ...part.items.map(({ text, items }) => h("li", { dir: "auto" }, text, items.length > 0 && h("ul", {}, ...items.map((sub) => h("li", {}, sub))))))];
    case "lines":
      return part.labels.map((label) => h("p", { class: "line" }, label && `${label}:`));
  }
}
