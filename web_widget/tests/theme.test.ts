import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const CSS = readFileSync("src/styles/base.css", "utf8");
const TEXT: [string, string][] = [
  ["ink", "paper"],
  ["ink", "soft"],
  ["ink", "crisis-soft"],
  ["fine-ink", "paper"],
  ["fine-ink", "soft"],
  ["accent", "paper"],
  ["accent", "soft"],
  ["accent", "accent-soft"],
  ["on-accent", "accent"],
  ["alert", "paper"],
];
const SHAPES: [string, string][] = [
  ["line", "paper"],
  ["line", "soft"],
  ["focus", "paper"],
  ["focus", "soft"],
  ["crisis-line", "crisis-soft"],
];

function colours(theme: string): Map<string, string> {
  const prefix = theme === "dark" ? "--sip-dark-" : "--sip-";
  const found = CSS.matchAll(/--([a-z-]+): var\((--sip-[a-z-]+), (#[0-9a-f]{6})\)/g);
  return new Map(
    [...found]
      .filter(([, , token]) => token!.startsWith("--sip-dark-") === (theme === "dark"))
      .map(([, , token, colour]) => [token!.slice(prefix.length), colour!]),
  );
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

describe.each(["light", "dark"])("the %s colours", (theme) => {
  const tokens = colours(theme);

  it.each(TEXT)("%s on %s can be read", (front, back) => {
    expect(contrast(tokens.get(front)!, tokens.get(back)!)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(SHAPES)("%s beside %s can be seen", (front, back) => {
    expect(contrast(tokens.get(front)!, tokens.get(back)!)).toBeGreaterThanOrEqual(3);
  });
});
