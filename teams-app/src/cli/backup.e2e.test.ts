import { copyFile, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from '@kaigi/core/shared';
import { docx } from '../../../core/src/records/docx.fixture.ts';
import { toConfig } from '../config/config.ts';
import { toSecrets } from '../config/secrets.ts';
import { type OpenSuite, openSuite } from '../open-suite.ts';
import { EXIT } from './context.ts';
import { runCli } from './kaigi.ts';

// O-11: the whole drill on a real data folder: its own PostgreSQL, documents, keys and anchors.
const WHO = '6d696e61-746f-4000-8000-0000000000aa';
const HEADER =
  '所属コード,所属名,所属種別,上位所属コード,職コード,職名,職位,所属長,職員(サインイン名),兼務,役割,開始日,終了日';
const POST =
  'somu,総務課,SECTION,,so-head,課長,SECTION_HEAD,1,chief@minato.example,0,CHIEF_RECORDS_MANAGER,2020-04-01,';

let root: string;
let home: string;
let municipality: string;

const at = (name: string) => path.join(root, name);
const anchorOf = () => path.join(home, 'ledger', 'anchors', municipality, 'checkpoint');
const env = () => ({ KAIGI_HOME: home });

async function kaigi(...args: string[]) {
  const lines: string[] = [];
  const output = { out: (line: string) => lines.push(line), err: (line: string) => lines.push(line) };
  const code = await runCli(args, env(), output);
  return { code, text: lines.join('\n') };
}

/** A city hall at work on the data folder. */
async function working<T>(work: (open: OpenSuite, caller: Caller) => Promise<T>): Promise<T> {
  const config = toConfig(env());
  if (!config.ok) throw new TypeError('a configuration');
  const open = await openSuite(config.config, toSecrets(env()), { report: { failed: () => undefined } });
  const caller = { entraObjectId: WHO, via: 'api', locale: 'ja', idempotencyKey: null } as const;
  try {
    municipality = config.config.municipalities[0]?.id ?? '';
    return await work(open, { ...caller, municipalityId: municipality });
  } finally {
    await open.close();
  }
}

const filing = (title: string) =>
  working(async ({ suite, db }, caller) => {
    await suite.startJobs({ byTheClock: false });
    const input = { kind: 'FINAL_DOCUMENT', title, classificationCode: 'A-04-01' } as const;
    const { id } = await suite.records.file(caller, input, { fileName: `${title}.docx`, bytes: docx([title]) });
    for (let waiting = true; waiting; ) {
      const { rows } = await db.owner.query('select from kaigi.ledger_pending limit 1');
      waiting = rows.length > 0;
      if (waiting) await new Promise((done) => setTimeout(done, 50));
    }
    return id;
  });
const reading = (id: string) => working(({ suite }, caller) => suite.records.content(caller, id));

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'kaigi-drill-'));
  home = at('home');
  await working(async ({ suite }) => {
    const person = { entraObjectId: WHO, signInName: 'chief@minato.example', name: '総務 課長' };
    const more = { department: null, jobTitle: null, managerObjectId: null, enabled: true };
    await suite.directory.importPeople(municipality, [{ ...person, ...more }]);
    await suite.directory.importPosts(municipality, Buffer.from([HEADER, POST].join('\r\n')));
  });
}, 120_000);
afterAll(() => rm(root, { recursive: true, force: true, maxRetries: 5 }));

describe('O-11: a drill of losing everything', () => {
  let before: string;
  let after: string;

  it('takes a backup while people work, keeps an anchor elsewhere, and gets all of it back, verified', async () => {
    before = await filing('控えの前の文書');
    // Somebody files while the backup is taken.
    const [backup] = await Promise.all([kaigi('backup', '--out', at('backup')), filing('控えの間の文書')]);
    expect([backup.code, backup.text]).toEqual([EXIT.ok, expect.stringContaining('署名の鍵も入っています')]);
    expect((await readdir(at('backup'))).sort()).toEqual(['blobs', 'kaigi-backup.json', 'ledger', 'postgres']);
    expect(await readdir(path.join(at('backup'), 'ledger'))).not.toContain('anchors');
    await rename(home, at('lost'));
    await mkdir(home);
    expect((await kaigi('verify')).code).not.toBe(EXIT.ok);
    expect((await kaigi('restore', '--from', at('backup'))).text).toContain('外に置いたチェックポイント');
    const { code, text } = await kaigi('verify', '--json');
    const [checked] = (JSON.parse(text) as { municipalities: { findings: { code: string }[] }[] }).municipalities;
    // The anchor is gone with the data folder, and that is said; nothing else is.
    expect([code, checked?.findings.map((finding) => finding.code)]).toEqual([EXIT.found, ['ledger.anchor_missing']]);
    expect((await reading(before)).fileName).toBe('控えの前の文書.docx');
    // One record alone, out of what was restored, checked without any database.
    expect(await kaigi('export', '--only', before, '--out', at('one.zip'))).toMatchObject({ code: EXIT.ok });
    const alone = await kaigi('verify', '--export', at('one.zip'));
    expect([alone.code, alone.text]).toEqual([EXIT.ok, expect.stringContaining('改ざんは見つかりませんでした')]);
  }, 180_000);

  it('says what is missing when an anchor kept outside is newer than the backup: what was lost is known', async () => {
    after = await filing('控えの後の文書');
    await copyFile(anchorOf(), at('anchor'));
    const checked = () => kaigi('verify', '--municipality', municipality, '--checkpoint', at('anchor'));
    expect(await checked()).toEqual({ code: EXIT.ok, text: expect.stringContaining('改ざんは見つかりませんでした') });
    // Without a name it is held against its own log alone; against another's it is refused, and not called forged.
    const both = await kaigi('verify', '--checkpoint', at('anchor'));
    expect(both).toEqual({ code: EXIT.ok, text: expect.stringContaining('みなと市のログのものです') });
    const other = await kaigi('verify', '--municipality', 'やまと町', '--checkpoint', at('anchor'));
    expect(other).toEqual({ code: EXIT.usage, text: expect.stringContaining('みなと市のログのものです') });
    await rename(home, at('lost-again'));
    await mkdir(home);
    await kaigi('restore', '--from', at('backup'));
    const { code, text } = await checked();
    expect([code, text]).toEqual([EXIT.found, expect.stringContaining('末尾が消されています')]);
    await expect(reading(after)).rejects.toMatchObject({ code: 'records.not_found' });
  }, 180_000);

  it('never writes over a database that is there, nor takes half a backup for one', async () => {
    expect(await kaigi('restore', '--from', at('backup'))).toMatchObject({ code: EXIT.usage });
    await mkdir(at('half'));
    expect((await kaigi('restore', '--from', at('half'))).text).toContain('最後まで取れた控えがありません');
    expect((await kaigi('backup', '--out', at('backup'))).text).toContain('空ではありません');
  });
});
