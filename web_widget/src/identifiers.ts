const GAP = "[\\s.\\-\\u2010-\\u2015\\u2212+/_]{0,3}";
const YEAR_TO_DAY = `(\\d{2})${GAP}(\\d{2})${GAP}(\\d{2})`;
const LAST_FOUR = `(\\d)${GAP}(\\d)${GAP}(\\d)${GAP}(\\d)(?!\\d)`;
const LONG = new RegExp(`(?:18|19|20)${GAP}${YEAR_TO_DAY}${GAP}${LAST_FOUR}`, "y");
const SHORT = new RegExp(`${YEAR_TO_DAY}${GAP}${LAST_FOUR}`, "y");

/** The check digit rule of Swedish identity numbers over ten digits. */
export function passesLuhn(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
}

/** A samordningsnummer is a personnummer with 60 added to the day. */
function isDate(month: number, day: number): boolean {
  const plainDay = day > 60 ? day - 60 : day;
  return month >= 1 && month <= 12 && plainDay >= 1 && plainDay <= 31;
}

function matchesAt(pattern: RegExp, text: string, start: number): boolean {
  pattern.lastIndex = start;
  const parts = pattern.exec(text)?.slice(1);
  return parts !== undefined && isDate(Number(parts[1]), Number(parts[2])) && passesLuhn(parts.join(""));
}

/** True when the text holds a Swedish personnummer or samordningsnummer, however it is spaced. */
export function hasIdentityNumber(text: string): boolean {
  const plain = text.normalize("NFKC");
  for (let start = 0; start < plain.length; start += 1) {
    const startsNumber = /\d/.test(plain[start] ?? "") && !/\d/.test(plain[start - 1] ?? "");
    if (startsNumber && (matchesAt(LONG, plain, start) || matchesAt(SHORT, plain, start))) return true;
  }
  return false;
}
