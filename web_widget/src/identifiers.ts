// The same rules as actions/privacy/identifiers.py; tests/privacy/identifiers.json holds both to them.
const GAP = "[\\s.\\-\\u2010-\\u2015\\u2212+/_\\u00ad\\u200b-\\u200f\\u2060\\ufeff]{0,3}";
const DATE = `(\\d\\d)${GAP}(\\d\\d)${GAP}(\\d\\d)`;
const LAST = `(\\d)${GAP}(\\d)${GAP}(\\d)${GAP}(\\d)(?!\\d)`;
const LONG = new RegExp(`(?:18|19|20)${GAP}${DATE}${GAP}${LAST}`, "y");
const SHORT = new RegExp(`(?!0\\d{3}\\D)${DATE}${GAP}${LAST}`, "y");
const ARABIC_ZEROS = [0x0660, 0x06f0];

/** The check digit rule of Swedish identity numbers over ten digits. */
export function passesLuhn(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
}

/** A samordningsnummer is a personnummer with 60 added to the day. The year may be of any century. */
function isDate(month: number, day: number): boolean {
  const plainDay = day > 60 ? day - 60 : day;
  const longest = month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return month >= 1 && month <= 12 && plainDay >= 1 && plainDay <= longest;
}

function matchesAt(pattern: RegExp, text: string, start: number): boolean {
  pattern.lastIndex = start;
  const digits = pattern.exec(text)?.slice(1).join("");
  if (!digits || digits.slice(6, 9) === "000") return false;
  return isDate(Number(digits.slice(2, 4)), Number(digits.slice(4, 6))) && passesLuhn(digits);
}

/** Wide, small and Arabic digits as ordinary ones. */
function plainSign(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  const zero = ARABIC_ZEROS.find((start) => code >= start && code < start + 10);
  return zero === undefined ? sign.normalize("NFKC") : String(code - zero);
}

/** True when the text holds a Swedish personnummer or samordningsnummer, however it is spaced. */
export function hasIdentityNumber(text: string): boolean {
  const plain = [...text].map(plainSign).join("");
  for (let start = 0; start < plain.length; start += 1) {
    const startsNumber = /\d/.test(plain[start] ?? "") && !/\d/.test(plain[start - 1] ?? "");
    if (startsNumber && (matchesAt(LONG, plain, start) || matchesAt(SHORT, plain, start))) return true;
  }
  return false;
}
