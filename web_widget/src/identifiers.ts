// The same rules as actions/privacy/identity_numbers.py; tests/privacy/identifiers.json holds both to them.
import rules from "../../content/identity_numbers.json";

const CIRCLED_ONES = [0x2776, 0x2780, 0x278a, 0x24f5];
const INVISIBLE = /^[\p{Cf}\p{Mn}\p{Me}\u115f\u1160\u3164\uffa0]$/u;
const CONTEXT = 40;
const DIGITS = rules.digits;

type Name = "whole" | "plain" | "interim" | "reserve" | "card" | "european" | "told";

const compiled = new Map<string, RegExp>();

function rule(name: keyof typeof rules, flags = ""): RegExp {
  const known = compiled.get(name + flags);
  if (known) return known;
  let pattern = String(rules[name]);
  for (let larger = ""; larger !== pattern;) {
    larger = pattern; // a part may have parts
    pattern = pattern.replace(/\{([a-z]+)\}/g, (_, part: keyof typeof rules.parts) => rules.parts[part]);
  }
  const made = new RegExp(pattern, flags);
  compiled.set(name + flags, made);
  return made;
}

function at(name: Name, text: string, start: number): RegExpExecArray | null {
  const pattern = rule(name, "y");
  pattern.lastIndex = start;
  return pattern.exec(text);
}

/** The check digit rule of Swedish identity numbers over ten digits. */
export function passesLuhn(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
}

/** A day of any year; in a samordningsnummer 60 is added to it. */
function isDate(month: number, day: number): boolean {
  const plainDay = day > 60 ? day - 60 : day;
  const longest = month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return month >= 1 && month <= 12 && plainDay >= 1 && plainDay <= longest;
}

function isBirth(core: string): boolean {
  return isDate(Number(core.slice(2, 4)), Number(core.slice(4, 6)));
}

function digitOf(code: number): number {
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}

/** What one sign stands for; at most two signs, so that no text can grow without end. */
function plainSign(sign: string): string {
  if (/[\s\u0085\u001c-\u001f]/.test(sign) && sign !== "\ufeff") return " ";
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x80) return sign.toLowerCase();
  if (INVISIBLE.test(sign)) return "";
  const one = CIRCLED_ONES.find((start) => code >= start && code < start + 9);
  if (one !== undefined) return String(code - one + 1);
  const folded = sign.normalize("NFKC").toLowerCase();
  if (/\p{Nd}/u.test(sign) && !/^\d$/.test(folded)) return String(digitOf(code));
  return [...folded].length <= 2 ? folded : sign;
}

function withDigitWords(text: string): string {
  const word = `(?:${DIGITS})`;
  const run = new RegExp(`${word}(?:[\\s,.\\-]{1,3}${word}){3,}(?![a-zåäö])`, "g");
  const forms = DIGITS.split("|").map((form) => new RegExp(`^${form}$`));
  return text.replace(run, (written, place: number) => {
    let words: string[] = written.match(new RegExp(word, "g")) ?? [];
    let kept = "";
    if (text.slice(0, place).trimEnd().endsWith("sista")) {
      const [first = ""] = words; // the word "fyra" of "sista fyra"
      words = words.slice(1);
      kept = written.slice(0, written.indexOf(words[0] ?? "", first.length));
    }
    if (words.length < 4) return written;
    return kept + words.map((one) => forms.findIndex((form) => form.test(one))).join("");
  });
}

function normalised(text: string): string {
  return withDigitWords([...text].map(plainSign).join("")).replace(/(\d)o(?=\d)/g, "$10");
}

interface Written {
  core: string;
  gaps: Map<number, string>;
  long: boolean;
}

/** The last ten digits, what stands after the n-th of them (1–9), and whether a century stood first. */
function splitUp(written: string): Written {
  const digits = written.match(/\d/g) ?? [];
  const skipped = digits.length - 10;
  const gaps = new Map<number, string>();
  const between = written.split(/\d/).slice(1, -1);
  between.forEach((gap, index) => {
    if (gap && index + 1 > skipped) gaps.set(index + 1 - skipped, gap);
  });
  return { core: digits.slice(skipped).join(""), gaps, long: skipped > 0 };
}

function isClock(core: string): boolean {
  const minute = Number(core.slice(8));
  return Number(core.slice(6, 8)) < 24 && minute < 60 && minute % 5 === 0;
}

