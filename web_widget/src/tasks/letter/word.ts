import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { ending, type Block, type Letter } from "./blocks";

const BODY = "word/document.xml";
const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const BOX = "\u2610 ";
const TEXT_WIDTH = 9185; // 162 mm in twentieths of a point
const TABLE_ROW = 624; // 11 mm
const GAP = 340; // 6 mm
const RIGHT_TO_LEFT = /^\P{L}*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/** Puts the letter into an empty Word file that has its title, styles and sections. */
export function fillWord(template: Uint8Array, letter: Letter): Blob {
  const { blocks, aside } = letter;
  const files = unzipSync(template);
  const document = new DOMParser().parseFromString(strFromU8(files[BODY]!), "application/xml");
  const ends = [...document.getElementsByTagNameNS(W, "sectPr")];
  const last = ends.slice(-1)[0]!;
  // The letter's own section ends in a paragraph; what comes after it is for the sender.
  const first = ends.length > 1 ? ends[0]!.parentElement!.parentElement! : last;
  if (first !== last) last.previousElementSibling!.remove(); // an empty paragraph keeps the place
  const end = ending(letter);
  for (const part of blocks.slice(0, end)) first.before(...elements(document, part));
  const closing = blocks.slice(end).flatMap((part) => elements(document, part));
  for (const paragraph of closing.slice(0, -1)) keepWithNext(document, paragraph);
  first.before(...closing);
  for (const part of aside) last.before(...elements(document, part));
  files[BODY] = strToU8(new XMLSerializer().serializeToString(document));
  return new Blob([zipSync(files) as Uint8Array<ArrayBuffer>], {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  });
}

function keepWithNext(document: Document, paragraph: Element): void {
  const keep = document.createElementNS(W, "w:keepNext");
  const [properties] = paragraph.getElementsByTagNameNS(W, "pPr");
  const [style] = paragraph.getElementsByTagNameNS(W, "pStyle");
  if (style) style.after(keep);
  else if (properties) properties.prepend(keep);
  else {
    const made = document.createElementNS(W, "w:pPr");
    made.append(keep);
    paragraph.prepend(made);
  }
}

function elements(document: Document, part: Block): Element[] {
  const made = maker(document);
  switch (part.kind) {
    case "heading":
      return [made.paragraph(part.text, "Heading2")];
    case "paragraph":
      return [made.paragraph(part.text, part.own ? "Ownwords" : undefined)];
    case "list":
      return part.items.flatMap(({ text, items }) => [
        part.boxes ? made.paragraph(BOX + text) : made.paragraph(text, "ListBullet"),
        ...items.map((sub) => made.paragraph(sub, "ListBullet2")),
      ]);
    case "lines":
      return part.rows.map((labels) => made.fields(labels));
    case "table":
      return [made.table(part.head, part.rows)];
  }
}

function maker(document: Document) {
  const make = (
    name: string,
    attributes: Record<string, string | number>,
    ...children: (Node | string)[]
  ): Element => {
    const element = document.createElementNS(W, `w:${name}`);
    for (const [key, value] of Object.entries(attributes))
      element.setAttributeNS(W, `w:${key}`, String(value));
    element.append(...children);
    return element;
  };

  const run = (text: string): Element => {
    const rtl = RIGHT_TO_LEFT.test(text) ? [make("rPr", {}, make("rtl", {}))] : [];
    const made = make("r", {}, ...rtl);
    for (const piece of text.split(/([\n\t])/)) {
      if (piece === "\n") made.append(make("br", {}));
      else if (piece === "\t") made.append(make("tab", {}));
      else if (piece) {
        const words = make("t", {}, piece);
        words.setAttribute("xml:space", "preserve");
        made.append(words);
      }
    }
    return made;
  };

  const paragraph = (text: string, style?: string, more: Element[] = []): Element => {
    const named = style ? [make("pStyle", { val: style })] : [];
    const direction = RIGHT_TO_LEFT.test(text) ? [make("bidi", {})] : [];
    const properties = [...named, ...more, ...direction];
    return make("p", {}, ...(properties.length ? [make("pPr", {}, ...properties)] : []), run(text));
  };

  /** Labels with lines after them, up to tab stops that share the width. */
  const fields = (labels: string[]): Element => {
    const stops = labels.flatMap((_, index) => {
      const end = Math.floor((TEXT_WIDTH * (index + 1)) / labels.length);
      const last = index === labels.length - 1;
      const line = make("tab", { val: "left", leader: "underscore", pos: last ? end : end - GAP });
      return last ? [line] : [line, make("tab", { val: "left", pos: end })];
    });
    const text = labels.map((label) => (label ? `${label}: ` : "")).join("\t\t") + "\t";
    return paragraph(text, "Linetofillin", [make("tabs", {}, ...stops)]);
  };

  const table = (head: string[], rows: number): Element => {
    const width = Math.floor(TEXT_WIDTH / head.length);
    const cell = (text: string): Element =>
      make("tc", {}, make("tcPr", {}, make("tcW", { w: width, type: "dxa" })), paragraph(text));
    const titled = (text: string): Element => {
      const made = cell(text);
      made.getElementsByTagNameNS(W, "r")[0]!.prepend(make("rPr", {}, make("b", {})));
      return made;
    };
    const empty = (): Element =>
      make("tr", {}, make("trPr", {}, make("trHeight", { val: TABLE_ROW })), ...head.map(() => cell("")));
    const made = [
      make("tr", {}, make("trPr", {}, make("tblHeader", {})), ...head.map(titled)),
      ...Array.from({ length: rows }, empty),
    ];
    for (const row of made.slice(0, -1))
      for (const one of row.getElementsByTagNameNS(W, "p")) keepWithNext(document, one);
    return make(
      "tbl",
      {},
      make("tblPr", {}, make("tblStyle", { val: "TableGrid" })),
      make("tblGrid", {}, ...head.map(() => make("gridCol", { w: width }))),
      ...made,
    );
  };

  return { paragraph, fields, table };
}
