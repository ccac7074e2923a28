import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { docx } from '../docx.fixture.ts';
import { xlsx } from '../reading/kinds.fixture.ts';
import { type Bench, recordsBench } from '../records.fixture.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await recordsBench();
});
afterAll(() => bench.close());

const drafter = () => bench.as('drafter@minato.example');
const file = (fileName: string, bytes: Buffer) =>
  bench.records.file(
    drafter(),
    { kind: 'REFERENCE', title: '参考', classificationCode: 'B-01-02' },
    { fileName, bytes },
  );

describe('R-22: a document is read on its page', () => {
  it('a Word document with its paragraphs', async () => {
    const { id } = await file('使用料.docx', docx(['使用料の改定', '一時間 300円とする。']));
    const part = await bench.records.reading(drafter(), id);
    expect(part).toMatchObject({ kind: 'WORD', title: '参考', fileName: '使用料.docx' });
    expect(part.html).toContain('一時間 300円とする。');
    expect(part).not.toHaveProperty('paragraphs');
  });

  it('of a workbook the words, and it says that there are no others; nothing in it is taken for HTML', async () => {
    const { id } = await file(
      '使用料.xlsx',
      xlsx('<row r="1"><c r="A1" t="inlineStr"><is><t>会議室 &lt;b&gt;</t></is></c></row>'),
    );
    const part = await bench.records.reading(drafter(), id);
    expect(part).toMatchObject({ kind: 'OTHER', notes: ['TEXT_ONLY'] });
    expect(part.html).toContain('会議室 &lt;b&gt;');
  });

  it('a mail as a page without anything that would be loaded', async () => {
    const mail = [
      'From: a@pref.example',
      'To: b@minato.example',
      'Subject: shokai',
      '',
      'See <http://x.example/y.png>.',
    ];
    const { id } = await file('照会.eml', Buffer.from(mail.join('\r\n')));
    const { html } = await bench.records.reading(drafter(), id);
    expect(html).toContain('a@pref.example');
    expect(html).not.toMatch(/<style|<head|href=|src=/);
  });

  it('not by a stranger, to whom it does not exist', async () => {
    const { id } = await file('秘.docx', docx(['秘']));
    for (const stranger of ['finance-drafter@minato.example', 'drafter@yamato.example'])
      await expect(bench.records.reading(bench.as(stranger), id)).rejects.toMatchObject({ code: 'records.not_found' });
  });
});
