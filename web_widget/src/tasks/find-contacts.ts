import type { Contact } from "../contract";

export interface FoundContacts {
  contacts: Contact[];
  /** Asked when the place is not known, or is one of several. */
  question: string | null;
  choices: { code: string; label: string }[];
  municipality_code?: string;
  municipality?: string;
}

/** Whom a letter can go to where somebody lives. Nothing but the place, and who asks, is sent. Throws when it fails. */
export async function findContacts(origin: string, place: string, role: string): Promise<FoundContacts> {
  const asked = new URLSearchParams({ place, role });
  const response = await fetch(`${origin}/api/contacts?${asked}`, {
    credentials: "omit",
    cache: "no-store",
    referrerPolicy: "no-referrer",
  });
  if (!response.ok) throw new Error(String(response.status));
  const found = (await response.json()) as Partial<FoundContacts>;
  const contacts = (found.contacts ?? []).filter(({ side }) => side !== "annan");
  return { question: "", choices: [], ...found, contacts };
}
