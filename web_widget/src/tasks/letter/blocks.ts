/** The parts of a letter, as the service composes them too. */

export interface Item {
  text: string;
  items: string[];
}

export type Block =
  | { kind: "heading"; text: string }
  /** `own` marks what the person wrote. */
  | { kind: "paragraph"; text: string; own: boolean }
  /** With `boxes` each item has a box to tick. */
  | { kind: "list"; items: Item[]; boxes: boolean }
  /** Rows to fill in by hand, each with the labels of its fields; an empty label is a line for notes. */
  | { kind: "lines"; rows: string[][] }
  /** A table to fill in by hand: its head, and how many empty rows. */
  | { kind: "table"; head: string[]; rows: number };

export interface Letter {
  title: string;
  filename: string;
  blocks: Block[];
  /** For the sender; not part of what is handed in. */
  aside: Block[];
}

/** Index of the first block that stands on the page of the last, as the service has it: nobody signs an empty page. */
export function ending({ blocks, aside }: Letter): number {
  const headings = blocks.flatMap(({ kind }, index) => (kind === "heading" ? [index] : []));
  return (aside.length ? headings[headings.length - 2] : undefined) ?? blocks.length;
}

export const heading = (text: string): Block => ({ kind: "heading", text });
export const paragraph = (text: string, own = false): Block => ({ kind: "paragraph", text, own });
export const lines = (rows: string[][]): Block => ({ kind: "lines", rows });

/** A list, or nothing when it has no items. */
export function bullets(items: (string | Item)[], boxes = false): Block[] {
  const rows = items.map((item) => (typeof item === "string" ? { text: item, items: [] } : item));
  return rows.length ? [{ kind: "list", items: rows, boxes }] : [];
}
