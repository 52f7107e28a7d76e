import { expect, it, vi } from "vitest";
import { Composer } from "../src/composer";
import { hasIdentityNumber } from "../src/identifiers";

const IDENTITY_NUMBER = "19121212" + "-1212";

function composing(text: string) {
  const events = { ready: vi.fn(() => Promise.resolve()), send: vi.fn(), changed: vi.fn() };
  const composer = new Composer(events, "");
  const field = composer.element.querySelector("textarea")!;
  document.body.replaceChildren(composer.element);
  field.value = text;
  field.dispatchEvent(new Event("input"));
  const press = async (): Promise<void> => {
    composer.element.dispatchEvent(new Event("submit", { cancelable: true }));
    await Promise.resolve();
    await Promise.resolve();
  };
  return { composer, events, field, press };
}

it("sends and keeps nothing before a text can be told from an identity number", async () => {
  const { events, field, press } = composing("Vad kostar det?");
  await press();
  expect(events.ready).toHaveBeenCalledOnce();
  expect(events.send).not.toHaveBeenCalled();
  expect(events.changed).not.toHaveBeenCalled();
  expect(field.value).toBe("Vad kostar det?");
});

it("sends what was written when it can, and keeps what stands there", async () => {
  const { composer, events, press } = composing("Vad kostar det?");
  composer.use(hasIdentityNumber);
  expect(events.changed).toHaveBeenLastCalledWith("Vad kostar det?");
  await press();
  expect(events.send).toHaveBeenCalledExactlyOnceWith("Vad kostar det?");
});

it("never sends or keeps an identity number", async () => {
  const { composer, events, field, press } = composing(`nummer ${IDENTITY_NUMBER}`);
  events.ready.mockImplementation(() => Promise.resolve(composer.use(hasIdentityNumber)));
  await press();
  expect(events.send).not.toHaveBeenCalled();
  expect(events.changed).toHaveBeenLastCalledWith("");
  expect(field.value).toContain(IDENTITY_NUMBER);
});
