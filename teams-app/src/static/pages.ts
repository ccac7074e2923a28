import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import { escapedByName } from '@kaigi/core/shared';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Config } from '../config/config.ts';
import { contentSecurityPolicy } from '../http/security-headers.ts';
import type { PageFolders } from './find-pages.ts';
import { indexPage, notBuiltPage, PAGE_STYLE_POLICY } from './own-pages.ts';

const OFFICE_JS_MARK = '%KAIGI_OFFICE_JS_URL%';
const YEAR_MS = 365 * 24 * 3_600_000;

interface Site {
  readonly prefix: '/tab' | '/office-addin';
  readonly folder: string;
  readonly entry: string;
  readonly policy: string;
  /** Changes the entry page while it is served. */
  readonly fill: (html: string) => string;
}

/** The tab, the task pane and the page that says where to click. */
export async function registerPages(app: FastifyInstance, config: Config, folders: PageFolders): Promise<void> {
  await app.register(fastifyStatic, { root: folders.tab, serve: false });
  const officeOrigin = new URL(config.officeJsUrl).origin;
  const sites: Site[] = [
    {
      prefix: '/tab',
      folder: folders.tab,
      entry: 'index.html',
      policy: contentSecurityPolicy(config, []),
      fill: (html) => html,
    },
    {
      prefix: '/office-addin',
      folder: folders.officeAddin,
      entry: 'taskpane.html',
      policy: contentSecurityPolicy(config, [officeOrigin]),
      fill: (html) => html.replaceAll(OFFICE_JS_MARK, () => escapedByName(config.officeJsUrl)),
    },
  ];
  app.get('/', async (_request, reply) => sendHtml(reply, 200, indexPage(config)));
  app.get('/favicon.ico', async (_request, reply) => reply.status(204).send());
  for (const site of sites) registerSite(app, site);
}

function registerSite(app: FastifyInstance, site: Site): void {
  app.get(site.prefix, async (_request, reply) => reply.redirect(`${site.prefix}/`, 308));
  app.get<{ Params: { '*': string } }>(`${site.prefix}/*`, async (request, reply) => {
    const asked = request.params['*'];
    if (asked === '' || asked === site.entry) return sendEntry(reply, site);
    if (!(await isFile(site.folder, asked))) return reply.callNotFound();
    // Vite names files below assets/ by their content.
    const named = asked.startsWith('assets/');
    return reply
      .headers({ 'content-security-policy': site.policy, 'cross-origin-resource-policy': 'cross-origin' })
      .sendFile(asked, site.folder, { maxAge: named ? YEAR_MS : 0, immutable: named, dotfiles: 'deny' });
  });
}

async function sendEntry(reply: FastifyReply, site: Site): Promise<FastifyReply> {
  const html = await readFile(path.join(site.folder, site.entry), 'utf8').catch(() => null);
  if (html === null) return sendHtml(reply, 503, notBuiltPage(site.prefix));
  return reply
    .headers({ 'content-security-policy': site.policy, 'cache-control': 'no-cache' })
    .type('text/html; charset=utf-8')
    .send(site.fill(html));
}

async function isFile(folder: string, asked: string): Promise<boolean> {
  const file = path.resolve(folder, asked);
  if (asked.includes('\0') || !file.startsWith(folder + path.sep)) return false;
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}

export function sendHtml(reply: FastifyReply, status: number, html: string): FastifyReply {
  return reply
    .status(status)
    .headers({ 'content-security-policy': PAGE_STYLE_POLICY, 'cache-control': 'no-cache' })
    .type('text/html; charset=utf-8')
    .send(html);
}
