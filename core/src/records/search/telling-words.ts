// Runs of kanji, of numbers or of Latin letters: what a question is about. What lies between them is grammar.
const RUNS = /[\p{sc=Han}々〆]{2,}|[0-9a-z.]{2,}/gu;

/** The words of a folded question that are marked where they are found. */
export const tellingWords = (sentence: string): string[] => [...new Set(sentence.match(RUNS) ?? [])];
