import { serveThread } from '../../platform/thread-work.ts';
import { renderCertificate } from './render.ts';

serveThread(renderCertificate);
