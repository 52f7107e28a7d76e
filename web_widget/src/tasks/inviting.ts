import * as words from "../../../content/interface/inviting.json";
import type { Invite } from "./definition";
import { fold } from "./fold";

/** Who is to be invited and who is not, in a line: as `actions/tasks/inviting.py`, from the same words. */

type Invitee = [words: string, invite: Invite];

const MOST_WORDS = 30;
const HIDDEN = "\ue000";
const CUT = "\ue001";

const pattern = (source: string, flags = ""): RegExp => new RegExp(source, `iu${flags}`);
/** Any of them; one that begins with another goes before it. */
const one = (kinds: string[]): string => `(?:${[...kinds].sort().reverse().join("|").replace(/ /g, "\\s+")})`;
const ends = "(?![\\p{L}\\d])";
const within = pattern(`[,;]?\\s+${one(words.within)}(?=\\s)`, "g");
const uninvites = pattern(`^${one([...words.within, ...words.first])}[\\s:]+`);
const refuses = pattern(`\\s+${one(words.after)}[\\s.!]*$`);
const negates = pattern(`\\b${one(words.no)}${ends}`);
const never = pattern(`\\b${one(words.never)}${ends}`, "g");
const doubts = pattern(`^${one(words.unsure)}[\\s:]+`);
const helpedBy = pattern(`^${one(words.has)}\\s+`);
const and = pattern(`\\s+${one([...words.and, "[&+]"])}\\s+`);
const andOr = pattern(`\\s+${one([...words.and, ...words.or, "[&+]"])}\\s+`);

/** Whom a line names, its items being these, and whether to invite them. `names`: the folded ones of all known. */
export function invited(line: string, items: string[], names: string[]): Invitee[] {
  // Words that hold a no and say none are taken apart, so that no pattern finds it.
  const hidden = line.replace(never, (idiom) => [...idiom].join(HIDDEN));
  const found = negates.test(hidden)
    ? readNo(hidden, names)
    : items.map((item): Invitee => [item.replace(doubts, ""), doubts.test(item) ? "vet-inte" : "ja"]);
  return found.flatMap(([who, invite]) =>
    apart(shown(who), names, invite).map((one): Invitee => [one, invite]),
  );
}

function readNo(hidden: string, names: string[]): Invitee[] {
  const pieces = hidden
    .replace(/\s*,\s*/g, `${CUT}$&`)
    .replace(within, `${CUT}$&`)
    .split(CUT)
    .flatMap((piece) =>
      piece
        .replace(negates, (no, at: number) => (isKnown(piece.slice(0, at), names) ? `${CUT}${no}` : no))
        .split(CUT),
    );
  const found: Invitee[] = [];
  let latest = "";
  for (const [index, piece] of pieces.entries()) {
    const who = bare(piece);
    const last = found[found.length - 1];
    if (!who) continue;
    if (uninvites.test(who)) found.push([(latest = who.replace(uninvites, "")), "nej"]);
    else if (refuses.test(who)) found.push([(latest = who).replace(refuses, ""), "nej"]);
    else if (negates.test(who)) return [...found, [bare(pieces.slice(index).join("")), "vet-inte"]];
    else if (last?.[1] === "nej" && !isKnown(who, names)) last[0] = latest += piece;
    else found.push([who, found.some(([, invite]) => invite === "nej") ? "vet-inte" : "ja"]);
  }
  return found;
}

/** Known names in a row, one by one; other words stay together. */
function apart(who: string, names: string[], invite: Invite): string[] {
  const helping = who.replace(helpedBy, "");
  if (helping !== who && isKnown(helping, names)) return apart(helping, names, invite);
  const parts = who.split(invite === "nej" ? andOr : and);
  const rows = parts.map((part) => inARow(part, names));
  return names.includes(fold(who)) || !rows.some(([first]) => first)
    ? [who]
    : rows.flatMap((row, index) => (row[0] ? row : parts[index]!));
}

function isKnown(who: string, names: string[]): boolean {
  return shown(who)
    .split(and)
    .every((part) => inARow(part, names)[0]);
}

/** The names that the words are, the longest first; nothing when a word is left over. */
function inARow(part: string, names: string[]): string[] {
  const row = part.split(/\s+/);
  for (let length = row.length > MOST_WORDS ? 0 : row.length; length; length -= 1) {
    const first = row.slice(0, length).join(" ");
    if (!names.includes(fold(first))) continue;
    const more = inARow(row.slice(length).join(" "), names);
    if (length === row.length || more[0]) return [first, ...more];
  }
  return [];
}

const bare = (piece: string): string => piece.replace(/^[\s,;]+|\s+$/g, "");
const shown = (hidden: string): string => hidden.split(HIDDEN).join("").trim();
