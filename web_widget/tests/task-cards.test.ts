import { describe, expect, it, vi } from "vitest";
import { taskOf, TaskCards } from "../src/task-cards";
import type { TaskCard, TaskHost } from "../src/task-host";

function cards(card: Partial<TaskCard> = {}) {
  const made: TaskCard = {
    open: vi.fn(() => "Vad är svårt?"),
    restore: vi.fn(),
    take: vi.fn(() => "placed" as const),
    context: () => ({ task: "draft", step: "situation" }),
    pause: vi.fn(),
    focus: vi.fn(),
    refresh: vi.fn(),
    ...card,
  };
  const createCard = vi.fn(async () => made);
  return { card: made, createCard, cards: new TaskCards({} as TaskHost, async () => ({ createCard })) };
}

it("knows what a button begins, and which letter", () => {
  expect(taskOf("/skriva-begaran")).toEqual({ task: "draft" });
  expect(taskOf('/skriva-begaran{"val":"reminder"}')).toEqual({ task: "draft", letter: "reminder" });
  expect(taskOf("/forbereda-mote")).toEqual({ task: "prepare" });
  expect(taskOf("/vad-ar-sip")).toBeUndefined();
  expect(taskOf("skriva-begaran")).toBeUndefined();
});

describe("the browser owns an open card", () => {
  it("without one, words go to the chat, which is told that no card is open", () => {
    const { cards: tasks } = cards();
    expect(tasks.take("hon ramlar")).toBe("ask");
    expect(tasks.context()).toEqual({});
  });

  it("takes words while it is open, and says which question stands there", async () => {
    const { card, cards: tasks } = cards();
    await tasks.open("draft", { begun: true });
    expect(tasks.take("hon ramlar")).toBe("placed");
    expect(card.take).toHaveBeenCalledWith("hon ramlar", false);
    expect(tasks.context()).toEqual({ task: "draft", step: "situation" });
  });

  it("leaves words to the chat while it is folded", async () => {
    const { card, cards: tasks } = cards({ context: () => ({}) });
    await tasks.open("draft", { begun: true });
    expect(tasks.take("hon ramlar")).toBe("ask");
    expect(card.take).not.toHaveBeenCalled();
  });

  it("is opened by a reply with the letter and what was told, and moved by none", async () => {
    const { card, cards: tasks } = cards();
    const custom = { task: "draft", letter: "reminder", prefilled: { who: "relative" } } as const;
    await tasks.follow([{ text: "Vi skriver.", custom }]);
    expect(card.open).toHaveBeenCalledWith({
      letter: "reminder",
      prefilled: { who: "relative" },
      begun: true,
    });
    await tasks.follow([
      { text: "En SIP är en plan.", custom: { topic: "vad-ar-sip", step: "draft.goals" } },
    ]);
    expect(card.open).toHaveBeenCalledOnce();
  });

  it("is loaded once", async () => {
    const { createCard, cards: tasks } = cards();
    await tasks.open("draft", { begun: true });
    await tasks.restore("draft");
    expect(createCard).toHaveBeenCalledTimes(1);
  });
});
