import { newId } from "../../storage";
import type { Occasion } from "../definition";
import type { Common } from "./wordings";

const FOLD = 75; // octets a line, RFC 5545 section 3.1

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

// The rules of Swedish time since 1996: Outlook takes a time without a zone for something else.
const STOCKHOLM = [
  "BEGIN:VTIMEZONE",
  "TZID:Europe/Stockholm",
  "BEGIN:STANDARD",
  "DTSTART:19961027T030000",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "TZNAME:CET",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "END:STANDARD",
  "BEGIN:DAYLIGHT",
  "DTSTART:19960331T020000",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "TZNAME:CEST",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "END:DAYLIGHT",
  "END:VTIMEZONE",
];

/** One thing to remember: an ISO date, and `HH:MM` in Swedish time or nothing for the whole day. */
export interface Reminder {
  title: string;
  note: string;
  date: string;
  time: string;
  /** When to remind, from the beginning: `-P1D`. */
  alarm: string;
}

/** A calendar file with the days of a meeting, each with a reminder the day before. */
export function asCalendar(days: Occasion[], { calendar }: Common, now: Date): string {
  return calendarFile(
    days.map(({ what, date, time }) => ({
      title: calendar.titles[what] ?? "",
      note: calendar.note,
      date,
      time,
      alarm: time ? "-P1D" : "-PT15H", // a whole day begins at midnight: nine in the morning before
    })),
    now,
  );
}

/** A calendar file as RFC 5545 has it, which Outlook, Google and Apple read alike. */
export function calendarFile(reminders: Reminder[], now: Date): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const events = reminders.flatMap(({ title, note, date, time, alarm }) => [
    "BEGIN:VEVENT",
    `UID:${newId()}@sip-guiden`,
    `DTSTAMP:${stamp}`,
    ...span(date, time),
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(note)}`,
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escaped(title)}`,
    `TRIGGER:${alarm}`,
    "END:VALARM",
    "END:VEVENT",
  ]);
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//SIP-guiden//SIP//SV", "CALSCALE:GREGORIAN"];
  const all = [...head, "METHOD:PUBLISH", ...STOCKHOLM, ...events, "END:VCALENDAR"];
  return all.map((line) => `${folded(line)}\r\n`).join("");
}

/** Beginning and end: an hour, since nobody has said how long, or the whole day. */
function span(date: string, time: string): string[] {
  const start = Date.parse(`${date}T${time || "00:00"}:00Z`);
  if (!time) return [`DTSTART;VALUE=DATE:${day(start)}`, `DTEND;VALUE=DATE:${day(start + DAY_MS)}`];
  const at = (moment: number): string => `;TZID=Europe/Stockholm:${day(moment)}T${clock(moment)}`;
  return [`DTSTART${at(start)}`, `DTEND${at(start + HOUR_MS)}`];
}

function day(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10).replace(/-/g, "");
}

function clock(moment: number): string {
  return new Date(moment).toISOString().slice(11, 19).replace(/:/g, "");
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
}

function folded(line: string): string {
  const rows: string[] = [];
  let row = "";
  for (const char of line) {
    if (new TextEncoder().encode(row + char).length > FOLD) {
      rows.push(row);
      row = " ";
    }
    row += char;
  }
  return [...rows, row].join("\r\n");
}
