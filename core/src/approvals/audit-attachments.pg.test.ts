import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strToU8 } from 'fflate';
import { sha256Hex } from '../platform/index.ts';
import { aDocument, MINATO, type TestCity, testCity } from '../testing/test-city.ts';
import { quiet, until } from '../testing/until.ts';
import type { CaseView } from './contract.ts';

let city: TestCity;
let draft: CaseView;
const FIRST = strToU8('見積額は五十万円とする。');
const SECOND = strToU8('見積額は六十万円とする。');
const OTHER = strToU8('議事の要旨');

const attach = async (fileName: string, bytes: Uint8Array, replaces: string | null = null) => {
  const { id: caseId, version } = draft;
  const file = { fileName, bytes };
  draft = await city.suite.approvals.attach(city.as('drafter'), { caseId, version, replaces, file });
};

beforeAll(async () => {
  city = await testCity();
  await city.suite.startJobs();
  const classificationCode =
    (await city.suite.regulations.classifications(city.as('drafter'), '')).items[0]?.code ?? '';
  const input = { title: '添付のある案件', proposalText: '伺います。', classificationCode };
  draft = await city.suite.approvals.draft(city.as('drafter'), input, aDocument());
  await attach('見積書.txt', FIRST);
  await attach('見積書.txt', SECOND, draft.attachments[0]?.id ?? '');
  await attach('議事メモ.txt', OTHER);
  const removing = { act: 'removeAttachment', version: draft.version, attachmentId: draft.attachments[1]?.id ?? '' };
  draft = await city.suite.approvals.act(city.as('drafter'), draft.id, removing as never);
  await quiet(city.test);
  await until(async () => {
    const { rows } = await city.test.owner.query('select count(*)::int as n from kaigi.ledger_pending');
    return rows[0].n === 0;
  });
});
afterAll(() => city.close());

const fileOf = (bytes: Uint8Array): string => {
  const sha256 = sha256Hex(bytes);
  return path.join(city.home, 'blobs', sha256.slice(0, 2), sha256);
};

/** What verifying finds while the stored file is so. */
async function whileStored(bytes: Uint8Array, harm: (file: string) => Promise<void>) {
  const file = fileOf(bytes);
  const kept = await readFile(file);
  await harm(file);
  try {
    const found: { code: string; subject: string; sentence: { ja: string; en: string } }[] = [];
    for await (const one of city.suite.verify(MINATO)) found.push(one);
    return found;
  } finally {
    await writeFile(file, kept);
  }
}

/** Changes one byte and leaves the length. */
const oneByte = async (file: string) => {
  const bytes = await readFile(file);
  bytes[3] = (bytes[3] ?? 0) ^ 1;
  await writeFile(file, bytes);
};
const nothing = async () => undefined;

describe('A-28: verifying the attachments', () => {
  it('A-28: finds nothing where nothing was touched', async () => {
    expect(await whileStored(FIRST, nothing)).toEqual([]);
  });

  it.each([
    ['the present version', SECOND, '添付「見積書.txt」第2版'],
    ['a version that was replaced', FIRST, '添付「見積書.txt」第1版'],
    ['one that was taken out again', OTHER, '添付「議事メモ.txt」第1版'],
  ] as const)('A-28: names %s when one byte of it was changed, and when it is lost', async (_, bytes, name) => {
    const altered = await whileStored(bytes, oneByte);
    expect(altered.map(({ code }) => code)).toEqual(['approvals.attachment_altered']);
    expect(altered[0]?.sentence.ja).toContain(`案件 ${draft.id} の${name}：`);
    expect(altered[0]?.sentence.en).toContain('altered');
    const lost = await whileStored(bytes, (file) => rm(file));
    expect(lost.map(({ code }) => code)).toEqual(['approvals.attachment_missing']);
    expect(lost[0]?.sentence.ja).toContain(name);
  });

  it('A-28: also finds a hash in the history that was made to fit other bytes', async () => {
    const client = await city.test.owner.connect();
    const forged = strToU8('見積額は一億円とする。');
    const { suite } = city;
    const change = (to: string, from: string) =>
      client.query(
        `update kaigi.approvals_history set detail = replace(detail::text, $1, $2)::jsonb where act = 'ATTACHED'`,
        [from, to],
      );
    await client.query("set session_replication_role = 'replica'");
    await change(sha256Hex(forged), sha256Hex(FIRST));
    const codes: string[] = [];
    for await (const { code } of suite.verify(MINATO)) codes.push(code);
    await change(sha256Hex(FIRST), sha256Hex(forged));
    client.release(true);
    expect(codes).toContain('ledger.row_changed');
    expect(codes).toContain('approvals.attachment_missing');
  });
});
