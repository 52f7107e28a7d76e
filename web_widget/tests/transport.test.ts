import { describe, expect, it, vi } from "vitest";
import { Transport } from "../src/transport";

const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers });

function transport(...answers: (Response | Error)[]) {
  const fetch = vi.fn(async () => {
    const next = answers.shift();
    if (next instanceof Error) throw next;
    return next ?? json([]);
  });
  const pause = vi.fn(async () => undefined);
  const online = { value: true };
  const options = { fetch: fetch as unknown as typeof globalThis.fetch, pause, isOnline: () => online.value };
  return { client: new Transport("https://service.example", options), fetch, pause, online };
}

const bodyOf = (fetch: ReturnType<typeof vi.fn>, call: number): unknown =>
  JSON.parse((fetch.mock.calls[call]?.[1] as RequestInit).body as string);

describe("a message", () => {
  it("is answered with the bot's messages", async () => {
    const { client } = transport(json([{ text: "Hej" }]));
    expect(await client.send("s", "hej")).toEqual({ kind: "answer", messages: [{ text: "Hej" }] });
  });

  it("is sent once more, the same, when the connection breaks", async () => {
    const { client, fetch } = transport(new Error("lost"), json([{ text: "Hej" }]));
    expect((await client.send("s", "hej")).kind).toBe("answer");
    expect(fetch).toHaveBeenCalledTimes(2);
    expect(bodyOf(fetch, 1)).toEqual(bodyOf(fetch, 0));
  });

  it("is reported as failed when the second try fails too", async () => {
    const { client, fetch } = transport(new Error("lost"), json({}, 500));
    expect(await client.send("s", "hej")).toEqual({ kind: "failed" });
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it("is not tried again when there is no network", async () => {
    const { client, fetch, online } = transport(new Error("lost"));
    online.value = false;
    expect(await client.send("s", "hej")).toEqual({ kind: "offline" });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it("waits as long as the service asks", async () => {
    const { client } = transport(json({}, 429, { "Retry-After": "7" }));
    expect(await client.send("s", "hej")).toEqual({ kind: "tooMany", seconds: 7 });
  });

  it("is told apart when the chat is starting or says no", async () => {
    const { client } = transport(
      json({}, 503),
      json({ messages: [{ text: "Så länge" }] }, 503),
      json({ error: "x", message: "Ta bort numret." }, 422),
    );
    expect(await client.send("s", "hej")).toEqual({ kind: "starting", meanwhile: [] });
    expect(await client.send("s", "hej")).toEqual({ kind: "starting", meanwhile: [{ text: "Så länge" }] });
    expect(await client.send("s", "hej")).toEqual({ kind: "rejected", message: "Ta bort numret." });
  });

  it("carries no cookies and no referrer", async () => {
    const { client, fetch } = transport();
    await client.send("s", "hej");
    const call = fetch.mock.calls[0] as unknown as [string, RequestInit];
    expect(call[0]).toBe("https://service.example/webhooks/rest/webhook");
    expect(call[1]).toMatchObject({ credentials: "omit", referrerPolicy: "no-referrer" });
  });
});

it("waits until the chat is ready", async () => {
  const { client, pause } = transport(json({}, 503), new Error("lost"), json({}));
  expect(await client.whenReady()).toBe(true);
  expect(pause).toHaveBeenCalledTimes(2);
});

it("tells whether the service erased the conversation", async () => {
  const { client, fetch } = transport(json({}), json({}, 500));
  expect(await client.erase("abc")).toBe(true);
  expect(await client.erase("abc")).toBe(false);
  expect((fetch.mock.calls[0] as unknown as [string])[0]).toBe(
    "https://service.example/api/conversations/abc",
  );
});

it("saves a question without telling whose it is", async () => {
  const { client, fetch } = transport(json([]));
  expect(await client.save("vem betalar taxin?")).toEqual({ kind: "answer", messages: [] });
  expect(bodyOf(fetch, 0)).toEqual({ message: "vem betalar taxin?" });
});
