import type { Block, Letter } from "./blocks";

const LONG = "_".repeat(40);
const SHORT = "_".repeat(20);

/** The letter as plain text, ending with a line break. */
export function asText({ title, blocks, aside }: Letter): string {
  const parts = [
    title.toUpperCase(),
    ...blocks.map(block),
    ...(aside.length ? ["-".repeat(60), ...aside.map(block)] : []),
  ];
  return `${parts.join("\n\n")}\n`;
}

function block(part: Block): string {
  switch (part.kind) {
    case "heading":
      return part.text.toUpperCase();
    case "paragraph":
      return part.text;
    case "list":
      return part.items
        .flatMap(({ text, items }) => [
          `${part.boxes ? "[ ]" : "-"} ${text}`,
          ...items.map((sub) => `  - ${sub}`),
        ])
        .join("\n");
    case "lines":
      return part.rows.map(row).join("\n\n");
    case "table": {
      const empty = part.head.map((label) => row([label])).join("\n");
      return Array<string>(part.rows).fill(empty).join("\n\n");
    }
  }
}

function row(labels: string[]): string {
  const blank = labels.length === 1 ? LONG : SHORT;
  return labels.map((label) => (label ? `${label}: ${blank}` : blank)).join("   ");
}
