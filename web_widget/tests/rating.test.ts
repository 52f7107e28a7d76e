import { beforeEach, describe, expect, it, vi } from "vitest";
import { answer, type AnswerActions } from "../src/answer";
import { answerTexts } from "../src/answer-texts";
import type { BotMessage } from "../src/contract";
import { Rating } from "../src/rating";
import { ratingRow } from "../src/rating-row";
import type { Session } from "../src/session";
import { TabStore } from "../src/storage";
import type { Outcome, Transport } from "../src/transport";

const words = answerTexts.rating;
const press = (row: HTMLElement, label: string): void =>
  [...row.querySelectorAll("button")].find((one) => one.textContent === label)?.click();

describe("the row under an answer", () => {
  const rate = vi.fn(async () => true);
  let row: HTMLElement;

  beforeEach(() => {
    rate.mockClear();
    document.body.replaceChildren((row = ratingRow(rate)));
  });

  it("asks with two buttons that name the question", () => {
    expect([...row.querySelectorAll("button")].map((one) => one.textContent)).toEqual([words.yes, words.no]);
    expect(document.getElementById(row.getAttribute("aria-labelledby") ?? "")?.textContent).toBe(
      words.question,
    );
  });

  it.each([
    [words.yes, true],
    [words.no, false],
  ])("counts %s once, and thanks", async (label, helped) => {
    press(row, label);
    press(row, label);
    await vi.waitFor(() => expect(row.textContent).toBe(words.thanks));
    expect(rate).toHaveBeenCalledExactlyOnceWith(helped);
  });

  it("can be pressed again when it did not arrive", async () => {
    rate.mockResolvedValueOnce(false);
    press(row, words.yes);
    await Promise.resolve();
    await Promise.resolve();
    press(row, words.yes);
    expect(rate).toHaveBeenCalledTimes(2);
  });

  it("is there only where the service says so", () => {
    const shown = (custom: NonNullable<BotMessage["custom"]>): Element | null =>
      answer({ text: "Ett svar.", custom }, {} as AnswerActions).querySelector(".rating");
    expect(shown({ topic: "kostnad" })).toBeNull();
    expect(shown({ topic: "kris" })).toBeNull();
    expect(shown({ topic: "kostnad", may_rate: "kostnad" })).not.toBeNull();
  });
});

describe("rating", () => {
  function scene(outcome: Outcome) {
    const store = new TabStore(null);
    const transport = { rate: vi.fn(async () => outcome) };
    const session = { receive: vi.fn(async () => undefined) };
    const announcer = { tell: vi.fn(), speak: vi.fn() };
    const rating = new Rating(
      store,
      transport as unknown as Transport,
      session as unknown as Session,
      announcer as never,
    );
    const message: BotMessage = { text: "Ett svar.", custom: { may_rate: "kostnad" } };
    return { store, transport, session, announcer, rating, message };
  }

  it("sends the answer's id and nothing of the conversation, and is not asked again after a reload", async () => {
    const { rating, message, transport, announcer } = scene({ kind: "answer", messages: [] });
    expect(await rating.rate(message, true)).toBe(true);
    expect(transport.rate).toHaveBeenCalledExactlyOnceWith("kostnad", true);
    expect(message.custom).toEqual({});
    expect(announcer.speak).toHaveBeenCalledWith(words.thanks);
  });

  it("shows the ways on after a no", async () => {
    const ways = [{ text: "Pröva andra ord.", buttons: [] }];
    const { rating, message, session } = scene({ kind: "answer", messages: ways });
    await rating.rate(message, false);
    expect(session.receive).toHaveBeenCalledWith(ways);
  });

  it("tells when it did not arrive", async () => {
    const { rating, message, announcer } = scene({ kind: "failed" });
    expect(await rating.rate(message, true)).toBe(false);
    expect(announcer.tell).toHaveBeenCalledWith(words.failed);
    expect(message.custom?.may_rate).toBe("kostnad");
  });

  it("says nothing of a conversation that was erased meanwhile", async () => {
    const { rating, message, store, announcer } = scene({ kind: "answer", messages: [] });
    const rated = rating.rate(message, true);
    store.clear();
    await rated;
    expect(announcer.speak).not.toHaveBeenCalled();
  });
});
