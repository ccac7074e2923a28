export type {
  ItemChange,
  LibraryAnswer,
  MirroredItem,
  MirrorLibrary,
  MirrorProblem,
  ToMirror,
} from './library.ts';
export { mirrorRoutes } from './service.ts';
export { mirroring } from './work.ts';
