/** The parts of a letter, as the service composes them too. */

export interface Item {
  text: string;
  items: string[];
}

export type Block =
  | { kind: "heading"; text: string }
  | { kind: "paragraph"; text: string }
  | { kind: "list"; items: Item[] }
  /** Lines to fill in by hand; an empty label is a line for notes. */
  | { kind: "lines"; labels: string[] };

export interface Letter {
  title: string;
  filename: string;
  blocks: Block[];
  /** For the sender; not part of what is handed in. */
  aside: Block[];
}

export const heading = (text: string): Block => ({ kind: "heading", text });
export const paragraph = (text: string): Block => ({ kind: "paragraph", text });
export const lines = (labels: string[]): Block => ({ kind: "lines", labels });

/** A list, or nothing when it has no items. */
export function bullets(items: (string | Item)[]): Block[] {
  const rows = items.map((item) => (typeof item === "string" ? { text: item, items: [] } : item));
  return rows.length ? [{ kind: "list", items: rows }] : [];
}
