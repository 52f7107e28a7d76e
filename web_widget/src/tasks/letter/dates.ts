import { fill } from "../../fill";
import type { Occasion } from "../definition";

/** `15 januari 2027` */
export function longDate(day: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { dateStyle: "long" }).format(day);
}

/** `fredag 15 januari 2027 klockan 13.00`; `template` says how day and time go together. */
export function inWords({ date, time }: Occasion, template: string): string {
  const [year, month, day] = date.split("-").map(Number);
  const words = new Intl.DateTimeFormat("sv-SE", { dateStyle: "full" }).format(new Date(year!, month! - 1, day));
  return time ? fill(template, { day: words, time: time.replace(":", ".") }) : words;
}
