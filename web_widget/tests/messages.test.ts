import { expect, it } from "vitest";
import { formatted } from "../src/messages";

const html = (text: string): string => formatted(text).map((element) => element.outerHTML).join("");

it("shows bold, line breaks and lists", () => {
  expect(html("En **plan**\nför dig:\n- ett\n- två\n\nSlut")).toBe(
    "<p>En <strong>plan</strong><br>för dig:</p><ul><li>ett</li><li>två</li></ul><p>Slut</p>",
  );
});

it("makes a bold number a link to call", () => {
  expect(html("ring **112** nu")).toContain('<a href="tel:112"><strong>112</strong></a>');
});

it("never turns the service's text into markup", () => {
  expect(html("<img src=x onerror=alert(1)> **<b>x</b>**")).not.toMatch(/<img|<b>/);
});
