import type { Occasion } from "../definition";
import type { Common } from "./wordings";

const FOLD = 75; // octets a line, RFC 5545 section 3.1

/** A calendar file with the days and a reminder the day before. Times are those of the reader's own clock. */
export function asCalendar(days: Occasion[], { calendar }: Common, now: Date): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const events = days.flatMap(({ what, date, time }) => {
    const day = date.replaceAll("-", "");
    const title = escaped(calendar.titles[what] ?? "");
    return [
      "BEGIN:VEVENT",
      `UID:${crypto.randomUUID?.() ?? `${stamp}-${what}`}`,
      `DTSTAMP:${stamp}`,
      time ? `DTSTART:${day}T${time.replace(":", "")}00` : `DTSTART;VALUE=DATE:${day}`,
      `SUMMARY:${title}`,
      `DESCRIPTION:${escaped(calendar.note)}`,
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `DESCRIPTION:${title}`,
      "TRIGGER:-P1D",
      "END:VALARM",
      "END:VEVENT",
    ];
  });
  const all = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//SIP-guiden//SIP//SV", ...events, "END:VCALENDAR"];
  return all.map((line) => `${folded(line)}\r\n`).join("");
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
