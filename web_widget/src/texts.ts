import { chat } from "../../content/interface/widget.sv.json";

export const texts = chat;

/** `fill("{a} av {b}", {a: 1, b: 2})` → `"1 av 2"`. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}

const longDate = new Intl.DateTimeFormat("sv-SE", { dateStyle: "long", timeZone: "UTC" });

/** `"2026-11-22"` → `"22 november 2026"`; anything else comes back as it was. */
export function swedishDate(iso: string): string {
  return /^\d{4}-\d{2}-\d{2}/.test(iso) ? longDate.format(new Date(iso.slice(0, 10))) : iso;
}
