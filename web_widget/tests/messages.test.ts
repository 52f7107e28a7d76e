import { describe, expect, it } from "vitest";
import type { Mark } from "../src/contract";
import { formatted, marked, spoken } from "../src/messages";

const html = (text: string): string =>
  formatted(text)
    .map((element) => element.outerHTML)
    .join("");

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

describe("a text in another language", () => {
  const text = "اتصل بالرقم **112**.\n\nCall **112**.\n\nRing **112**.";
  const paragraphs: Mark[] = [
    { lang: "ar", dir: "rtl" },
    { lang: "en", dir: "ltr" },
  ];
  const marks = (elements: HTMLElement[]): string[] => elements.map(({ lang, dir }) => `${lang} ${dir}`);

  it("is marked, and the Swedish after it is not", () => {
    expect(marks(marked(formatted(text), paragraphs))).toEqual(["ar rtl", "en ltr", " "]);
  });

  it("is read aloud in pieces of their own", () => {
    expect(marks(spoken([{ text, custom: { paragraphs } }]))).toEqual(["ar rtl", "en ltr", " "]);
    expect(spoken([{ text: "En plan.\n\nFör dig." }])).toHaveLength(1);
  });
});
