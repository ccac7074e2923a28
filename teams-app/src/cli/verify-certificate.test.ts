import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { renderCertificate } from '@kaigi/core/certificate';
import { certificate, VKEY } from '../../../core/src/approvals/certificate/log.fixture.ts';
import { EXIT } from './context.ts';
import { runCli } from './kaigi.ts';

let folder: string;
const at = (name: string) => path.join(folder, name);

async function kaigi(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(
    ['verify-certificate', ...args],
    {},
    { out: (line) => out.push(line), err: (line) => err.push(line) },
  );
  return { code, text: out.join('\n'), err: err.join('\n') };
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kaigi-certificate-'));
  await writeFile(at('good.pdf'), await renderCertificate(certificate));
  const forged = { ...certificate, case: { ...certificate.case, title: '別の件名' } };
  await writeFile(at('forged.pdf'), await renderCertificate(forged));
  await writeFile(at('original.docx'), 'document');
});

afterAll(() => rm(folder, { recursive: true }));

describe('A-38: kaigi verify-certificate', () => {
  it('finds a certificate fine without a database, and says what was decided', async () => {
    const { code, text } = await kaigi(at('good.pdf'), '--key', VKEY, '--file', at('original.docx'));
    expect(code).toBe(EXIT.ok);
    expect(text).toContain('件名　令和8年度みなと花火大会の実施について');
    expect(text).toContain('改ざんは見つかりませんでした（ログの 34 件時点、9 行の履歴）');
    expect(text).not.toContain('見比べてください');
  });

  it('says that a key from inside the certificate proves less', async () => {
    expect((await kaigi(at('good.pdf'))).text).toContain(`見比べてください：${VKEY}`);
  });

  it('answers machines in one JSON', async () => {
    const { code, text } = await kaigi(at('forged.pdf'), '--json');
    expect(code).toBe(EXIT.found);
    expect(JSON.parse(text)).toMatchObject({
      command: 'verify-certificate',
      sound: false,
      findings: [{ code: 'certificate.facts_differ' }],
      certificate: { case: { title: '別の件名' } },
    });
  });

  it('is told which file, and only one', async () => {
    for (const args of [[], [at('good.pdf'), at('forged.pdf')]]) expect((await kaigi(...args)).code).toBe(EXIT.usage);
    const missing = await kaigi(at('missing.pdf'), '--lang', 'en');
    expect([missing.code, missing.err]).toEqual([EXIT.usage, `The file cannot be read: ${at('missing.pdf')}`]);
  });
});
