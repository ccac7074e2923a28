import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { docx } from '../docx.fixture.ts';
import { type Bench, recordsBench } from '../records.fixture.ts';
import type { CapturedThread, CaptureInput } from './contract.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await recordsBench();
});
afterAll(() => bench.close());

const drafter = (key?: string) => bench.as('drafter@minato.example', key);
const by = { name: '山田 花子', entraObjectId: null };
const message = (id: string, text: string, more: object = {}) => ({
  ...{ id, at: '2026-11-20T01:02:03.000Z', editedAt: null, by, text, replyTo: null, links: [] },
  ...more,
});
const thread: CaptureInput = {
  kind: 'REFERENCE',
  title: '庁舎の改修についてのやりとり',
  classificationCode: 'B-01-02',
  source: { from: 'TEAMS_CHANNEL', topic: '政策課 > 庁舎', link: 'https://teams.microsoft.com/l/message/1' },
  participants: [by],
  messages: [message('1', '図面は <b>届きました</b> か'), message('2', 'はい', { replyTo: '1' })],
};
const word = { messageId: '2', name: '図面の説明.docx', bytes: docx(['改修の図面']) };

describe('R-27: messages of Teams are one record with their context', () => {
  it('frozen, with who said what and the files as they came', async () => {
    const record = await bench.records.capture(drafter(), thread, [word]);
    expect(record).toMatchObject({ kind: 'REFERENCE', state: 'FROZEN', file: { mediaType: 'application/json' } });
    const { bytes } = await bench.records.content(drafter(), record.id);
    const filed = JSON.parse(Buffer.from(bytes).toString()) as CapturedThread;
    expect(filed).toMatchObject({ source: thread.source, participants: [by], messages: thread.messages });
    const [file] = filed.files;
    expect(file && 'base64' in file && Buffer.from(file.base64, 'base64').equals(word.bytes)).toBe(true);
  });

  it('a file that may not be filed is named with its hash and the reason, without its bytes', async () => {
    const program = { messageId: '1', name: 'run.exe', bytes: Buffer.from('MZ\x90\0\x03', 'latin1') };
    const record = await bench.records.capture(drafter(), { ...thread, title: 'プログラム' }, [program]);
    const { bytes } = await bench.records.content(drafter(), record.id);
    const { files } = JSON.parse(Buffer.from(bytes).toString()) as CapturedThread;
    expect(files).toMatchObject([{ messageId: '1', size: 5, notKept: 'records.not_a_docx' }]);
    expect(files[0]).not.toHaveProperty('base64');
  });

  it('a page to read shows them, runs nothing and leads nowhere', async () => {
    const { id } = await bench.records.capture(drafter(), thread, [word]);
    const page = await bench.records.page(drafter(), id);
    const html = Buffer.from(page.bytes).toString();
    expect(page.mediaType).toMatch(/^text\/html/);
    expect(html).toContain('図面は &#60;b&#62;届きました');
    expect(html).toContain('令和8年11月20日');
    expect(html).toContain('図面の説明.docx');
    expect(html).not.toMatch(/<script|href=|src=/);
  });

  it('pressed twice they are one record, and a stranger sees neither it nor its page', async () => {
    const twice = await Promise.all([1, 2].map(() => bench.records.capture(drafter('capture-1'), thread)));
    expect(new Set(twice.map(({ id }) => id)).size).toBe(1);
    const id = twice[0]?.id ?? '';
    const other = bench.records.capture(drafter('capture-1'), { ...thread, level: 'C3C' });
    await expect(other).rejects.toMatchObject({ code: 'platform.idempotency_key_reused' });
    for (const stranger of ['finance-drafter@minato.example', 'drafter@yamato.example'])
      await expect(bench.records.page(bench.as(stranger), id)).rejects.toMatchObject({
        code: 'records.not_found',
      });
  });

  it('more files than one record holds are refused, and of a Word document there is no such page', async () => {
    const many = Array.from({ length: 51 }, () => word);
    await expect(bench.records.capture(drafter(), thread, many)).rejects.toMatchObject({
      code: 'records.capture_too_large',
    });
    const { id } = await bench.records.file(
      drafter(),
      { kind: 'REFERENCE', title: '参考', classificationCode: 'B-01-02' },
      { fileName: 'a.docx', bytes: docx(['題']) },
    );
    await expect(bench.records.page(drafter(), id)).rejects.toMatchObject({ code: 'records.no_rendition' });
  });
});

const MAIL = [
  'From: =?ISO-2022-JP?B?GyRCOzNFRBsoQg==?= <yamada@pref.example>',
  'To: seisaku@minato.example',
  'Date: Fri, 20 Nov 2026 10:00:00 +0900',
  'Message-ID: <1@pref.example>',
  `Subject: =?UTF-8?B?${Buffer.from('庁舎改修の照会').toString('base64')}?=`,
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="b"',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('回答をお願いします。<script>').toString('base64'),
  '--b',
  'Content-Type: application/octet-stream',
  `Content-Disposition: attachment; filename*=UTF-8''${encodeURIComponent('様式.xlsx')}`,
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('x').toString('base64'),
  '--b--',
  '',
].join('\r\n');

describe('R-27: a mail is filed as it came, with its header and what is attached', () => {
  it('frozen even as 参考, and shown as a page', async () => {
    const input = { kind: 'REFERENCE', title: '照会', classificationCode: 'B-01-02' } as const;
    const uploaded = { fileName: '照会.txt', bytes: Buffer.from(MAIL) };
    const record = await bench.records.file(drafter(), input, uploaded);
    expect(record).toMatchObject({ state: 'FROZEN', file: { mediaType: 'message/rfc822', fileName: '照会.txt.eml' } });
    const html = Buffer.from((await bench.records.page(drafter(), record.id)).bytes).toString();
    for (const shown of ['山田 ', '庁舎改修の照会', '回答をお願いします。&#60;script', '様式.xlsx'])
      expect(html).toContain(shown);
  });
});
