import { spawnSync } from 'node:child_process';
import {
  copyFile,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  truncate,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { makeAuthority, type Told } from '../stamps/authority.fixture.ts';
import { stampRequest, tokenOf } from '../stamps/stamp.ts';
import { type ExportFixture, FILE_SHA256, writeExport } from './export.fixture.ts';
import { SENTENCES, saidOfStamps, verifyOutside } from './verify.mjs';

const SIZE = 700;
let root: string;
let whole: ExportFixture;
let folder: string;
let count = 0;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'kaigi-outside-'));
  whole = await writeExport(path.join(root, 'whole'), SIZE);
});
afterAll(() => rm(root, { recursive: true }));
beforeEach(async () => {
  folder = path.join(root, String(count++));
  await cp(path.join(root, 'whole'), folder, { recursive: true });
});

const at = (name: string) => path.join(folder, name);
const codes = async (options = {}) =>
  (await verifyOutside(folder, { keys: [whole.vkey], ...options })).findings.map(({ code }) => code);
async function change(name: string, from: number, to: number) {
  const bytes = await readFile(at(name));
  bytes.writeUInt8(to, from);
  await writeFile(at(name), bytes);
}

describe('R-19: an export, checked on a machine without the product or its database', () => {
  it('is found sound, with any earlier checkpoint that somebody kept', async () => {
    await writeFile(at('kept'), whole.note(300));
    const { findings, summary } = await verifyOutside(folder, { keys: [whole.vkey], kept: [at('kept')] });
    expect(findings).toEqual([]);
    expect(summary).toMatchObject({ kind: 'export', entries: SIZE, size: SIZE, files: 1, keyGiven: true });
  });

  it('says what it counted, in words; of a zip what to do with it; and of nothing no key', async () => {
    const alone = fileURLToPath(new URL('./verify.mjs', import.meta.url));
    const run = (...args: string[]) => spawnSync(process.execPath, [alone, ...args], { encoding: 'utf8', cwd: root });
    expect(run(folder).stdout).toContain('（記録 700 件、ファイル 1 件。ログの 700 件時点）');
    expect(run(folder, '--lang', 'en').stdout).toContain('(700 entries, 1 files; the log at size 700)');
    const zip = path.join(root, 'one.zip');
    await writeFile(zip, Buffer.from('PK\x03\x04 and so on', 'latin1'));
    expect(run(zip)).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^✗ zip のままでは確かめられません.*\n$/),
    });
    await mkdir(path.join(root, 'empty'));
    expect(run(path.join(root, 'empty')).stdout).not.toContain('署名は');
  });

  it('needs one file and Node.js, nothing else', async () => {
    const alone = path.join(root, 'alone.mjs');
    await copyFile(fileURLToPath(new URL('./verify.mjs', import.meta.url)), alone);
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [alone, folder, ...args], { encoding: 'utf8', cwd: root, env: {} });
    expect(run('--key', whole.vkey)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('改ざんは見つかりませんでした'),
    });
    expect(run('--lang', 'en').stdout).toContain(`compare it with the one the city publishes: ${whole.vkey}`);
    await change('tile/entries/001', 500, 65);
    const told = run('--json');
    expect([told.status, JSON.parse(told.stdout).findings.length > 0]).toEqual([1, true]);
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['an entry was changed', () => change('tile/entries/000', 100, 66), 'wrong_root'],
    ['a tile was changed', () => change('tile/0/001', 40, 66), 'wrong_tile'],
    ['a tile is gone', () => unlink(at('tile/1/000.p/2')), 'wrong_tile'],
    ['the last entries are gone', () => unlink(at(`tile/entries/002.p/${SIZE - 512}`)), 'wrong_tile'],
    ['the lines were changed', () => change('entries.jsonl', 100, 66), 'wrong_entries'],
    ['the checkpoint was changed', () => change('checkpoint', 5, 66), 'bad_signature'],
    ['a file was changed', async () => writeFile(at(`files/${(await readdir(at('files')))[0]}`), 'x'), 'file_altered'],
    ['a file is gone', async () => unlink(at(`files/${(await readdir(at('files')))[0]}`)), 'file_missing'],
    ['the checkpoint is of a smaller log', () => writeFile(at('checkpoint'), whole.note(300)), 'wrong_entries'],
  ])('tells that %s', async (_, tamper, code) => {
    await tamper();
    expect(await codes()).toContain(code);
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['a link in place of a file', async () => symlink('/etc/passwd', at('files/passwd')), 'not_plain'],
    ['a link in place of a folder', async () => symlink('/etc', at('more')), 'not_plain'],
    ['a checkpoint without end', () => truncate(at('checkpoint'), 3_000_000_000), 'too_large'],
    ['a key without end', () => truncate(at('key.json'), 3_000_000_000), 'too_large'],
    ['entries without end', () => truncate(at('tile/entries/000'), 3_000_000_000), 'too_large'],
    ['a tile without end', () => truncate(at('tile/0/000'), 3_000_000_000), 'too_large'],
  ])('refuses %s, reads none of it and says so', async (_, prepare, code) => {
    await prepare();
    const before = process.memoryUsage().rss;
    expect(await codes()).toContain(code);
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
  });

  it('tells that a kept checkpoint is of another past, or of a larger log', async () => {
    const other = await writeExport(path.join(root, 'other'), 300, { past: 'another' });
    await writeFile(at('kept'), other.note(300));
    expect(await codes({ kept: [at('kept')] })).toEqual(['bad_signature']);
    const lines = whole.note(300).split('\n');
    await writeFile(at('kept'), whole.note(300).replace(lines[2] ?? '', other.note(300).split('\n')[2] ?? ''));
    expect(await codes({ kept: [at('kept')] })).toEqual(['bad_signature']);
    await writeFile(at('checkpoint'), whole.note(512));
    await writeFile(at('kept'), whole.note(600));
    expect(await codes({ kept: [at('kept')] })).toContain('wrong_root');
  });

  describe('R-15: a file that is gone', () => {
    const step = (act: string, staffId: string) => ({
      ...{ kind: 'records/fact', subject: `disposal/list/${act}` },
      body: { subject: { kind: 'disposal', id: 'list' }, act, actor: { staffId } },
    });
    const decided = [step('APPROVE', ''), step('BEGIN', 'one'), step('CONFIRM', 'two')];
    const buried = (contentGoes = true) => ({
      ...{ kind: 'records/tombstone', subject: 'RECORD/r' },
      body: { listId: 'list', contentGoes, facts: { title: 'x' } },
    });
    const gone = { kind: 'records/disposal-gone', subject: 'RECORD/r/x', body: { of: 'RECORD/r', gone: FILE_SHA256 } };
    const named = { kind: 'records/file', subject: 'other/1', body: { sha256: FILE_SHA256 } };
    const said = (text: string) => ({ kind: 'approvals/history', subject: 'c/1', body: { comment: text } });

    it.each([
      ['is excused by the decision, two people, the tombstone and its removal', [...decided, buried(), gone], []],
      ['is not, where nothing says so', [], ['file_missing']],
      ['is not by a removal alone', [gone], ['file_missing']],
      ['is not by a tombstone alone', [...decided, buried()], ['file_missing']],
      ['is not by a tombstone that nobody decided', [buried(), gone], ['file_missing']],
      [
        'is not by one person',
        [step('APPROVE', ''), step('BEGIN', 'one'), step('CONFIRM', 'one'), buried(), gone],
        ['file_missing'],
      ],
      ['is not by what was decided afterwards', [buried(), gone, ...decided], ['file_missing']],
      ['is not where the city kept its copy', [...decided, buried(false), gone], ['file_missing']],
      ['is not where another record names it since', [...decided, buried(), gone, named], ['file_missing']],
      ['is not by words that look so', [said(JSON.stringify([...decided, buried(), gone]))], ['file_missing']],
    ])('%s', async (_, last, expected) => {
      await rm(folder, { recursive: true });
      const { vkey } = await writeExport(folder, 3, { last });
      await unlink(at(`files/${FILE_SHA256}`));
      expect((await verifyOutside(folder, { keys: [vkey] })).findings.map(({ code }) => code)).toEqual(expected);
    });

    it('is not excused by an entry that was written into the export afterwards', async () => {
      await rm(folder, { recursive: true });
      const { vkey } = await writeExport(folder, 3);
      const forged = await writeExport(path.join(root, 'forged'), 3, { last: [...decided, buried(), gone] });
      await cp(path.join(root, 'forged', 'tile'), at('tile'), { recursive: true });
      await cp(path.join(root, 'forged', 'entries.jsonl'), at('entries.jsonl'));
      await unlink(at(`files/${FILE_SHA256}`));
      expect((await verifyOutside(folder, { keys: [vkey] })).findings.length).toBeGreaterThan(0);
      await cp(path.join(root, 'forged', 'checkpoint'), at('checkpoint'));
      expect((await verifyOutside(folder, { keys: [vkey] })).findings.map(({ code }) => code)).toEqual([
        'bad_signature',
      ]);
      expect(forged.vkey).not.toBe(vkey);
    });
  });

  describe('R-10: a working version that is gone', () => {
    const file = (recordId: string, fileVersion: number, sha256: string) => ({
      ...{ kind: 'records/file', subject: `${recordId}/${fileVersion}` },
      body: { recordId, fileVersion, sha256 },
    });
    const FILED = 'f'.repeat(64);
    const versions = [file('r', 1, FILE_SHA256), file('r', 2, FILED)];
    const pruning = (more: object = {}, subject = 'r/1') => ({
      ...{ kind: 'records/pruning', subject },
      body: {
        ...{ recordId: 'r', fileVersion: 1, sha256: FILE_SHA256, reason: '不要', via: 'api', rule: null },
        ...{ prunedBy: { staffId: 'one' }, ...more },
      },
    });
    const gone = { kind: 'records/pruning-gone', subject: 'r/1', body: { of: 'r/1', gone: FILE_SHA256 } };
    const byRule = { via: 'rules', rule: { article: '第9条', days: 90 } };

    it.each([
      ['is excused by its pruning and its removal', [...versions, pruning(), gone], []],
      ['is excused by a rule with its article', [...versions, pruning(byRule), gone], []],
      ['is not by a rule without one', [...versions, pruning({ via: 'rules' }), gone], [FILE_SHA256]],
      ['is not by either alone', [...versions, pruning()], [FILE_SHA256]],
      ['is not by its removal alone', [...versions, gone], [FILE_SHA256]],
      ['is not without a reason', [...versions, pruning({ reason: '' }), gone], [FILE_SHA256]],
      ['is not where it is the newest', [file('r', 1, FILE_SHA256), pruning(), gone], [FILE_SHA256]],
      [
        'is not where the newest has the same bytes',
        [file('r', 1, FILE_SHA256), file('r', 2, FILE_SHA256), pruning(), gone],
        [FILE_SHA256],
      ],
      [
        'is not where it was of another record',
        [file('other', 1, FILE_SHA256), file('r', 1, FILED), file('r', 2, FILED), pruning(), gone],
        [FILE_SHA256],
      ],
      ['is not before it was filed anew', [pruning(), gone, ...versions], [FILE_SHA256]],
      ['is not where another names it since', [...versions, pruning(), gone, file('x', 1, FILE_SHA256)], [FILE_SHA256]],
    ])('%s', async (_, last, expected) => {
      await rm(folder, { recursive: true });
      const { vkey } = await writeExport(folder, 3, { last });
      await unlink(at(`files/${FILE_SHA256}`));
      const { findings } = await verifyOutside(folder, { keys: [vkey] });
      // What was filed is no file of this export.
      const about = findings.filter(({ what }) => what !== FILED);
      expect(about).toEqual(expected.map((what) => ({ code: 'file_missing', what })));
    });
  });

  it('refuses another key, and what is no key', async () => {
    const { vkey } = await writeExport(path.join(root, 'another'), 1);
    expect(await codes({ keys: [vkey] })).toEqual(['bad_signature']);
    expect(await codes({ keys: [whole.vkey.slice(0, -4)] })).toEqual(['bad_key', 'bad_signature']);
  });

  it('says what it cannot read, in both languages', async () => {
    expect((await verifyOutside(path.join(root, 'nowhere'))).findings).toMatchObject([{ code: 'unreadable' }]);
    expect((await verifyOutside(tmpdir())).findings.map(({ code }) => code)).toEqual(['nothing']);
    for (const [ja, en] of Object.values(SENTENCES)) {
      expect([ja, en].every((sentence) => sentence.includes('{what}'))).toBe(true);
      expect(en).not.toMatch(/[぀-ヿ一-鿿]/);
    }
  });
});

