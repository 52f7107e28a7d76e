import { chat } from "../../content/interface/widget.sv.json";

export const texts = chat;

const longDate = new Intl.DateTimeFormat("sv-SE", { dateStyle: "long", timeZone: "UTC" });

/** `"2026-11-22"` → `"22 november 2026"`; anything else comes back as it was. */
export function swedishDate(iso: string): string {
  return /^\d{4}-\d{2}-\d{2}/.test(iso) ? longDate.format(new Date(iso.slice(0, 10))) : iso;
}
