export { FILE_KINDS, type FileKind, kindsFor, type Reading } from './kinds.ts';
export { LIMITS } from './package.ts';
export { inspectDocx } from './read-file.ts';
export { createInspector, createReader, type InspectFile, type ReadFile } from './reader.ts';
