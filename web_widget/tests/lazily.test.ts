import { expect, it, vi } from "vitest";
import { lazily } from "../src/lazily";

it("fetches once however often it is asked for", async () => {
  const load = vi.fn((address: string) => Promise.resolve(address));
  const file = lazily(() => "https://sip.example/chat.js?v=1", load);
  expect(await Promise.all([file(), file()])).toEqual(Array(2).fill("https://sip.example/chat.js?v=1"));
  expect(load).toHaveBeenCalledTimes(1);
});

it("asks by another address after a failure, which a browser remembers", async () => {
  const load = vi
    .fn((address: string) => Promise.resolve(address))
    .mockRejectedValueOnce(new Error("offline"));
  const file = lazily(() => "https://sip.example/chat.js?v=1", load);
  await expect(file()).rejects.toThrow("offline");
  expect(await file()).toBe("https://sip.example/chat.js?v=1&again=1");
});