describe('R-19: time stamps in an export (RFC 3161), checked without the product', () => {
  const authority = makeAuthority();
  const MOMENT = new Date('2026-11-22T03:04:05.000Z');
  async function stamped(told: Told = {}, from = authority, note = whole.note(300)) {
    await mkdir(at('timestamps'), { recursive: true });
    await writeFile(at('timestamps/300.checkpoint'), note);
    const request = stampRequest(new TextEncoder().encode(whole.note(300)));
    await writeFile(at('timestamps/300.token'), tokenOf(from.answer(request.der, { at: MOMENT, ...told })));
    await writeFile(at('ca.pem'), authority.rootPem);
  }
  const seen = async (tsaCas: readonly string[] = [at('ca.pem')]) =>
    verifyOutside(folder, { keys: [whole.vkey], tsaCas });

  it('say when the log was of which size, and what of it was checked and what was not', async () => {
    await stamped();
    const { findings, summary } = await seen();
    expect(findings).toEqual([]);
    const proven = { size: 300, at: MOMENT.toISOString(), authority: 'CN=みなと時刻認証', trusted: true };
    expect(summary.stamps).toEqual([proven]);
    const unknown = await seen([]);
    expect([unknown.findings, unknown.summary.stamps]).toEqual([[], [{ ...proven, trusted: false }]]);
    const said = (of: typeof summary) =>
      saidOfStamps(of.stamps)
        .map(([ja]) => ja)
        .join('');
    expect(said(summary)).toContain('300 件までの記録が 2026-11-22T03:04:05.000Z にあった');
    expect(said(summary)).toContain('失効（CRL、OCSP）は確かめていません');
    expect(said(unknown.summary)).toContain('--tsa-ca 認証局.pem を渡してください');
    expect(saidOfStamps([])).toEqual([]);
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['of other bytes', () => stamped({ imprint: new Uint8Array(32) }), 'stamp_other'],
    ['signed over something else', () => stamped({ forged: true }), 'stamp_signature'],
    ['of another authority', () => stamped({}, makeAuthority()), 'stamp_untrusted'],
    [
      'by a certificate for other things',
      () => stamped({}, makeAuthority({ usages: ['1.3.6.1.5.5.7.3.1'] })),
      'stamp_purpose',
    ],
    [
      'by a certificate that was over',
      () => stamped({}, makeAuthority({ to: new Date('2025-01-01') })),
      'stamp_purpose',
    ],
    ['cut off', async () => [await stamped(), await change('timestamps/300.token', 3, 1)], 'stamp_unreadable'],
    [
      'without its checkpoint',
      async () => [await stamped(), await unlink(at('timestamps/300.checkpoint'))],
      'stamp_unreadable',
    ],
    ['of another checkpoint', () => stamped({}, authority, whole.note(301)), 'stamp_other'],
  ])('tell one that is %s', async (_, prepare, code) => {
    await prepare();
    expect((await seen()).findings.map((one) => one.code)).toEqual([code]);
  });

  it('are checked in the same way by openssl, where there is one', async () => {
    await stamped();
    const openssl = (...args: string[]) => spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });
    const there = openssl('version').status === 0;
    const told = openssl(
      ...['ts', '-verify', '-data', 'timestamps/300.checkpoint', '-in', 'timestamps/300.token', '-token_in'],
      ...['-CAfile', 'ca.pem'],
    );
    expect(there ? `${told.stdout}${told.stderr}` : 'Verification: OK').toContain('Verification: OK');
    const alone = spawnSync(
      process.execPath,
      [fileURLToPath(new URL('./verify.mjs', import.meta.url)), folder, '--tsa-ca', 'ca.pem', '--lang', 'en'],
      { cwd: folder, encoding: 'utf8' },
    );
    expect([alone.status, alone.stdout]).toEqual([0, expect.stringContaining('lead to the given authorities')]);
  });
});
