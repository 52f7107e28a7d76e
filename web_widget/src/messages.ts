import type { BotMessage, Mark } from "./contract";
import { h, type Child } from "./dom";

const PHONE = /^\d[\d\s-]{1,14}\d$/;

/** `"ring **112** nu"` → text and <strong>; a bold number becomes a link to call. */
function inline(line: string): Child[] {
  return line.split(/\*\*(.+?)\*\*/g).map((piece, index) => {
    if (index % 2 === 0) return piece;
    const strong = h("strong", {}, piece);
    return PHONE.test(piece) ? h("a", { href: `tel:${piece.replace(/[\s-]/g, "")}` }, strong) : strong;
  });
}

function paragraph(lines: string[]): HTMLElement {
  return h("p", {}, ...lines.flatMap((line, index) => (index ? [h("br"), ...inline(line)] : inline(line))));
}

function list(lines: string[]): HTMLElement {
  return h("ul", {}, ...lines.map((line) => h("li", {}, ...inline(line.replace(/^\s*[-•]\s+/, "")))));
}

/** Turns the service's text (**bold**, line breaks, "- " lists) into elements. Anything else stays text. */
export function formatted(text: string): HTMLElement[] {
  const blocks: { listed: boolean; lines: string[] }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const listed = /^\s*[-•]\s+/.test(line);
    const [current] = blocks.slice(-1);
    if (!line.trim()) blocks.push({ listed: false, lines: [] });
    else if (current && current.listed === listed) current.lines.push(line);
    else blocks.push({ listed, lines: [line] });
  }
  return blocks
    .filter(({ lines }) => lines.length)
    .map(({ listed, lines }) => (listed ? list(lines) : paragraph(lines)));
}

/** Says of the first elements which language they are in and where their lines begin. */
export function marked<E extends HTMLElement>(elements: E[], marks: Mark[] = []): E[] {
  elements.slice(0, marks.length).forEach((element, index) => Object.assign(element, marks[index]));
  return elements;
}

/** Messages as they are read aloud: Swedish in one piece, what is in another language marked. */
export function spoken(messages: BotMessage[]): HTMLElement[] {
  return messages.flatMap(({ text = "", custom }) => {
    const marks = custom?.paragraphs ?? [];
    const pieces = marks.length ? plain(text).split(/\n{2,}/) : [plain(text)];
    return marked(
      pieces.filter(Boolean).map((piece) => h("p", {}, piece)),
      marks,
    );
  });
}

/** The same text without marks, for speech and copying. */
export function plain(text: string): string {
  return text.replace(/\*\*(.+?)\*\*/g, "$1").trim();
}
