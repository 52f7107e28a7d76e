import type { BotMessage, Context } from "./contract";
import { newId } from "./storage";

export type Outcome =
  | { kind: "answer"; messages: BotMessage[] }
  | { kind: "offline" | "failed" }
  | { kind: "starting"; meanwhile: BotMessage[] }
  | { kind: "tooMany"; seconds: number }
  | { kind: "rejected"; message: string };

export interface TransportOptions {
  fetch?: typeof fetch;
  pause?: (milliseconds: number) => Promise<void>;
  isOnline?: () => boolean;
}

const ANSWER_TIMEOUT_MS = 20_000;
const RETRY_AFTER_MS = 1_000;
const READY_EVERY_MS = 3_000;
const READY_ATTEMPTS = 60;

/** Talks to the service over plain HTTP. Never throws: every failure is an outcome. */
export class Transport {
  private readonly fetch: typeof fetch;
  private readonly pause: (milliseconds: number) => Promise<void>;
  private readonly isOnline: () => boolean;

  constructor(
    readonly origin: string,
    options: TransportOptions = {},
  ) {
    this.fetch = options.fetch ?? ((...request) => window.fetch(...request));
    this.pause = options.pause ?? ((milliseconds) => new Promise((done) => setTimeout(done, milliseconds)));
    this.isOnline = options.isOnline ?? (() => navigator.onLine);
  }

  /**
   * Sends one message. A lost connection is tried once more before it is reported.
   * The service answers the same `id` once, so that nothing is said twice. `context` is the open card's question.
   */
  async send(sender: string, message: string, context: Context = {}, id: string = newId()): Promise<Outcome> {
    const body = JSON.stringify({ sender, message, message_id: id, context });
    const first = await this.attempt("/webhooks/rest/webhook", body);
    if (first.kind !== "failed") return first;
    await this.pause(RETRY_AFTER_MS);
    return this.attempt("/webhooks/rest/webhook", body);
  }

  /** Sends a question to be saved, without whose it is. No messages come back when it is saved. */
  save(message: string): Promise<Outcome> {
    return this.attempt("/api/questions", JSON.stringify({ message }));
  }

  /** Counts whether an answer helped, without who says it. After a no, the ways on come back. */
  rate(about: string, helped: boolean): Promise<Outcome> {
    return this.attempt("/api/ratings", JSON.stringify({ about, helped }));
  }

  /** Waits until the chat can answer. False when it never did. */
  async whenReady(): Promise<boolean> {
    for (let attempt = 0; attempt < READY_ATTEMPTS; attempt += 1) {
      if (await this.succeeds("/readyz")) return true;
      await this.pause(READY_EVERY_MS);
    }
    return false;
  }

  /** Asks the service to forget a conversation. */
  erase(sender: string): Promise<boolean> {
    return this.succeeds(`/api/conversations/${sender}`, { method: "DELETE", keepalive: true });
  }

  /** What came of something that did not reach the service. */
  lost(): Outcome {
    return { kind: this.isOnline() ? "failed" : "offline" };
  }

  private async succeeds(path: string, init: RequestInit = {}): Promise<boolean> {
    try {
      return (await this.request(path, init)).ok;
    } catch {
      return false;
    }
  }

  private async attempt(path: string, body: string): Promise<Outcome> {
    try {
      const response = await this.request(path, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body,
      });
      return await outcomeOf(response);
    } catch {
      return this.lost();
    }
  }

  private request(path: string, init: RequestInit): Promise<Response> {
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), ANSWER_TIMEOUT_MS);
    const options: RequestInit = {
      credentials: "omit",
      cache: "no-store",
      referrerPolicy: "no-referrer",
      signal: timeout.signal,
    };
    return this.fetch(this.origin + path, { ...options, ...init }).finally(() => clearTimeout(timer));
  }
}

async function outcomeOf(response: Response): Promise<Outcome> {
  if (response.ok) {
    const messages: unknown = await response.json();
    return Array.isArray(messages)
      ? { kind: "answer", messages: messages as BotMessage[] }
      : { kind: "failed" };
  }
  if (response.status === 503) {
    const { messages } = (await response.json().catch(() => ({}))) as { messages?: BotMessage[] };
    return { kind: "starting", meanwhile: messages ?? [] };
  }
  if (response.status === 429) {
    return { kind: "tooMany", seconds: Math.max(1, Number(response.headers.get("Retry-After")) || 30) };
  }
  if (response.status < 500) {
    const problem = (await response.json().catch(() => ({}))) as { message?: string };
    return { kind: "rejected", message: problem.message ?? "" };
  }
  return { kind: "failed" };
}
