import { serveThread } from '../../platform/thread-work.ts';
import { showMail } from './mail.ts';
import { bufferOf } from './source.ts';

serveThread(async (bytes: Uint8Array) => showMail(bufferOf(bytes)));
