import { serveThread } from '../../../platform/thread-work.ts';
import { pagesOf } from './pdf-pages.ts';

serveThread(pagesOf);
