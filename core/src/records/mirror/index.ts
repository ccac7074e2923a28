export {
  type ItemChange,
  type LibraryAnswer,
  MIRROR_PROBLEMS,
  type MirroredItem,
  type MirrorLibrary,
  type MirrorProblem,
  type ToMirror,
} from './library.ts';
export { mirrorRoutes } from './service.ts';
export { mirrorTexts } from './text.ts';
export { mirroring } from './work.ts';
