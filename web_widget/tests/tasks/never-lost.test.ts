import { describe, expect, it } from "vitest";
import type { Definition } from "../../src/tasks/definition";
import { words } from "../../src/tasks/words";
import { example } from "./example";
import { Visit } from "./visit";

/** Random walks through a card: nothing that was written is lost, moved or changed unless the person does it. */

const SEQUENCES = 25;
const MOVES = 30;
const PATIENCE_MS = 120_000;
const SAID = [
  "Hon ramlar ofta",
  "När jag ringer svarar ingen",
  "jag menar allvar med skolan",
  "مرحبا 😀",
  "rad ett\nrad två",
  "min mamma",
  "Vad kostar det?",
  "hoppa över",
  "jag vill dö",
  "börja om",
  "<b>fet</b> & {person}",
];

const definition: Definition = {
  ...example,
  steps: [
    ...example.steps.slice(0, 2),
    { id: "situation", title: "Svårt", question: "Vad är svårt?", field: "long_text" },
    { id: "works", title: "Fungerar", question: "Vad fungerar?", field: "list" },
    ...example.steps.slice(2),
  ],
};

/** A generator of numbers below `n`, the same for the same seed. */
function dice(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return Math.floor((state / 4294967296) * n);
  };
}

const MOVES_THAT_CHANGE_NOTHING: ((visit: Visit) => void)[] = [
  (visit) => visit.press(words.back),
  (visit) => visit.card.pause(),
  (visit) => visit.card.focus(),
  (visit) => visit.load(),
  (visit) => void visit.card.open({ begun: true, prefilled: { who: "self" } }),
  (visit) => visit.card.refresh(),
];

function texts(answers: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, JSON.stringify(value)]));
}

describe("whatever the order of card, chat, back, reload and pause", () => {
  it(
    "no answer of another step ever changes, and none shrinks",
    () => {
      for (let seed = 1; seed <= SEQUENCES; seed += 1) {
        const roll = dice(seed);
        const visit = new Visit(definition);
        for (let move = 0; move < MOVES; move += 1) {
          const before = visit.state;
          const text = `${SAID[roll(SAID.length)]} ${roll(3) ? "" : seed * 100 + move}`.trim();
          const kind = roll(4);
          if (kind === 0) visit.say(text);
          else if (kind === 1) visit.press(words.save);
          else MOVES_THAT_CHANGE_NOTHING[roll(MOVES_THAT_CHANGE_NOTHING.length)]!(visit);
          const after = visit.state;
          const where = `seed ${seed}, move ${move}, ${kind === 0 ? text : kind}`;
          const [was, is] = [texts(before.draft.answers), texts(after.draft.answers)];
          for (const id of Object.keys(was)) {
            if (id === before.step && kind === 0) {
              const written = (was[id] ?? "").match(/[\p{L}\p{N}]+/gu) ?? [];
              if (id !== "who") for (const word of written) expect(is[id] ?? "", where).toContain(word);
            } else if (id !== "who") expect(is[id], where).toBe(was[id]);
          }
          if (kind === 0) expect(after.step, `${where}: the step waits`).toBe(before.step);
        }
      }
    },
    PATIENCE_MS,
  );

  it(
    "what is typed in the chat is in the card, back in the field or sent: in one place and not lost",
    () => {
      for (let seed = 1; seed <= SEQUENCES; seed += 1) {
        const roll = dice(seed * 7919);
        const visit = new Visit(definition);
        for (let move = 0; move < MOVES; move += 1) {
          MOVES_THAT_CHANGE_NOTHING[roll(MOVES_THAT_CHANGE_NOTHING.length)]!(visit);
          if (!roll(3)) visit.press(words.save);
          const text = `${SAID[roll(SAID.length)]} nr${seed}x${move}`;
          const { step } = visit.state;
          visit.say(text);
          const line = text.split("\n").at(-1)!;
          const inCard = (JSON.stringify(visit.state.draft.answers[step]) ?? "").includes(line);
          const isOption =
            step === "who" && visit.state.draft.answers.who !== undefined && !visit.composer.includes(line);
          const places = [inCard || isOption, visit.composer.includes(text), visit.sent.includes(text)];
          expect(places.filter(Boolean).length, `seed ${seed}, move ${move}: ${text} at ${step}`).toBe(
            visit.sent.includes(text) ? 1 + Number(isOption) : 1,
          );
        }
      }
    },
    PATIENCE_MS,
  );

  it(
    "what was written in a field stands after back, reload, pause, another letter and undo, however they come",
    () => {
      for (let seed = 1; seed <= SEQUENCES; seed += 1) {
        const roll = dice(seed * 104_729);
        const visit = new Visit(definition);
        visit.say("Jag");
        visit.press(words.save);
        const written: Record<string, string> = {};
        for (let move = 0; move < MOVES; move += 1) {
          const kind = roll(6);
          if (kind === 0) visit.press(words.save);
          else if (kind === 1) visit.turnTo(roll(2) ? "withdrawal" : "request");
          else if (kind === 2) {
            visit.say(SAID[roll(SAID.length)]!);
            visit.press(words.undo);
          } else if (kind === 3 && ["situation", "works"].includes(visit.state.step)) {
            const text = `eget ${seed} ${move} 😀`;
            if (visit.write(text)) written[visit.state.step] = text;
          } else MOVES_THAT_CHANGE_NOTHING[roll(MOVES_THAT_CHANGE_NOTHING.length)]!(visit);
          const answers = visit.state.draft.answers;
          for (const [step, text] of Object.entries(written))
            expect(JSON.stringify(answers[step]), `seed ${seed}, move ${move}, ${kind}`).toContain(text);
          expect(answers.who, `seed ${seed}, move ${move}, ${kind}`).toBe("self");
        }
      }
    },
    PATIENCE_MS,
  );

  it(
    "undo takes the words back and leaves what stood there",
    () => {
      for (let seed = 1; seed <= SEQUENCES; seed += 1) {
        const roll = dice(seed * 31);
        const visit = new Visit(definition);
        visit.card.take("jag");
        visit.press(words.save);
        for (let move = 0; move < 10; move += 1) {
          const before = texts(visit.state.draft.answers);
          const text = `ord ${roll(1000)}`;
          if (visit.card.take(text) !== "placed") continue;
          visit.press(words.undo);
          expect(texts(visit.state.draft.answers)).toEqual(before);
          expect(visit.composer).toBe(text);
          if (roll(2)) visit.write(`skrivet ${move}`);
          visit.press(words.save);
        }
      }
    },
    PATIENCE_MS,
  );
});
