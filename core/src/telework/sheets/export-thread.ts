import { serveThread } from '../../platform/thread-work.ts';
import type { Encoded } from '../../shared/index.ts';
import { type ExportPart, exported } from './export-part.ts';

serveThread<ExportPart, Encoded>(async (input) => exported(input));
