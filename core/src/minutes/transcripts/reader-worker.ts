import { serveThread } from '../../platform/thread-work.ts';
import type { TranscriptFile } from '../transcript/read.ts';
import { readTranscriptFile } from '../transcript/word.ts';

serveThread((file: TranscriptFile) => readTranscriptFile(file));
