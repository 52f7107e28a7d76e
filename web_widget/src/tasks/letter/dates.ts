import { fill } from "../../fill";
import type { Occasion } from "../definition";

/** `15 januari 2027`, as it is in Sweden at this moment: the service dates its letters alike. */
export function longDate(moment: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { dateStyle: "long", timeZone: "Europe/Stockholm" }).format(moment);
}

/** `fredag 15 januari 2027 klockan 13.00`; `template` says how day and time go together. */
export function inWords({ date, time }: Occasion, template: string): string {
  const [year, month, day] = date.split("-").map(Number);
  const words = new Intl.DateTimeFormat("sv-SE", { dateStyle: "full" }).format(
    new Date(year!, month! - 1, day),
  );
  return time ? fill(template, { day: words, time: time.replace(":", ".") }) : words;
}

/** The ISO date so many days from now, in Sweden. */
export function isoDay(daysFromNow: number, now: Date = new Date()): string {
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" }).format(now);
  return new Date(Date.parse(`${day}T12:00:00Z`) + daysFromNow * 86_400_000).toISOString().slice(0, 10);
}
