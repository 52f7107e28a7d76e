import { beforeEach, describe, expect, it } from "vitest";
import { TabStore } from "../src/storage";

describe("the conversation of a tab", () => {
  beforeEach(() => sessionStorage.clear());

  it("is there again after a reload", () => {
    const store = new TabStore();
    store.add({ from: "user", text: "Hej", payload: "Hej", state: "sent" });
    expect(new TabStore().state).toEqual(store.state);
  });

  it("has a sender of 128 random bits", () => {
    const senders = new Set(Array.from({ length: 20 }, () => new TabStore(null).state.sender));
    expect(senders.size).toBe(20);
    for (const sender of senders) expect(sender).toMatch(/^[0-9a-f]{32}$/);
  });

  it("is really gone after Rensa, and the next one has another sender", () => {
    const store = new TabStore();
    store.update({
      input: "något",
      tasks: {
        draft: {
          step: "who",
          paused: false,
          draft: { version: 1, letter: "request", answers: { situation: "hemligt" } },
        },
      },
    });
    const old = store.state.sender;
    expect(store.clear()).toBe(old);
    expect(sessionStorage.length).toBe(0);
    expect(store.state.sender).not.toBe(old);
    expect(store.state.tasks).toEqual({});
    expect(store.state.input).toBe("");
  });

  it.each(["{", "[]", "null", '{"sender":"short"}'])("starts afresh when the storage holds %s", (saved) => {
    sessionStorage.setItem("sip-guiden", saved);
    expect(new TabStore().state.entries).toEqual([]);
  });

  it("works in memory when the browser refuses storage", () => {
    const refusing = {
      getItem: () => {
        throw new Error("no");
      },
      setItem: () => {
        throw new Error("no");
      },
      removeItem: () => {
        throw new Error("no");
      },
    };
    const store = new TabStore(refusing as unknown as Storage);
    store.update({ input: "kvar" });
    expect(store.state.input).toBe("kvar");
    expect(() => store.clear()).not.toThrow();
  });
});
