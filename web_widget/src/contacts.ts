import type { Contact } from "./contract";
import { h, isWebAddress } from "./dom";
import { outsideLink } from "./sources";
import { fill } from "./fill";
import { swedishDate, texts } from "./texts";

function certainty({ verified, as_of: asOf }: Contact): HTMLElement {
  const dated = asOf ? { date: swedishDate(asOf) } : null;
  const text = verified
    ? dated ? fill(texts.verified, dated) : texts.verifiedUndated
    : dated ? fill(texts.unverified, dated) : texts.unverifiedUndated;
  return h("p", { class: verified ? "fine" : "fine unverified" }, text);
}

function card(contact: Contact): HTMLElement {
  const { name, side, phone, url, why, say } = contact;
  return h(
    "li",
    { class: "contact", part: "contact" },
    h("p", { class: "fine" }, texts.side[side] ?? ""),
    h("h4", {}, name),
    why && h("p", {}, h("strong", {}, texts.why), " ", why),
    say && h("p", {}, h("strong", {}, texts.say), " ", say),
    h(
      "p",
      { class: "actions" },
      phone && h("a", { class: "main", href: `tel:${phone.replace(/[^\d+]/g, "")}` }, fill(texts.call, { phone })),
      isWebAddress(url) && outsideLink(url, texts.website),
    ),
    certainty(contact),
  );
}

/** Cards with tap-to-call, best first. */
export function contactCards(contacts: Contact[]): HTMLElement {
  return h("ul", { class: "contacts", "aria-label": texts.contacts }, ...contacts.map(card));
}
