import { describe, expect, it } from "vitest";
import { hasIdentityNumber, passesLuhn } from "../src/identifiers";

// 811218-9876 is a made-up number that is used in public documentation of the format.
const SPELLINGS = [
  "811218-9876",
  "8112189876",
  "19811218-9876",
  "198112189876",
  "811218 9876",
  "1981-12-18-9876",
  "1981 12 18 98 76",
  "811218+9876",
  "811218–9876",
  "81.12.18.9876",
  "８１１２１８-９８７６",
  "Jag heter så och har 811218-9876. Kan jag få en SIP?",
  "Ring 1 198112189876",
];

describe("an identity number never leaves the browser", () => {
  it.each(SPELLINGS)("is caught as %s", (text) => expect(hasIdentityNumber(text)).toBe(true));

  it("is caught when it is a samordningsnummer", () => {
    expect(passesLuhn("7010632391")).toBe(true);
    expect(hasIdentityNumber("19701063-2391")).toBe(true);
  });
});

describe("other numbers may be sent", () => {
  it.each([
    "Ring mig på 031-365 00 00",
    "Lagen är 2025:400, 10 kap. 8–9 §§",
    "Mötet är 2026-12-18 klockan 13.00",
    "541 30 Skövde",
    "811218-9875",
    "811318-9876",
    "Ärende 123456789012345",
  ])("%s", (text) => expect(hasIdentityNumber(text)).toBe(false));
});
