import { serveThread } from '../../platform/thread-work.ts';
import { readPart } from './read-part.ts';

serveThread(readPart);
