/** Lower-case words without accents (å, ä → a; ö → o), single-spaced: as `actions/content/text.py` folds. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[^\p{L}\p{N}_]+/gu, " ")
    .trim();
}
