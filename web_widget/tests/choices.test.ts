import { describe, expect, it } from "vitest";
import { stepChoices } from "../src/choices";
import type { BotMessage } from "../src/contract";

const asked: BotMessage = {
  text: "Vem sa nej?",
  buttons: [
    { title: "Kommunen", payload: '/steg{"steg":"contact.refused_by","val":"kommun"}' },
    { title: "Vården", payload: '/steg{"steg":"contact.refused_by","val":"region"}' },
    { title: "Hoppa över", payload: "/hoppa-over" },
    { title: "Varför frågar ni?", payload: "/varfor" },
  ],
  custom: { step: "contact.refused_by" },
};
const doors: BotMessage = {
  text: "",
  buttons: [{ title: "Skriv en begäran", payload: "/skriva-begaran" }],
  custom: {},
};
const titles = (list: HTMLElement | undefined): string[] =>
  [...(list?.querySelectorAll("button") ?? [])].map((one) => one.textContent ?? "");

describe("a step that is asked", () => {
  it("shows its options as numbered rows, and commands and suggestions as quiet words", () => {
    const [rows, quiet] = stepChoices([doors, asked], () => undefined) ?? [];
    expect(rows?.tagName).toBe("OL");
    expect(titles(rows)).toEqual(["Kommunen", "Vården"]);
    expect(titles(quiet)).toEqual(["Hoppa över", "Varför frågar ni?", "Skriv en begäran"]);
  });

  it("does not number what cannot be chosen by number", () => {
    const places: BotMessage = {
      ...asked,
      buttons: [{ title: "Vara kommun", payload: '/hitta-kontakt{"plats": "1470"}' }],
    };
    expect(stepChoices([places], () => undefined)?.[0]?.tagName).toBe("UL");
  });

  it("leaves the suggestions of an answer alone", () => {
    expect(stepChoices([doors], () => undefined)).toBeNull();
  });
});
