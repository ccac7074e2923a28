export {
  type BuildReadingPack,
  presentReadingPack,
  type ReadingFile,
  type ReadingPack,
  type ReadingPart,
  readingPackBuilder,
} from './build.ts';
