/** What is asked as a heading, and what explains it as a hint: "Vad är svårt? Skriv kort." is both. */
export function headline(question: string): { heading: string; hint: string } {
  const sentences = question.match(/[^.?!]+[.?!]*\s*/g)?.map((sentence) => sentence.trim()) ?? [question];
  const asked = sentences.filter((sentence) => sentence.endsWith("?"));
  const heading = asked.length ? asked : sentences.slice(0, 1);
  const hint = sentences.filter((sentence) => !heading.includes(sentence));
  return { heading: heading.join(" "), hint: hint.join(" ") };
}
