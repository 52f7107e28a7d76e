import type { Draft } from "../storage";

/** Asks the service for a PDF. It is made in memory there, only when the person asks. Undefined when it could not be made. */
export async function makePdf(
  origin: string,
  draft: Draft,
): Promise<{ file: Blob; unseen: boolean } | undefined> {
  const response = await fetch(`${origin}/api/documents?format=pdf`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(draft),
    credentials: "omit",
    cache: "no-store",
    referrerPolicy: "no-referrer",
  });
  return response.ok
    ? { file: await response.blob(), unseen: response.headers.has("Unseen-Characters") }
    : undefined;
}
