import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

// As strict as a service may be towards its pages: no inline script, styles only as Fluent inserts them.
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self'",
  "connect-src 'self' https://res.cdn.office.net",
].join('; ');

/** Serves the built pages under `/tab/`, as the service does. */
export async function serveFile(response: ServerResponse, dist: string, path: string): Promise<void> {
  const name = normalize(path.replace(/^\/tab\//, '') || 'index.html');
  try {
    const bytes = await readFile(join(dist, name));
    const type = TYPES[extname(name)] ?? 'application/octet-stream';
    // The name of what lies in assets says what is in it.
    const keeping = name.startsWith('assets') ? 'max-age=31536000, immutable' : 'no-cache';
    const headers = { 'Content-Type': type, 'Content-Security-Policy': POLICY, 'Cache-Control': keeping };
    response.writeHead(200, headers).end(bytes);
  } catch {
    response.writeHead(404).end();
  }
}
