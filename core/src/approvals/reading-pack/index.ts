export { readingAnswer } from './answer.ts';
export { type BuildReadingPack, presentReadingPack, type ReadingPack, readingPackBuilder } from './build.ts';
export type { ReadingAnswer } from './contract.ts';
export { diffReadingPacks } from './diff.ts';
