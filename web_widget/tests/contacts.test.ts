import { describe, expect, it } from "vitest";
import { contactCards } from "../src/contacts";
import type { Contact } from "../src/contract";

const vara: Contact = {
  id: "kommun-1470",
  kind: "kommun",
  name: "Vara kommun",
  side: "kommun",
  phone: "0512-310 00",
  url: "https://www.vara.se/",
  verified: false,
  as_of: "2022",
  certainty: "one_source",
  sure: "Uppgiften är från 2022 och finns i en källa. Kontrollera den på webbplatsen.",
  page: "/kontakt/1470",
};
const links = (contact: Contact): string[] =>
  [...contactCards([contact], (path) => `https://sip.example${path}`).querySelectorAll("a")].map(
    (link) => link.href,
  );

describe("a contact", () => {
  it("opens the official page first while only one source knows the number", () => {
    expect(links(vara)).toEqual([
      "https://www.vara.se/",
      "tel:051231000",
      "https://sip.example/kontakt/1470",
    ]);
  });

  it("puts the number first when two sources agree, also when it may have changed", () => {
    expect(links({ ...vara, verified: true, certainty: "confirmed" })[0]).toBe("tel:051231000");
    expect(links({ ...vara, certainty: "may_have_changed" })[0]).toBe("tel:051231000");
  });

  it("keeps two doors open and the others behind a heading", () => {
    const many = ["a", "b", "c", "d"].map((id): Contact => ({ ...vara, id }));
    const cards = contactCards(many, (path) => path);
    expect(cards.querySelectorAll("details .contact")).toHaveLength(2);
    expect(cards.querySelector("summary")?.textContent).toBe("Fler vägar (2)");
  });

  it("says what is uncertain, and where one's own health centre is chosen", () => {
    const door: Contact = { ...vara, choose: "/hitta/vardcentraler?plats=1470" };
    const card = contactCards([door], (path) => `https://sip.example${path}`);
    expect(card.textContent).toContain("från 2022 och finns i en källa");
    expect(links(door)).toContain("https://sip.example/hitta/vardcentraler?plats=1470");
  });
});
