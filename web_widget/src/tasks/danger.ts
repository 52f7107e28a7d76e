import { fold } from "./fold";

/** The patterns of `content/crisis.yml`, as `GET /api/danger` gives them. */
export interface DangerWords {
  vocabulary: string[];
  harmless: string;
  alone: string[];
  concern: string[];
  acute: string[];
  /** A word of care for someone who sounds worn out. */
  care: string;
}

export type Danger = "acute" | "heavy" | undefined;

const REPAIRED_FROM = 6;

/** Finds words of danger here, as `actions/crisis/detection.py` does, so that nothing need be sent to be met. */
export function dangerDetector(words: DangerWords): (text: string) => Danger {
  const harmless = new RegExp(words.harmless, "g");
  const alone = words.alone.map((pattern) => new RegExp(`^(?:${pattern})$`));
  const concern = words.concern.map((pattern) => new RegExp(pattern, "g"));
  const acute = words.acute.map((pattern) => new RegExp(pattern));
  return (text) => {
    let left = normalised(text, words.vocabulary).replace(harmless, " | ");
    if (alone.some((pattern) => pattern.test(left))) return "acute";
    const before = left;
    for (const pattern of concern) left = left.replace(pattern, " | ");
    if (acute.some((pattern) => pattern.test(left))) return "acute";
    return left === before ? undefined : "heavy";
  };
}

function normalised(text: string, vocabulary: string[]): string {
  return fold(text.replace(/ø/gi, "ö").replace(/æ/gi, "ä"))
    .replace(/(.)\1{2,}/g, "$1")
    .split(" ")
    .map((word) => repaired(word, vocabulary))
    .join(" ");
}

function repaired(word: string, vocabulary: string[]): string {
  if (word.length < REPAIRED_FROM || vocabulary.includes(word)) return word;
  return vocabulary.find((known) => isOneSlip(word, known)) ?? word;
}

/** True when one letter is missing, added, wrong, or has changed places with its neighbour. */
function isOneSlip(word: string, known: string): boolean {
  if (word[0] !== known[0] || Math.abs(word.length - known.length) > 1) return false;
  let start = 0;
  while (start < Math.min(word.length, known.length) && word[start] === known[start]) start += 1;
  const rest = word.slice(start);
  const wanted = known.slice(start);
  if (rest[1] === wanted[0] && rest[0] === wanted[1] && rest.slice(2) === wanted.slice(2)) return true;
  return rest.slice(1) === wanted.slice(1) || rest.slice(1) === wanted || rest === wanted.slice(1);
}
