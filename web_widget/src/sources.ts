import type { Source } from "./contract";
import { h, hiddenText, isWebAddress } from "./dom";
import { fill } from "./fill";
import { answerTexts } from "./answer-texts";
import { swedishDate } from "./texts";

/** A link that leaves the conversation where it is. */
export function outsideLink(url: string, label: string, about = ""): HTMLElement {
  return h(
    "a",
    { href: url, target: "_blank", rel: "noopener noreferrer" },
    label,
    " ",
    hiddenText(`${about} ${answerTexts.newTab}`.trim()),
  );
}

function source({ title, url, status, reviewed }: Source): HTMLElement {
  const label = (answerTexts.sourceStatus as Record<string, string>)[status] ?? status;
  const facts = [label, reviewed && fill(answerTexts.reviewed, { date: swedishDate(reviewed) })]
    .filter(Boolean)
    .join(", ");
  return h(
    "li",
    {},
    isWebAddress(url) ? outsideLink(url, title) : title,
    facts && h("span", { class: "fine" }, facts),
  );
}

/** The sources of an answer, folded. */
export function sourceList(sources: Source[]): HTMLElement {
  return h(
    "details",
    { class: "sources", part: "sources" },
    h("summary", {}, fill(answerTexts.sources, { count: sources.length })),
    h("ul", {}, ...sources.map(source)),
  );
}
