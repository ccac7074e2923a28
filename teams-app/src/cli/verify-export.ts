import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  OUTSIDE_SENTENCES,
  type OutsideFinding,
  type OutsideSummary,
  stampsSaid,
  unpackBag,
  verifyOutside,
} from '@kaigi/core/outside';
import { KaigiError } from '@kaigi/core/shared';
import { type Context, EXIT, type ExitCode } from './context.ts';

interface Checked {
  readonly what: string;
  readonly findings: readonly OutsideFinding[];
  readonly summary: OutsideSummary;
}

/**
 * What was handed out, checked without database and configuration: a folder of `export`, a package (zip or unpacked), or
 * the proof of one record.
 */
export async function verifyExport(context: Context, target: string): Promise<ExitCode> {
  const passing = await mkdtemp(path.join(tmpdir(), 'kaigi-verify-'));
  try {
    const answers: Checked[] = [];
    const targets = await targetsIn(target, passing).catch((error: unknown) => notWhole(context, target, error));
    if (!targets) return EXIT.found;
    for (const one of targets) answers.push(await verifyOne(context, one));
    for (const answer of answers) tell(context, answer);
    const altered = answers.some(({ findings }) => findings.length > 0);
    context.answer({ altered, checked: answers });
    return altered ? EXIT.found : EXIT.ok;
  } finally {
    await rm(passing, { recursive: true, force: true });
  }
}

/** The export of several municipalities has a folder for each. */
async function targetsIn(target: string, passing: string): Promise<readonly { what: string; at: string }[]> {
  if (/\.zip$/i.test(target)) return [{ what: target, at: await unpackBag(target, passing) }];
  const isOne = ['checkpoint', 'bagit.txt'].some((name) => existsSync(path.join(target, name)));
  const inside = isOne ? [] : await readdir(target, { withFileTypes: true }).catch(() => []);
  const logs = inside.filter((one) => existsSync(path.join(target, one.name, 'checkpoint')));
  if (logs.length === 0) return [{ what: target, at: target }];
  return logs.map(({ name }) => ({ what: path.join(target, name), at: path.join(target, name) }));
}

/** A package that is not whole is a finding, not a wrong use. */
function notWhole(context: Context, what: string, error: unknown): null {
  if (!(error instanceof KaigiError) || !error.code.startsWith('records.bag_')) throw error;
  const detail = context.sentence(error.code, error.params);
  context.line(`✗ ${detail}`);
  context.answer({ altered: true, checked: [{ what, findings: [{ code: error.code, detail }] }] });
  return null;
}

const listed = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : []);

async function verifyOne({ options }: Context, { what, at }: { what: string; at: string }): Promise<Checked> {
  const { key, checkpoint, file } = options;
  const asked = { keys: listed(key), kept: listed(checkpoint), files: listed(file), tsaCas: listed(options['tsa-ca']) };
  const checked = await verifyOutside(at, asked);
  return { what, ...checked };
}

function tell(context: Context, { what, findings, summary }: Checked): void {
  const at = context.locale === 'ja' ? 0 : 1;
  for (const finding of findings)
    context.line(`✗ ${(OUTSIDE_SENTENCES[finding.code]?.[at] ?? finding.code).replace('{what}', finding.what)}`);
  const { entries, files, size, keyGiven, vkeys } = summary;
  if (findings.length > 0) context.say('verify.altered', { name: what, count: findings.length });
  else context.say('verify.export_fine', { name: what, entries, files, size });
  for (const said of stampsSaid(summary.stamps)) context.line(said[at] ?? '');
  if (!keyGiven) context.say('verify.key_inside', { vkey: vkeys.join('  ') });
}
