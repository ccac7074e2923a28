import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '../../../core/src/approvals/contract.ts';
import {
  CHIEF,
  destructionDecided,
  findings,
  hall,
  listed,
  OFFICER,
  sql,
  step,
  withDisposals,
} from '../../../core/src/records/disposal/disposal.fixture.ts';
import { aDocument, MINATO, YAMATO } from '../../../core/src/testing/test-city.ts';
import { EXIT } from './context.ts';
import { runCli } from './kaigi.ts';

withDisposals();

const SAID = ['水琴窟の修繕', '苔庭への異論'];
let root: string;
let gone: CaseView;
const at = (name: string) => path.join(root, name);
const exported = () => path.join(at('export'), MINATO);

async function kaigi(...args: string[]) {
  const lines: string[] = [];
  const output = { out: (line: string) => lines.push(line), err: (line: string) => lines.push(line) };
  const env = {
    ...{ KAIGI_HOME: hall.city.home, DATABASE_URL: hall.city.test.url, KAIGI_PUBLIC_URL: 'https://kaigi.example' },
    ...{ KAIGI_CLIENT_ID: '6d696e61-746f-4000-8000-0000000000ab', KAIGI_CLIENT_SECRET: 'not used' },
    KAIGI_TENANTS: `${MINATO}=みなと市,${YAMATO}=やまと町`,
  };
  const code = await runCli(args, env, output);
  return { code, text: lines.join('\n') };
}
/** As an auditor checks it: one file and Node.js, in a folder by itself. */
function outside(folder: string) {
  const run = spawnSync(process.execPath, [path.join(exported(), 'verify.mjs'), folder, '--json'], {
    ...{ encoding: 'utf8', cwd: root, env: {} },
  });
  const answer = JSON.parse(run.stdout) as { findings: { code: string }[] };
  return { code: run.status, found: answer.findings.map(({ code }) => code) };
}

async function decidedCase(): Promise<CaseView> {
  const { approvals } = hall.city.suite;
  const drafter = hall.city.as('drafter');
  const input = { title: '庭園の修繕', proposalText: SAID[0] ?? '', classificationCode: 'A-04-02' };
  let view = await approvals.draft(drafter, input, aDocument('庭園の修繕について'));
  const file = { ...aDocument('図面'), fileName: '図面.docx' };
  view = await approvals.attach(drafter, { caseId: view.id, version: view.version, replaces: null, file });
  view = await approvals.submit(drafter, view.id, view.version);
  const approve = { act: 'approve', version: view.version, comment: SAID[1] ?? '' } as const;
  view = await approvals.act(hall.city.as('subsection-head'), view.id, approve);
  return approvals.act(hall.city.as('section-head'), view.id, { act: 'approve', version: view.version });
}

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'kaigi-disposed-case-'));
  gone = await decidedCase();
  await hall.run('');
  await sql(
    `update kaigi.records_keeping set ends_on = '2020-03-31', starts_on = '2019-04-01', version = 1 where record_id = $1`,
    [gone.document.recordId],
  );
  const list = await listed();
  await destructionDecided(list);
  await step(OFFICER, list.id, 'BEGIN');
  await step(CHIEF, list.id, 'CONFIRM');
  await hall.run('');
  await cp(path.join(hall.city.home, 'anchors'), path.join(hall.city.home, 'ledger/anchors'), { recursive: true });
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** The text of all files in a folder. */
async function everything(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile());
  const texts = await Promise.all(files.map(({ parentPath, name }) => readFile(path.join(parentPath, name), 'utf8')));
  return texts.join('\n');
}

describe('R-15, R-19: a case that was disposed of to the end', () => {
  it('is exported without its words and its files, and found whole by kaigi verify and by verify.mjs', async () => {
    const [row] = await sql('select state::text, content::text from kaigi.approvals_case where case_id = $1', [
      gone.id,
    ]);
    for (const word of SAID) expect(JSON.stringify(row)).not.toContain(word);
    expect(await findings()).toEqual([]);
    const made = await kaigi('export', '--municipality', MINATO, '--out', at('export'));
    expect(made).toMatchObject({ code: EXIT.ok });
    const all = await everything(exported());
    for (const word of SAID) expect(all).not.toContain(word);
    expect(all).toContain(gone.id);
    const files = await readdir(path.join(exported(), 'files'));
    const theirs = [gone.document.file.sha256, ...gone.attachments.map(({ file }) => file.sha256)];
    expect(files.length).toBeGreaterThan(0);
    for (const sha256 of theirs) {
      expect(all).toContain(sha256);
      expect(files).not.toContain(sha256);
    }
    expect(await kaigi('verify', '--municipality', MINATO)).toMatchObject({ code: EXIT.ok });
    expect(await kaigi('verify', '--export', exported())).toMatchObject({ code: EXIT.ok });
    expect(outside(exported())).toEqual({ code: 0, found: [] });
  });

  it.each([
    ['who did it', `update kaigi.approvals_history set actor = actor || '{"name":"別の人"}'`],
    ['the hash of what was said', `update kaigi.approvals_history set change_sha256 = repeat('0', 64)`],
    ['a word that is put back', `update kaigi.approvals_history set comment = '別の意見'`],
  ])('is found altered in %s', async (_, change) => {
    const client = await hall.city.test.owner.connect();
    const line = `where case_id = '${gone.id}' and act = 'APPROVED'`;
    const before = await sql(`select actor, change_sha256, comment from kaigi.approvals_history ${line}`);
    try {
      await client.query(`set session_replication_role = 'replica'`);
      await client.query(`${change} ${line}`);
      const { code, text } = await kaigi('verify', '--municipality', MINATO);
      expect([code, text]).toEqual([EXIT.found, expect.stringContaining(`案件 ${gone.id} の履歴`)]);
    } finally {
      const { actor, change_sha256, comment } = before[0];
      const back = `update kaigi.approvals_history set actor = $1, change_sha256 = $2, comment = $3 ${line}`;
      await client.query(back, [JSON.stringify(actor), change_sha256, comment]);
      client.release(true);
    }
    expect((await kaigi('verify', '--municipality', MINATO)).code).toBe(EXIT.ok);
  });

  it('is found altered in its export too: a line, and a file that is taken away though nothing of it was disposed of', async () => {
    const altered = at('altered');
    await cp(exported(), altered, { recursive: true });
    const bundle = (await readdir(path.join(altered, 'tile/entries'), { recursive: true })).find((name) =>
      /^\d+(?:\.p\/\d+)?$/.test(name.replaceAll(path.sep, '/')),
    );
    const file = path.join(altered, 'tile/entries', bundle ?? '');
    const bytes = await readFile(file);
    const place = bytes.indexOf(Buffer.from(gone.id));
    bytes.writeUInt8(bytes.readUInt8(place) === 0x30 ? 0x31 : 0x30, place);
    await writeFile(file, bytes);
    expect(outside(altered)).toMatchObject({ code: 1, found: expect.arrayContaining(['wrong_root']) });
    const lacking = at('lacking');
    await cp(exported(), lacking, { recursive: true });
    const [kept = ''] = await readdir(path.join(lacking, 'files'));
    await rm(path.join(lacking, 'files', kept));
    expect(outside(lacking)).toEqual({ code: 1, found: ['file_missing'] });
    expect(outside(exported())).toEqual({ code: 0, found: [] });
  });
});
