import { describe, expect, it } from "vitest";
import { contactCards } from "../src/contacts";
import type { Contact } from "../src/contract";

const vara: Contact = {
  id: "kommun-kommun-1470",
  kind: "kommun",
  name: "Vara kommun",
  side: "kommun",
  phone: "0512-310 00",
  url: "https://www.vara.se/",
  verified: false,
  as_of: "2021",
  note: "Telefonnumret är en uppgift från 2021.",
  page: "/kontakt/1470",
};
const links = (contact: Contact): string[] =>
  [...contactCards([contact], (path) => `https://sip.example${path}`).querySelectorAll("a")].map((link) => link.href);

describe("a contact", () => {
  it("opens the official page first while the number is unverified", () => {
    expect(links(vara)).toEqual(["https://www.vara.se/", "tel:051231000", "https://sip.example/kontakt/1470"]);
  });

  it("puts the number first when it is checked", () => {
    expect(links({ ...vara, verified: true })[0]).toBe("tel:051231000");
  });

  it("says what is uncertain, and where one's own health centre is chosen", () => {
    const door: Contact = { ...vara, choose: "/hitta/vardcentraler?plats=1470" };
    const card = contactCards([door], (path) => `https://sip.example${path}`);
    expect(card.textContent).toContain("uppgift från 2021");
    expect(links(door)).toContain("https://sip.example/hitta/vardcentraler?plats=1470");
  });
});
