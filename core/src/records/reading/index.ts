export { FILE_KINDS, type FileKind, kindsFor, type MailShown, type Reading } from './kinds.ts';
export { LIMITS } from './package.ts';
export { inspectDocx } from './read-file.ts';
export {
  createInspector,
  createMailShower,
  createReader,
  type InspectFile,
  type ReadFile,
  type ShowMail,
} from './reader.ts';
