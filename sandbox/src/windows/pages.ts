import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { escapeHtml, plainPage } from '../html.ts';
import { sentence } from '../text.ts';

const PAGES: Readonly<Record<string, string>> = { '/': 'index.html', '/teams': 'teams.html', '/word': 'word.html' };

/** The built windows. They may be built while the sandbox runs, so their presence is looked up per request. */
export async function pageRoutes(app: FastifyInstance, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await app.register(fastifyStatic, { root: folder, index: false, cacheControl: false });
  for (const [path, file] of Object.entries(PAGES)) {
    app.get(path, (_request, reply) => {
      reply.header('cache-control', 'no-store');
      return existsSync(join(folder, file)) ? reply.sendFile(file) : notBuilt(reply);
    });
  }
}

export function pagesBuilt(folder: string): boolean {
  return Object.values(PAGES).every((file) => existsSync(join(folder, file)));
}

function notBuilt(reply: FastifyReply): FastifyReply {
  const [japanese, english] = [sentence('pagesNotBuilt'), sentence('pagesNotBuilt', 'en')].map(escapeHtml);
  const body = `<h1>サンドボックス</h1><p>${japanese}</p><p lang="en">${english}</p>`;
  return reply.code(503).type('text/html; charset=utf-8').send(plainPage('サンドボックス', body));
}
