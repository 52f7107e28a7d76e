import { h } from "../../dom";
import printCss from "../../styles/print.css";
import { ending, type Block, type Letter } from "./blocks";

/** Prints the letter from a frame of its own, so that nothing of the page around comes along. Nothing is sent. */
export function printLetter(root: ShadowRoot, letter: Letter): void {
  const frame = h("iframe", {
    class: "only-heard",
    "aria-hidden": "true",
    tabindex: -1,
    title: letter.title,
  });
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
export function sheet(letter: Letter): HTMLElement[] {
  const { title, blocks, aside } = letter;
  const end = ending(letter);
  const drawn = (parts: Block[]): HTMLElement[] => parts.flatMap((part) => elements(part));
  const forSender = aside.length ? [h("aside", {}, ...drawn(aside))] : [];
  const last = h("div", { class: "ending" }, ...drawn(blocks.slice(end)));
  return [h("h1", {}, title), ...drawn(blocks.slice(0, end)), last, ...forSender];
}

/** The letter inside the card, under the card's own headings. */
export function previewSheet({ title, blocks }: Letter): HTMLElement[] {
  return [h("h4", {}, title), ...blocks.flatMap((part) => elements(part, "h5"))];
}

function elements(part: Block, heading: "h2" | "h5" = "h2"): HTMLElement[] {
  switch (part.kind) {
    case "heading":
      return [h(heading, {}, part.text)];
    case "paragraph":
      return [h("p", { dir: "auto", ...(part.own && { class: "own" }) }, part.text)];
    case "list":
      return [
        h(
          "ul",
          part.boxes ? { class: "boxes" } : {},
          ...part.items.map(({ text, items }) =>
            h(
              "li",
              { dir: "auto" },
              text,
              items.length > 0 && h("ul", {}, ...items.map((sub) => h("li", { dir: "auto" }, sub))),
            ),
          ),
        ),
      ];
    case "lines":
      return part.rows.map((labels) =>
        h("p", { class: "line" }, ...labels.map((label) => h("span", {}, label && `${label}:`))),
      );
    case "table":
      return [
        h(
          "table",
          {},
          h("thead", {}, h("tr", {}, ...part.head.map((label) => h("th", { scope: "col" }, label)))),
          h(
            "tbody",
            {},
            ...Array.from({ length: part.rows }, () => h("tr", {}, ...part.head.map(() => h("td", {})))),
          ),
        ),
      ];
  }
}
