import { describe, expect, it, vi } from "vitest";
import { cardStep, taskOf, TaskCards } from "../src/task-cards";
import type { TaskHost } from "../src/task-host";

function cards() {
  const card = { show: vi.fn(), begin: vi.fn(), pause: vi.fn(), refresh: vi.fn(), question: () => "Vad är svårt?" };
  const createCard = vi.fn(async () => card);
  return { card, createCard, cards: new TaskCards({} as TaskHost, async () => ({ createCard })) };
}

it("shows cards for drafting and preparing, and leaves other steps to the chat", () => {
  expect(cardStep("draft.goals")).toEqual({ task: "draft", step: "goals" });
  expect(cardStep("prepare.who")).toEqual({ task: "prepare", step: "who" });
  expect(cardStep("contact.place")).toBeUndefined();
  expect(cardStep(undefined)).toBeUndefined();
});

describe("an answer while a task is open", () => {
  const step = { text: "Vad är svårt?", buttons: [{ title: "Hoppa över", payload: "/hoppa-over" }], custom: { topic: "skriva-begaran", step: "draft.situation" } };
  const other = { text: "En SIP är en plan.", custom: { topic: "vad-ar-sip" } };

  it("is not asked twice: the card takes the place of the question", async () => {
    const { card, cards: tasks } = cards();
    expect(await tasks.absorb([step])).toEqual([]);
    expect(card.show).toHaveBeenCalledWith("situation", false, undefined);
  });

  it("offers the other letters in the card alone", async () => {
    const begun = { text: "Vi skriver.", buttons: [{ title: "Påminnelse", payload: "/x" }], custom: { topic: "skriva-begaran" } };
    expect(await cards().cards.absorb([begun, step])).toEqual([{ text: begun.text, custom: begun.custom }]);
  });

  it("keeps the answer to another question, and leaves a paused card folded", async () => {
    const { card, cards: tasks } = cards();
    expect(await tasks.absorb([other, step])).toEqual([other]);
    expect(card.show).toHaveBeenCalledWith("situation", true, undefined);
  });

  it("keeps an answer that came in the same message as the question", async () => {
    const both = { text: "En SIP är en plan. Vad är svårt?", custom: { topic: "vad-ar-sip", step: "draft.situation" } };
    expect((await cards().cards.absorb([both])).map(({ text }) => text)).toEqual(["En SIP är en plan."]);
  });

  it("goes over to the letter that was asked for", async () => {
    const { card, cards: tasks } = cards();
    await tasks.absorb([{ text: "Vi skriver.", custom: { topic: "skriva-begaran", letter: "reminder" } }, step]);
    expect(card.show).toHaveBeenCalledWith("situation", false, "reminder");
  });

  it("is begun without the chat by its own button alone", async () => {
    const { card, cards: tasks } = cards();
    expect(taskOf("/skriva-begaran")).toBe("draft");
    expect(taskOf("/vad-ar-sip")).toBeUndefined();
    expect(await tasks.begin("draft")).toBe("Vad är svårt?");
    expect(card.begin).toHaveBeenCalledOnce();
  });

  it("loads the task file once", async () => {
    const { createCard, cards: tasks } = cards();
    await tasks.absorb([step]);
    await tasks.absorb([step]);
    expect(createCard).toHaveBeenCalledTimes(1);
  });
});
