export { createInspector, type InspectFile } from './inspector.ts';
export { LIMITS } from './package.ts';
export { type Inspection, inspectDocx } from './word.ts';
