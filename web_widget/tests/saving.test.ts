import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Conversation } from "../src/conversation";
import { saveOffer } from "../src/save-offer";
import { Saving } from "../src/saving";
import type { Session } from "../src/session";
import { TabStore, type TaskState } from "../src/storage";
import { answerTexts } from "../src/answer-texts";
import { texts } from "../src/texts";
import type { Outcome, Transport } from "../src/transport";

const words = answerTexts.saving;

describe("the offer", () => {
  const save = vi.fn(async () => "");
  const decline = vi.fn();
  const press = (offer: HTMLElement, label: string): void =>
    [...offer.querySelectorAll("button")].find((one) => one.textContent === label)?.click();
  let offer: HTMLElement;

  beforeEach(() => {
    save.mockClear();
    decline.mockClear();
    document.body.replaceChildren((offer = saveOffer("ring ••• om taxin", { save, decline })));
  });

  it("is one line until the person wants to see what would be saved", () => {
    const form = offer.querySelector("form");
    expect(form?.hidden).toBe(true);
    press(offer, words.show);
    expect(form?.hidden).toBe(false);
    expect(document.activeElement).toBe(offer.querySelector("textarea"));
    expect(save).not.toHaveBeenCalled();
  });

  it("sends what stands in the field, and only when it is asked to", () => {
    press(offer, words.show);
    const field = offer.querySelector("textarea") as HTMLTextAreaElement;
    expect(field.value).toBe("ring ••• om taxin");
    field.value = " taxin ";
    press(offer, words.save);
    expect(save).toHaveBeenCalledExactlyOnceWith("taxin");
  });

  it("is sent once, however often it is pressed while it is on its way", () => {
    save.mockReturnValueOnce(new Promise<string>(() => undefined));
    press(offer, words.save);
    press(offer, words.save);
    expect(save).toHaveBeenCalledOnce();
  });

  it.each([
    ["121212-1212", texts.identifier],
    ["  ", texts.empty],
  ])("stops what should not be sent: %s", (text, told) => {
    (offer.querySelector("textarea") as HTMLTextAreaElement).value = text;
    press(offer, words.save);
    expect(save).not.toHaveBeenCalled();
    expect(offer.querySelector("[role=alert]")?.textContent).toBe(told);
  });

  it("says what went wrong and keeps the words", async () => {
    save.mockResolvedValueOnce("Det gick inte.");
    press(offer, words.save);
    await vi.waitFor(() => expect(offer.querySelector("[role=alert]")?.textContent).toBe("Det gick inte."));
    expect(offer.querySelector("textarea")?.value).toBe("ring ••• om taxin");
  });

  it("takes a no", () => {
    press(offer, words.no);
    expect(decline).toHaveBeenCalledOnce();
    expect(save).not.toHaveBeenCalled();
  });
});

describe("saving", () => {
  function scene(outcome: Outcome) {
    const store = new TabStore(null);
    const [transport, session] = [
      { save: vi.fn(async () => outcome) },
      { receive: vi.fn(async () => undefined) },
    ];
    const views = { conversation: { endOffer: vi.fn() }, announcer: { tell: vi.fn() } };
    const saving = new Saving(store, transport as unknown as Transport, session as unknown as Session, {
      conversation: views.conversation as unknown as Conversation,
      announcer: views.announcer as never,
    });
    return { store, transport, session, views, saving };
  }

  it("thanks, and does not ask about the same question again", async () => {
    const { saving, views, session } = scene({ kind: "answer", messages: [] });
    expect(await saving.save("taxin", "ring om taxin")).toBe("");
    expect(views.announcer.tell).toHaveBeenCalledWith(words.saved);
    expect(session.receive).not.toHaveBeenCalled();
    expect([saving.mayAsk("ring om taxin"), saving.mayAsk("en annan fråga")]).toEqual([false, true]);
  });

  it("shows the crisis answer that came instead", async () => {
    const crisis = [{ text: "Ring **112**", custom: { topic: "kris" } }];
    const { saving, views, session } = scene({ kind: "answer", messages: crisis });
    await saving.save("ord", "ord");
    expect(session.receive).toHaveBeenCalledWith(crisis);
    expect(views.announcer.tell).not.toHaveBeenCalled();
  });

  it.each<[Outcome, string]>([
    [{ kind: "rejected", message: "Vi har fått nog." }, "Vi har fått nog."],
    [{ kind: "tooMany", seconds: 7 }, "7 sekunder"],
    [{ kind: "offline" }, texts.offline],
    [{ kind: "starting", meanwhile: [] }, words.failed],
    [{ kind: "failed" }, words.failed],
  ])("tells what went wrong: %o", async (outcome, told) => {
    const { saving, views } = scene(outcome);
    expect(await saving.save("ord", "ord")).toContain(told);
    expect(views.conversation.endOffer).not.toHaveBeenCalled();
  });

  it("is not asked about again in a conversation where the answer was no", () => {
    const { saving, store, views } = scene({ kind: "failed" });
    saving.decline();
    expect(views.announcer.tell).toHaveBeenCalledWith(words.notSaved);
    expect(saving.mayAsk("en annan fråga")).toBe(false);
    store.clear();
    expect(saving.mayAsk("en annan fråga")).toBe(true);
  });

  it("is not asked about while a letter is open", () => {
    const { saving, store } = scene({ kind: "failed" });
    const task = (paused: boolean): TaskState => ({
      step: "goals",
      paused,
      draft: { version: 1, letter: "request", answers: {} },
    });
    store.update({ activeTask: "draft", tasks: { draft: task(false) } });
    expect(saving.mayAsk("fråga")).toBe(false);
    store.update({ tasks: { draft: task(true) } });
    expect(saving.mayAsk("fråga")).toBe(true);
  });

  it("says nothing of a conversation that was erased meanwhile", async () => {
    const { saving, store, views } = scene({ kind: "answer", messages: [] });
    const saved = saving.save("ord", "ord");
    store.clear();
    expect(await saved).toBe("");
    expect(views.announcer.tell).not.toHaveBeenCalled();
  });
});
