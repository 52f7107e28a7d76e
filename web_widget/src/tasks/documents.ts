import type { Draft } from "../storage";

export type Format = "pdf" | "docx" | "txt";

/** Asks the service for a file. It is made in memory there, only when the person asks. Undefined when it could not be made. */
export async function makeDocument(origin: string, draft: Draft, format: Format): Promise<Blob | undefined> {
  try {
    const response = await fetch(`${origin}/api/documents?format=${format}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(draft),
      credentials: "omit",
      cache: "no-store",
      referrerPolicy: "no-referrer",
    });
    return response.ok ? await response.blob() : undefined;
  } catch {
    return undefined;
  }
}
