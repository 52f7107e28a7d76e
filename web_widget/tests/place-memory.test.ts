import { beforeEach, describe, expect, it, vi } from "vitest";
import { PlaceMemory } from "../src/place-memory";
import { PlaceOfVisit } from "../src/place-of-visit";

const SKOVDE = ["1496", "Skövde"] as const;

describe("the place of a visit", () => {
  beforeEach(() => sessionStorage.clear());

  it("is remembered on the next page of the tab", () => {
    new PlaceMemory().keep(...SKOVDE);
    expect(new PlaceMemory().place).toMatchObject({ code: "1496", name: "Skövde" });
  });

  it("is told to the chat once, when it was chosen elsewhere", () => {
    const memory = new PlaceMemory();
    memory.keep(...SKOVDE);
    expect(memory.news()).toEqual({ place: "1496" });
    memory.wasTold({ place: "1496" });
    expect(memory.news()).toEqual({});
    expect(memory.place).toMatchObject({ code: "1496", name: "Skövde" });
  });

  it("is no news when the chat said it", () => {
    const memory = new PlaceMemory();
    memory.keep(...SKOVDE, true);
    memory.keep(...SKOVDE);
    expect(memory.news()).toEqual({});
  });

  it("that is taken away is taken away in the chat too", () => {
    const memory = new PlaceMemory();
    memory.keep(...SKOVDE, true);
    memory.takeAway();
    expect(memory.place).toBeUndefined();
    expect(memory.news()).toEqual({ place: "" });
    memory.wasTold({ place: "" });
    expect(memory.news()).toEqual({});
    expect(memory.isNew).toBe(false);
  });

  it("chosen while an answer was on its way is still told", () => {
    const memory = new PlaceMemory();
    memory.keep(...SKOVDE);
    const news = memory.news();
    memory.keep("1480", "Göteborg");
    memory.wasTold(news);
    expect(memory.news()).toEqual({ place: "1480" });
  });

  it.each(["{", "[]", "null", "7", '{"code":"<b>","name":"x"}'])(
    "is unknown when the storage holds %s",
    (kept) => {
      sessionStorage.setItem("sip-guiden-place", kept);
      expect(new PlaceMemory().place).toBeUndefined();
      expect(new PlaceMemory().news()).toEqual({});
    },
  );

  it("lives in memory where the browser refuses storage", () => {
    const memory = new PlaceMemory(null);
    memory.keep(...SKOVDE);
    expect(memory.place).toMatchObject({ code: "1496", name: "Skövde" });
    memory.forget();
    expect(memory.place).toBeUndefined();
  });

  it("stands in sight with a button that takes it away", () => {
    const memory = new PlaceMemory();
    const place = new PlaceOfVisit(document.createElement("div"), memory);
    expect(place.line.hidden).toBe(true);
    const messages = [{ custom: { municipality: "1496", place: "Skövde" } }];
    place.answered({ kind: "answer", messages });
    expect(place.line.hidden).toBe(false);
    expect(place.line.textContent).toContain("Skövde");
    place.line.querySelector("button")!.click();
    expect(place.line.textContent).toBe("Platsen är borttagen.");
    expect(memory.place).toBeUndefined();
    place.answered({ kind: "offline" });
    expect(place.news()).toEqual({ place: "" });
    place.answered({ kind: "answer", messages: [] });
    expect(memory.news()).toEqual({});
    expect(place.line.hidden).toBe(true);
  });

  it("found for the letter is in sight, and told to the chat", () => {
    const place = new PlaceOfVisit(document.createElement("div"));
    place.found({ municipality_code: "1480", municipality: "Göteborg" });
    expect(place.name).toBe("Göteborg");
    expect(place.news()).toEqual({ place: "1480" });
    place.forget();
    expect(place.news()).toEqual({});
    expect(place.line.hidden).toBe(true);
  });

  it("begins with the municipality whose page embeds the chat, until it is taken away", async () => {
    const answer = { contacts: [], municipality_code: "1496", municipality: "Skövde" };
    vi.stubGlobal("fetch", async () => Response.json(answer));
    const place = new PlaceOfVisit(document.createElement("div"));
    await place.begin("", "1496");
    expect(place.name).toBe("Skövde");
    place.line.querySelector("button")!.click();
    const next = new PlaceOfVisit(document.createElement("div"));
    await next.begin("", "1496");
    expect(next.name).toBe("");
    vi.unstubAllGlobals();
  });
});