/** Ten digits that begin with 0, set apart as nobody sets apart an identity number. */
function isPhone({ core, gaps }: Written): boolean {
  const mobile = /^07[02369]/.test(core);
  if (mobile && (!gaps.has(6) || gaps.has(8))) return true;
  const odd = [1, 3, 5].some((place) => gaps.has(place)) && gaps.size < 8;
  return core.startsWith("0") && (odd || (gaps.has(4) && !gaps.has(2)));
}

/** A date with the time after it, or the first day of a stretch of days. */
function isDays(written: string, { core, gaps }: Written, after: string): boolean {
  if (/^(19|20)/.test(core.slice(6)) && rule("more").test(after)) return true;
  if (/^[.:]$/.test(gaps.get(8) ?? "") && !gaps.has(7)) return Number(core.slice(6, 8)) < 24;
  const soon = written.startsWith("2") && /^[23]/.test(core);
  return soon && isClock(core) && gaps.size > 0 && !(gaps.get(6) ?? "").trim();
}

/** A wrong check digit in what otherwise is written as an identity number: a slip of the finger. */
function isNearly({ core, gaps, long }: Written): boolean {
  const between = (gaps.get(6) ?? "").trim();
  if (!rule("dash").test(between) || (isClock(core) && !between)) return false;
  if (!long) return gaps.size === 1 && gaps.has(6) && (between !== "" || Number(core.slice(4, 6)) <= 31);
  if (gaps.size === 3 && [2, 4, 6].every((place) => gaps.has(place))) return between !== "";
  return gaps.size === 0 || (gaps.size === 1 && gaps.has(6));
}

function isNumber(written: string, before: string, after: string): boolean {
  const parts = splitUp(written);
  const { core, gaps } = parts;
  const birth = core.slice(6, 9) !== "000" && isBirth(core);
  const apart = gaps.size === 0 || (gaps.size === 1 && gaps.has(6));
  if (rule("named").test(before)) return birth || (apart && !core.startsWith("0"));
  if (!birth || (gaps.size > 0 && !gaps.has(6)) || rule("amount").test(after)) return false;
  if (parts.long ? isDays(written, parts, after) : isPhone(parts)) return false;
  const labelled = rule("labelled").test(before);
  if (passesLuhn(core)) return !(labelled && !gaps.has(6));
  return !labelled && isNearly(parts);
}

function beginsWithDate(written: string): boolean {
  const digits = /^\d+/.exec(written)?.[0] ?? "";
  const birth = digits.length >= 8 ? digits.slice(2, 8) : written.slice(0, 6);
  return /^\d{6}$/.test(birth) && isBirth(birth);
}

/** 18/12-1981-9876, 18 december 1981 9876. */
function isEuropean(text: string, start: number): boolean {
  const [, day = "", written = "", year = "", last = ""] = at("european", text, start) ?? [];
  const month = /\d/.test(written) ? written : String(rules.months.indexOf(written.slice(0, 3)) + 1);
  const core = year + month.padStart(2, "0") + day.padStart(2, "0") + last.replace(/\D/g, "");
  return core.length === 10 && isBirth(core) && passesLuhn(core);
}

/** A date of birth, some words that tell of the last digits, and four digits. */
function isTold(text: string, start: number, before: string): boolean {
  const written = at("told", text, start)?.[0];
  if (!written || !beginsWithDate(written.replace(/(\d)\D(?=\d)/g, "$1").slice(0, 8))) return false;
  const { core, gaps } = splitUp(written);
  if (core.length !== 10 || !isBirth(core)) return false;
  const between = gaps.get(6) ?? "";
  return rule("last").test(between) || (rule("telling").test(before + between) && passesLuhn(core));
}

function standsAt(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - CONTEXT), start);
  for (const name of ["whole", "plain"] as const) {
    const written = at(name, text, start)?.[0];
    const end = start + (written?.length ?? 0);
    if (written && isNumber(written, before, text.slice(end, end + 8))) return true;
  }
  for (const name of ["interim", "reserve"] as const) {
    const written = at(name, text, start)?.[0];
    if (written && beginsWithDate(written)) return true;
  }
  if (at("card", text, start) && !rule("labelled").test(before)) return true;
  return isEuropean(text, start) || isTold(text, start, before);
}

/** True when an identity number stands in the text, or what looks like one with a digit wrong. */
export function hasIdentityNumber(text: string): boolean {
  const plain = normalised(text);
  if ((plain.match(/\d/g) ?? []).length < 4) return false;
  for (let start = 0; start < plain.length; start += 1) {
    const begins = /\d/.test(plain[start] ?? "") && !/\d/.test(plain[start - 1] ?? "");
    if (begins && standsAt(plain, start)) return true;
  }
  return rule("ending").test(plain) || rule("ended").test(plain);
}
