export {
  type BuildReadingPack,
  presentReadingPack,
  type ReadingFile,
  type ReadingPack,
  readingPackBuilder,
} from './build.ts';
export { diffReadingPacks } from './diff.ts';
export { readingPackTexts } from './text.ts';
