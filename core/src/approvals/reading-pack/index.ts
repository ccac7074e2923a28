export { readingAnswer } from './answer.ts';
export type { ReadingAnswer } from './contract.ts';
export { diffReadingPacks } from './diff.ts';
