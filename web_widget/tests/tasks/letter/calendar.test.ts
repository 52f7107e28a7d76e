import { expect, it } from "vitest";
import { asCalendar } from "../../../src/tasks/letter/calendar";
import type { Common } from "../../../src/tasks/letter/wordings";

const common = {
  calendar: {
    titles: { meeting: "SIP-möte; plats, tid", followup: "Uppföljning" },
    note: "Ta med pappret. ".repeat(10),
  },
} as unknown as Common;
const lines = (file: string): string[] => file.split("\r\n");

it("holds each day with a reminder, and a day without a time as a whole day", () => {
  const file = lines(
    asCalendar(
      [
        { what: "meeting", date: "2027-01-15", time: "13:00" },
        { what: "followup", date: "2027-03-15", time: "" },
      ],
      common,
      new Date(0),
    ),
  );
  expect(file).toContain("DTSTART;TZID=Europe/Stockholm:20270115T130000");
  expect(file).toContain("DTEND;TZID=Europe/Stockholm:20270115T140000");
  expect(file).toContain("DTSTART;VALUE=DATE:20270315");
  expect(file).toContain("DTEND;VALUE=DATE:20270316");
  expect(file).toContain("TRIGGER:-P1D");
  expect(file).toContain("TRIGGER:-PT15H");
  expect(file.filter((line) => line === "TZID:Europe/Stockholm")).toHaveLength(1);
  expect(new Set(file.filter((line) => /^UID:\w{32}@/.test(line))).size).toBe(2);
  expect(file[0]).toBe("BEGIN:VCALENDAR");
  expect(file.at(-1)).toBe("");
});

it("escapes what the format reads as its own and folds long lines", () => {
  const file = asCalendar([{ what: "meeting", date: "2027-01-15", time: "" }], common, new Date(0));
  expect(file).toContain("SUMMARY:SIP-möte\\; plats\\, tid");
  for (const line of lines(file)) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
});
