import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Block, Letter } from "./blocks";

const BODY = "word/document.xml";
const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** Puts the letter into an empty Word file that has its title and styles. */
export function fillWord(template: Uint8Array, { blocks, aside }: Letter): Blob {
  const files = unzipSync(template);
  const document = new DOMParser().parseFromString(strFromU8(files[BODY]!), "application/xml");
  const end = document.getElementsByTagNameNS(W, "sectPr")[0]!;
  for (const part of [...blocks, ...aside]) end.before(...paragraphs(document, part));
  files[BODY] = strToU8(new XMLSerializer().serializeToString(document));
  return new Blob([zipSync(files) as Uint8Array<ArrayBuffer>], { type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" });
}

function paragraphs(document: Document, part: Block): Element[] {
  switch (part.kind) {
    case "heading":
      return [paragraph(document, part.text, "Heading2")];
    case "paragraph":
      return [paragraph(document, part.text)];
    case "list":
      return part.items.flatMap(({ text, items }) => [
        paragraph(document, text, "ListBullet"),
        ...items.map((sub) => paragraph(document, sub, "ListBullet2")),
      ]);
    case "lines":
      return part.labels.map((label) => paragraph(document, `${label ? `${label}:` : ""}\t`, "Linetofillin"));
  }
}

function paragraph(document: Document, text: string, style?: string): Element {
  const make = (name: string, ...children: (Node | string)[]): Element => {
    const element = document.createElementNS(W, `w:${name}`);
    element.append(...children);
    return element;
  };
  const run = make("r");
  for (const piece of text.split(/([\n\t])/)) {
    if (piece === "\n") run.append(make("br"));
    else if (piece === "\t") run.append(make("tab"));
    else if (piece) {
      const words = make("t", piece);
      words.setAttribute("xml:space", "preserve");
      run.append(words);
    }
  }
  if (!style) return make("p", run);
  const named = make("pStyle");
  named.setAttributeNS(W, "w:val", style);
  return make("p", make("pPr", named), run);
}
