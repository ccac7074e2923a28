import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { backUpCluster, restoreCluster, startEmbeddedPostgres } from '@kaigi/core/platform';
import { badInput } from '@kaigi/core/shared';
import { homeOf } from '../open-suite.ts';
import { type Command, type Context, EXIT } from './context.ts';

// Written last: a folder without it is half a backup.
const WHOLE = 'kaigi-backup.json';

/** The database as it is now, then the documents: what a row names was stored before it, so none is missing. */
export const backupCommand: Command = {
  name: 'backup',
  options: { out: { type: 'string' } },
  async run(context) {
    const { home, out } = await placesOf(context, 'out');
    if (!existsSync(path.join(home, 'postgres', 'data'))) throw badInput('cli.no_data', { home });
    if ((await readdir(out).catch(() => [])).length > 0) throw badInput('export.not_empty', { folder: out });
    await mkdir(out, { recursive: true, mode: 0o700 });
    const takenAt = new Date().toISOString();
    const server = await startEmbeddedPostgres(home);
    try {
      await backUpCluster(server.url, home, path.join(out, 'postgres'));
    } finally {
      await server.stop();
    }
    // The anchors stay outside: a backup that brought its own would prove nothing about itself.
    await copyFolder(path.join(home, 'ledger'), path.join(out, 'ledger'), 'anchors');
    await copyFolder(path.join(home, 'blobs'), path.join(out, 'blobs'), 'incoming');
    await writeFile(path.join(out, WHOLE), `${JSON.stringify({ format: 1, takenAt })}\n`);
    context.say('backup.done', { folder: out });
    context.answer({ folder: out, takenAt });
    return EXIT.ok;
  },
};

/** Into a data folder that has no database. Anchors that lie there already stay, and what is restored must answer to them. */
export const restoreCommand: Command = {
  name: 'restore',
  options: { from: { type: 'string' } },
  async run(context) {
    const { home, out: from } = await placesOf(context, 'from');
    const whole = await readFile(path.join(from, WHOLE), 'utf8').catch(() => null);
    if (whole === null) throw badInput('restore.no_backup', { folder: from });
    if (existsSync(path.join(home, 'postgres', 'data'))) throw badInput('restore.there_already', { home });
    const { takenAt } = JSON.parse(whole) as { takenAt: string };
    await copyFolder(path.join(from, 'blobs'), path.join(home, 'blobs'), 'incoming');
    await copyFolder(path.join(from, 'ledger'), path.join(home, 'ledger'), 'anchors');
    await restoreCluster(path.join(from, 'postgres'), home);
    context.say('restore.done', { home, takenAt });
    context.answer({ home, takenAt });
    return EXIT.ok;
  },
};

async function placesOf(context: Context, option: 'out' | 'from'): Promise<{ home: string; out: string }> {
  const given = context.options[option];
  if (typeof given !== 'string') throw badInput('backup.which_folder', { option: `--${option}` });
  if (context.secrets.databaseUrl !== null) throw badInput('backup.other_server');
  if (context.config.blobs !== null) throw badInput('backup.other_store');
  return { home: homeOf(context.config), out: path.resolve(given) };
}

/** What is there already is the same or newer: documents are named by what stands in them, keys never change. */
async function copyFolder(from: string, to: string, without: string): Promise<void> {
  if (!existsSync(from)) return;
  const skipped = path.join(from, without);
  await cp(from, to, { recursive: true, force: false, filter: (source) => source !== skipped });
}
