import type { Sound } from "./danger-pieces";
import { fold } from "./fold";

/** The patterns of `content/crisis.yml`, the limits and the words, as `GET /api/danger` gives them. */
export interface DangerWords {
  vocabulary: string[];
  harmless: string;
  alone: string[];
  concern: string[];
  acute: string[];
  /** Log odds by `soundOf`. A written pattern of acute danger is `believed` from one on, and `noticed` from another. */
  limits: Record<"acute" | "urgent" | "heavy" | "believed" | "noticed", number>;
  /** What is said, by how much the words tell of. */
  said: Record<"acute" | "urgent" | "heavy", string>;
}

export type Danger = "acute" | "urgent" | "heavy" | undefined;

/** The words for what was heard; none for what is calm, or where they could not be had. */
export const wordsFor = (danger: Danger, said: DangerWords["said"] | undefined): string =>
  (danger && said?.[danger]) ?? "";

const REPAIRED_FROM = 6;

/**
 * Finds danger here, so that nothing need be sent to be met: as `actions/crisis/browser.py`, which is measured.
 * Without `sound` the written patterns decide alone.
 */
export function dangerDetector(
  words: DangerWords,
  sound?: (text: string) => Sound,
): (text: string) => Danger {
  const written = writtenDetector(words);
  if (!sound) return written;
  const { limits } = words;
  return (text) => {
    const found = written(text);
    const { acute, heavy } = sound(text);
    if (acute >= (found === "acute" ? limits.believed : limits.acute)) return "acute";
    if (acute >= limits.urgent) return "urgent";
    const noticed = found === "heavy" || (found === "acute" && acute >= limits.noticed);
    return noticed || heavy >= limits.heavy ? "heavy" : undefined;
  };
}

function writtenDetector(words: DangerWords): (text: string) => Danger {
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
