import { fold } from "./fold";

/** Log odds of acute danger, and of danger or distress. */
export interface Sound {
  acute: number;
  heavy: number;
}

const BITS = 15;
const PLACES = 1 << BITS;
const HEAD = 16;
const [SHORTEST, LONGEST] = [3, 5];
const WORST = 0.4;
const [BASIS, PRIME] = [2166136261, 16777619];

/** How words sound by the pieces they are made of, as `actions/crisis/pieces.py`; `file` is its `pieces.bin`. */
export function soundOf(file: ArrayBuffer): (text: string) => Sound {
  const head = new DataView(file);
  const number = (place: number): number => head.getFloat32(4 * place, true);
  const scales = [0, 1, 2, 3].map(number) as [number, number, number, number];
  const acute = new Int8Array(file, HEAD, PLACES);
  const heavy = new Int8Array(file, HEAD + PLACES, PLACES);
  const heard = (text: string): [number, number] => {
    const found = places(text);
    const length = Math.sqrt(found.size || 1);
    const sum = (weights: Int8Array): number => [...found].reduce((all, place) => all + weights[place]!, 0);
    return [(sum(acute) * scales[0]) / length + scales[1], (sum(heavy) * scales[2]) / length + scales[3]];
  };
  return (text) => {
    const all = [text, ...sentences(text)].map(heard);
    const between = (kind: 0 | 1): number => {
      const odds = all.map((one) => one[kind]);
      return (1 - WORST) * odds[0]! + WORST * Math.max(...odds);
    };
    return { acute: between(0), heavy: between(1) };
  };
}

function sentences(text: string): string[] {
  return (text.match(/[^.!?\n]+[.!?]*/g) ?? []).filter((part) => part.trim().split(/\s+/).length > 1);
}

function places(text: string): Set<number> {
  const folded = fold(text);
  const padded = ` ${folded} `;
  const words = folded.split(" ").filter(Boolean);
  const found = new Set<number>();
  for (let length = SHORTEST; length <= LONGEST; length += 1)
    for (let start = 0; start + length <= padded.length; start += 1)
      found.add(place(`c${padded.slice(start, start + length)}`));
  words.forEach((word, number) => {
    found.add(place(`w${word}`));
    if (number) found.add(place(`w${words[number - 1]!} ${word}`));
  });
  return found;
}

/** The upper bits of FNV-1a over the piece's UTF-16 units. */
function place(piece: string): number {
  let found = BASIS;
  for (let unit = 0; unit < piece.length; unit += 1) found = Math.imul(found ^ piece.charCodeAt(unit), PRIME);
  return found >>> (32 - BITS);
}
