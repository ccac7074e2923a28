import { readFile } from 'node:fs/promises';
import type { Suite } from '@kaigi/core';
import { badInput } from '@kaigi/core/shared';
import type { Municipality } from '../config/config.ts';
import { type Command, type Context, chosen, EXIT, openExisting, using } from './context.ts';
import { type KeptCheckpoint, ownerOf } from './kept-checkpoints.ts';
import { verifyExport } from './verify-export.ts';

type Verification = ReturnType<Suite['verify']>;
type Finding =
  Awaited<ReturnType<Verification['next']>> extends infer R
    ? R extends { done?: false; value: infer V }
      ? V
      : never
    : never;
type Kept = NonNullable<Parameters<Suite['verify']>[1]>;

// For machines the list of findings is cut here; the count is always whole.
const LISTED = 10_000;

export const verifyCommand: Command = {
  name: 'verify',
  options: {
    checkpoint: { type: 'string', multiple: true },
    export: { type: 'string' },
    key: { type: 'string', multiple: true },
    file: { type: 'string', multiple: true },
    'tsa-ca': { type: 'string', multiple: true },
  },
  async run(context) {
    if (typeof context.options.export === 'string') return verifyExport(context, context.options.export);
    const municipalities = chosen(context);
    const kept = await keptFor(context, municipalities);
    return using(openExisting(context), async ({ suite }) => {
      const answers = [];
      let altered = false;
      for (const { id, name } of municipalities) {
        const { findings, summary } = await verifyOne(context, suite.verify(id, kept(id)));
        altered ||= summary.findings > 0;
        answers.push({ municipalityId: id, name, summary, findings });
        saySummary(context, name, summary);
      }
      context.answer({ altered, municipalities: answers });
      return altered ? EXIT.found : EXIT.ok;
    });
  },
};

async function verifyOne(context: Context, verification: Verification) {
  const findings: Finding[] = [];
  for (;;) {
    const next = await verification.next();
    if (next.done) return { findings, summary: next.value };
    const finding = next.value;
    if (findings.length < LISTED) findings.push(finding);
    context.line(`✗ ${finding.sentence[context.locale]}`);
  }
}

type Summary = Awaited<ReturnType<typeof verifyOne>>['summary'];

function saySummary(context: Context, name: string, summary: Summary): void {
  const { leaves, checkpoints, pending, stamps, findings } = summary;
  const rows = Object.values(summary.rows).reduce((sum, count) => sum + count, 0);
  if (findings > 0) context.say('verify.altered', { name, count: findings });
  else context.say('verify.fine', { name, leaves, checkpoints, rows });
  const newest = stamps.at(-1);
  if (newest) context.say('verify.stamps', { count: stamps.length, ...newest });
  if (pending > 0) context.say('verify.pending', { count: pending });
}

async function readKept({ options }: Context): Promise<readonly KeptCheckpoint[]> {
  const files = Array.isArray(options.checkpoint) ? (options.checkpoint as readonly string[]) : [];
  return Promise.all(
    files.map(async (file) => {
      const note = await readFile(file, 'utf8').catch(() => {
        throw badInput('verify.bad_checkpoint', { file });
      });
      return { file, note };
    }),
  );
}

/** What auditors have kept of the log of each municipality; says of each whose it is. */
async function keptFor(context: Context, chosen: readonly Municipality[]): Promise<(id: string) => Kept> {
  const all = context.config.municipalities;
  const kept = (await readKept(context)).map((one) => ({ ...one, owner: ownerOf(one, { all, chosen }) }));
  for (const { file, owner } of kept) if (owner) context.say('verify.checkpoint_of', { file, name: owner.name });
  return (id) =>
    kept
      .filter(({ owner }) => owner === null || owner.id === id)
      .map(({ file, note }) => ({
        place: { ja: `控えのチェックポイント（${file}）`, en: `the kept checkpoint (${file})` },
        note,
      }));
}
