import type { Draft } from "../../src/storage";
import type { Definition } from "../../src/tasks/definition";

export const example: Definition = {
  id: "draft",
  title: "Exempel",
  letter: "request",
  letters: [
    { id: "request", label: "Begäran" },
    { id: "withdrawal", label: "Ta tillbaka" },
  ],
  steps: [
    {
      id: "who",
      title: "Vem",
      question: "Vem?",
      field: "choice",
      required: true,
      options: [
        { id: "self", label: "Jag" },
        { id: "relative", label: "Närstående" },
      ],
    },
    { id: "told", title: "Berättat", question: "Vet personen?", field: "text", when: { who: ["relative"] } },
    {
      id: "goals",
      title: "Mål",
      question: "Vad vill du?",
      field: "goals",
      vague: ["må bättre"],
      when: { letter: ["request"] },
      variants: { relative: { question: "Vad vill personen?" } },
    },
    {
      id: "actors",
      title: "Aktörer",
      question: "Vilka?",
      field: "actors",
      when: { letter: ["request"] },
      options: [{ id: "vc", label: "Vårdcentral", side: "region" }],
    },
    { id: "review", title: "Granska", question: "Stämmer det?", field: "review" },
  ],
};

export const draft = (answers: Draft["answers"], letter = "request"): Draft => ({
  version: 1,
  letter,
  answers,
});
