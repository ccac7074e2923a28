export { readingAnswer } from './answer.ts';
export { type BuildReadingPack, readingPackBuilder } from './build.ts';
export type { ReadingAnswer } from './contract.ts';
