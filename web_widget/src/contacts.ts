import type { Contact } from "./contract";
import { h, isWebAddress } from "./dom";
import { outsideLink } from "./sources";
import { fill } from "./fill";
import { answerTexts } from "./answer-texts";

/** The whole address of a path on the service. */
export type Address = (path: string) => string;

/** The two doors stand open; the others are a press away, so that a phone's screen holds what to do. */
const SHOWN = 2;

/** The number first, but the official page first when only one source knows the number. */
function ways({ name, phone, url, certainty }: Contact): HTMLElement {
  const doubtful = certainty === "one_source";
  const number =
    phone &&
    h(
      "a",
      { class: doubtful ? "" : "main", href: `tel:${phone.replace(/[^\d+]/g, "")}` },
      fill(answerTexts.call, { phone }),
    );
  const page =
    isWebAddress(url) &&
    outsideLink(url, number && doubtful ? answerTexts.pageFirst : fill(answerTexts.websiteOf, { name }));
  return h("p", { class: "actions" }, ...(doubtful ? [page, number] : [number, page]));
}

function card(contact: Contact, address: Address): HTMLElement {
  const { name, side, why, note, page, choose, nearby, sure, verified } = contact;
  return h(
    "li",
    { class: "contact", part: "contact" },
    h("p", { class: "fine" }, answerTexts.side[side] ?? ""),
    h("h4", {}, name),
    ways(contact),
    sure && h("p", { class: verified ? "fine" : "fine unverified" }, sure),
    why && h("p", {}, h("strong", {}, answerTexts.why), " ", why),
    choose && h("p", {}, outsideLink(address(choose), answerTexts.chooseCentre)),
    isWebAddress(nearby) && h("p", {}, outsideLink(nearby, answerTexts.nearbyCentres)),
    note && h("p", {}, note),
    page && h("p", { class: "fine" }, outsideLink(address(page), answerTexts.isItWrong, name)),
  );
}

function list(contacts: Contact[], address: Address): HTMLElement {
  return h(
    "ul",
    { class: "contacts", "aria-label": answerTexts.contacts },
    ...contacts.map((contact) => card(contact, address)),
  );
}

/** Cards with tap-to-call, best first: two open, the others behind a heading that says how many. */
export function contactCards(contacts: Contact[], address: Address): HTMLElement {
  const rest = contacts.slice(SHOWN);
  return h(
    "div",
    {},
    list(contacts.slice(0, SHOWN), address),
    rest.length > 0 &&
      h(
        "details",
        { class: "more-contacts" },
        h("summary", {}, fill(answerTexts.moreWays, { count: String(rest.length) })),
        list(rest, address),
      ),
  );
}
