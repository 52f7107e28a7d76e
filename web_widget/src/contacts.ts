import type { Contact } from "./contract";
import { h, isWebAddress } from "./dom";
import { outsideLink } from "./sources";
import { fill } from "./fill";
import { swedishDate, texts } from "./texts";

/** The whole address of a path on the service. */
export type Address = (path: string) => string;

function certainty({ verified, as_of: asOf }: Contact): HTMLElement {
  const dated = asOf ? { date: swedishDate(asOf) } : null;
  const text = verified
    ? dated ? fill(texts.verified, dated) : texts.verifiedUndated
    : dated ? fill(texts.unverified, dated) : texts.unverifiedUndated;
  return h("p", { class: verified ? "fine" : "fine unverified" }, text);
}

/** The number first when it is checked; the official page first when it is not. */
function ways({ name, phone, url, verified }: Contact): HTMLElement {
  const number = phone && h("a", { class: verified ? "main" : "", href: `tel:${phone.replace(/[^\d+]/g, "")}` }, fill(texts.call, { phone }));
  const page = isWebAddress(url) && outsideLink(url, number && !verified ? texts.pageFirst : fill(texts.websiteOf, { name }));
  return h("p", { class: "actions" }, ...(verified ? [number, page] : [page, number]));
}

function card(contact: Contact, address: Address): HTMLElement {
  const { name, side, why, note, page, choose } = contact;
  return h(
    "li",
    { class: "contact", part: "contact" },
    h("p", { class: "fine" }, texts.side[side] ?? ""),
    h("h4", {}, name),
    why && h("p", {}, h("strong", {}, texts.why), " ", why),
    ways(contact),
    choose && h("p", {}, outsideLink(address(choose), texts.chooseCentre)),
    note && h("p", {}, note),
    certainty(contact),
    page && h("p", { class: "fine" }, outsideLink(address(page), texts.isItWrong, name)),
  );
}

/** Cards with tap-to-call, best first. */
export function contactCards(contacts: Contact[], address: Address): HTMLElement {
  return h("ul", { class: "contacts", "aria-label": texts.contacts }, ...contacts.map((contact) => card(contact, address)));
}
