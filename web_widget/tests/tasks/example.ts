import type { Definition } from "../../src/tasks/definition";

export const example: Definition = {
  id: "draft",
  title: "Exempel",
  steps: [
    { id: "who", title: "Vem", question: "Vem?", field: "choice", required: true, options: [{ id: "self", label: "Jag" }, { id: "relative", label: "Närstående" }] },
    { id: "told", title: "Berättat", question: "Vet personen?", field: "text", when: { who: ["relative"] } },
    { id: "goals", title: "Mål", question: "Vad vill du?", field: "goals", variants: { relative: { question: "Vad vill personen?" } } },
    { id: "actors", title: "Aktörer", question: "Vilka?", field: "actors", options: [{ id: "vc", label: "Vårdcentral", side: "region" }] },
    { id: "review", title: "Granska", question: "Stämmer det?", field: "review" },
  ],
};
