import { serveThread } from '../../platform/thread-work.ts';
import { inspectDocx } from './word.ts';

serveThread((bytes: Uint8Array) => inspectDocx(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
