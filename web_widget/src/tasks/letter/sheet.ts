import { h } from "../../dom";
import printCss from "../../styles/print.css";
import { ending, type Block, type Letter } from "./blocks";

const FACE = "Atkinson Hyperlegible Next";
const WEIGHTS = ["400", "700"];
const LONGEST_WAIT_MS = 2000;

/**
 * Prints the letter from a frame of its own, so that nothing of the page around comes along. Nothing is sent.
 * The typeface of the house is fetched; without it, the device's own is taken.
 */
export async function printLetter(root: ShadowRoot, origin: string, letter: Letter): Promise<void> {
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
  const fetched = Promise.all(WEIGHTS.map((weight) => setFace(page, origin, weight))).catch(() => undefined);
  await Promise.race([fetched, new Promise((done) => setTimeout(done, LONGEST_WAIT_MS))]);
  page.print();
}

/** From bytes, since the page around may allow no fonts from elsewhere. */
async function setFace(page: Window & typeof globalThis, origin: string, weight: string): Promise<void> {
  const file = `${origin}/static/atkinson-hyperlegible-next-latin-${weight}-normal.woff2`;
  const answer = await fetch(file, { credentials: "omit", referrerPolicy: "no-referrer" });
  if (answer.ok)
    page.document.fonts.add(await new page.FontFace(FACE, await answer.arrayBuffer(), { weight }).load());
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
