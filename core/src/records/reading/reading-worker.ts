import { serveThread } from '../../platform/thread-work.ts';
import { readFile } from './read-file.ts';

serveThread(readFile);
