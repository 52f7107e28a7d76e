import { describe, expect, it } from "vitest";
import { caught, passes } from "../../tests/privacy/identifiers.json";
import { hasIdentityNumber, passesLuhn } from "../src/identifiers";

describe("an identity number never leaves the browser", () => {
  it.each(caught)("is caught as %s", (text) => expect(hasIdentityNumber(text)).toBe(true));
});

describe("other numbers may be sent", () => {
  it.each(passes)("%s", (text) => expect(hasIdentityNumber(text)).toBe(false));
});

it("knows the check digit", () => {
  expect(passesLuhn("7010632391")).toBe(true);
  expect(passesLuhn("7010632392")).toBe(false);
});
