import { appendFile, copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { TimestampsSchema, VERIFIER } from '@kaigi/core/outside';
import type { Blobs } from '@kaigi/core/platform';
import { badInput, type Caller, Download, invariant, KaigiError, type Route } from '@kaigi/core/shared';
import type { Municipality } from '../config/config.ts';
import type { OpenSuite } from '../open-suite.ts';
import { type Command, type Context, chosen, EXIT, openExisting, using } from './context.ts';
import { exportPackage } from './export-package.ts';
import { entriesOfBundle, tilePaths } from './tile-paths.ts';

interface Exported {
  readonly municipalityId: string;
  readonly entries: number;
  readonly files: number;
  readonly missing: readonly string[];
}

/** The log in its published layout, the entries as JSON lines, and every document that they name. */
export const exportCommand: Command = {
  name: 'export',
  options: { out: { type: 'string' }, only: { type: 'string', multiple: true } },
  async run(context) {
    if (Array.isArray(context.options.only)) return exportPackage(context, context.options.only as readonly string[]);
    const { out } = context.options;
    const folder = path.resolve(typeof out === 'string' ? out : 'kaigi-export');
    const municipalities = chosen(context);
    if ((await readdir(folder).catch(() => [])).length > 0) throw badInput('export.not_empty', { folder });
    return using(openExisting(context), async (open) => {
      const answers: Exported[] = [];
      for (const municipality of municipalities) answers.push(await exportOne(context, open, municipality, folder));
      context.answer({ folder, municipalities: answers });
      return answers.some(({ missing }) => missing.length > 0) ? EXIT.found : EXIT.ok;
    });
  },
};

async function exportOne(
  context: Context,
  open: OpenSuite,
  { id, name }: Municipality,
  out: string,
): Promise<Exported> {
  const folder = path.join(out, id);
  const log = await readLog(open, id);
  if (!log) {
    context.say('export.nothing', { name });
    return { municipalityId: id, entries: 0, files: 0, missing: [] };
  }
  await mkdir(path.join(folder, 'files'), { recursive: true });
  await writeFile(path.join(folder, 'checkpoint'), log.checkpoint);
  await writeFile(path.join(folder, 'key.json'), JSON.stringify(await log.key()));
  await copyFile(VERIFIER, path.join(folder, 'verify.mjs'));
  await writeStamps(folder, log);
  const named = new Set<string>();
  const { tiles, bundles } = tilePaths(log.size);
  for (const tile of tiles) await put(folder, tile, await log.tile(tile));
  for (const bundle of bundles) {
    const bytes = await log.tile(bundle);
    await put(folder, bundle, bytes);
    const entries = entriesOfBundle(bytes);
    await appendFile(path.join(folder, 'entries.jsonl'), entries.map((entry) => `${entry}\n`).join(''));
    for (const entry of entries) {
      for (const hash of namedFiles(entry)) named.add(hash);
      named.delete(goneBy(entry));
    }
  }
  const missing = await copyFiles(open.blobs, path.join(folder, 'files'), named);
  const files = named.size - missing.length;
  context.say('export.done', { name, entries: log.size, files, folder });
  for (const sha256 of missing) context.say('export.missing', { sha256 });
  return { municipalityId: id, entries: log.size, files, missing };
}

/** Through the same routes that an auditor uses, so that both give the same bytes. */
async function readLog({ suite }: OpenSuite, municipalityId: string) {
  const routes = suite.ledger.routes(async () => ['AUDITOR']);
  const entraObjectId = '00000000-0000-0000-0000-000000000000';
  const caller: Caller = { municipalityId, entraObjectId, via: 'api', locale: 'ja', idempotencyKey: null };
  const ask = (route: string, params: unknown, query: unknown = {}): Promise<unknown> => {
    const found: Route | undefined = routes.find(({ path: at }) => at === route);
    invariant(found, `a route ${route}`);
    return found.handle(caller, { params, query, body: undefined, file: null });
  };
  const bytesOf = async (route: string, params: unknown) => {
    const answer = await ask(route, params);
    invariant(answer instanceof Download, `${route} is a download`);
    return answer.bytes;
  };
  const checkpoint = await bytesOf('/ledger/checkpoint', {}).catch((error: unknown) => {
    if (error instanceof KaigiError && error.kind === 'not-found') return null;
    throw error;
  });
  if (!checkpoint) return null;
  return {
    checkpoint,
    // Line 2 of a checkpoint is the size of the tree (c2sp.org/tlog-checkpoint).
    size: Number(new TextDecoder().decode(checkpoint).split('\n')[1]),
    key: () => ask('/ledger/key', {}),
    stamps: (after: number) => ask('/ledger/timestamps', {}, { after }),
    tile: (tile: string) => bytesOf('/ledger/tile/{path+}', { path: tile }),
  };
}

/** Each stamp beside the signed note that was stamped: `openssl ts -verify` takes the two. */
async function writeStamps(folder: string, log: NonNullable<Awaited<ReturnType<typeof readLog>>>): Promise<void> {
  const stamps = path.join(folder, 'timestamps');
  for (let after: number | null = 0; after !== null; ) {
    const page = TimestampsSchema.parse(await log.stamps(after));
    if (page.items.length > 0) await mkdir(stamps, { recursive: true });
    for (const { size, note, token } of page.items) {
      await writeFile(path.join(stamps, `${size}.checkpoint`), note);
      await writeFile(path.join(stamps, `${size}.token`), Buffer.from(token, 'base64'));
    }
    after = page.next;
  }
}

async function put(folder: string, tile: string, bytes: Uint8Array): Promise<void> {
  const file = path.join(folder, 'tile', tile);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, bytes);
}

/** The file that a disposal or a pruning removed; what is named again later is asked for again. Whether it was lawful, `verify` says. */
const goneBy = (entry: string) =>
  /"gone":"([0-9a-f]{64})".*"kind":"records\/(?:disposal|pruning)-gone"/.exec(entry)?.[1] ?? '';

const namedFiles = (entry: string) => [...entry.matchAll(/"sha256":"([0-9a-f]{64})"/g)].map((match) => match[1] ?? '');

async function copyFiles(blobs: Blobs, to: string, named: ReadonlySet<string>): Promise<string[]> {
  const missing: string[] = [];
  for (const sha256 of named) {
    // Never in memory, however large.
    const place = await blobs.file(sha256);
    const bytes = place ? null : await blobs.get(sha256);
    if (place) await copyFile(place, path.join(to, sha256));
    else if (bytes) await writeFile(path.join(to, sha256), bytes);
    else missing.push(sha256);
  }
  return missing;
}
