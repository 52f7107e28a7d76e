import type { Block, Letter } from "./blocks";

const BLANK = "_".repeat(40);

/** The letter as plain text, ending with a line break. */
export function asText({ title, blocks, aside }: Letter): string {
  const parts = [title.toUpperCase(), ...blocks.map(block), ...(aside.length ? ["-".repeat(60), ...aside.map(block)] : [])];
  return `${parts.join("\n\n")}\n`;
}

function block(part: Block): string {
  switch (part.kind) {
    case "heading":
      return part.text.toUpperCase();
    case "paragraph":
      return part.text;
    case "list":
      return part.items.flatMap(({ text, items }) => [`- ${text}`, ...items.map((sub) => `  - ${sub}`)]).join("\n");
    case "lines":
      return part.labels.map((label) => (label ? `${label}: ${BLANK}` : BLANK)).join("\n\n");
  }
}
