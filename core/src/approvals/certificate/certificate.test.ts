import { PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { newSigningKey, signerOf } from '../../ledger/ed25519.ts';
import { formatVkey, verifierOf } from '../../ledger/note.ts';
import { readPdf } from '../../records/shown/pdf.ts';
import { rows } from './certificate.fixture.ts';
import { checkCertificate } from './check.ts';
import type { Certificate } from './contract.ts';
import { certificate, logOf, VKEY } from './log.fixture.ts';
import { pagesOf } from './pages.ts';
import { RECORD_NAME, renderCertificate } from './render.ts';
import { certificateTexts, certificateWords } from './text.ts';

const { log, marks, files } = certificate;

/** Somebody changes the record and has the product draw the pages anew. */
const forged = async (change: (copy: Certificate) => void): Promise<string[]> => {
  const copy = structuredClone(certificate);
  change(copy);
  const { findings } = await checkCertificate(await renderCertificate(copy), { vkeys: [VKEY] });
  return findings.map(({ code }) => code);
};

const at = <T>(items: readonly T[], index: number): T => {
  const item = items[index];
  if (item === undefined) throw new RangeError(`nothing at ${index}`);
  return item;
};

describe('A-38: the pages of a certificate', () => {
  const pages = pagesOf(certificate);

  it('A-39: show marks as stamps of 氏名 and date, 代 beside a 代決 and a slanting line through posts that a 専決 leaves out', () => {
    expect(pages.boxes.map(({ stamp, badge, struck }) => [stamp?.name ?? null, badge, struck])).toEqual([
      ['波止場', null, false],
      ['勘定', null, false],
      ['髙﨑', '代', false],
      [null, null, true],
      [null, null, true],
      [null, null, true],
    ]);
    expect(at(pages.boxes, 2).stamp?.date).toBe('R8.11.20');
  });

  it('give times of Japan in 和暦, posts of that day, the article, and in red a date before the decision', () => {
    const deputy = at(at(pages.tables, 0).rows, 2);
    expect(deputy).toEqual([
      '決裁',
      '政策課 課長補佐',
      '髙﨑 三郎',
      '代決',
      '令和8年11月20日 10:05',
      '代決（政策課 課長に代わって）\nみなと市事務決裁規程 第12条第1項\n不在の事実：出張のため（11月20日 終日）\n紙の添付を確認',
    ]);
    expect(pages.facts.filter(({ warn }) => warn).map(({ value }) => value)).toEqual([
      '令和8年11月16日（決裁日より前。遡及の理由：会場の仮押さえを11月16日に行う必要があったため）',
    ]);
  });

  it('A-31: give in red, with its reason, also a day after the decision, and plainly the day itself', () => {
    const on = (effectiveOn: string, retroactiveReason: string | null) =>
      pagesOf({ ...certificate, case: { ...certificate.case, effectiveOn, retroactiveReason } }).facts.find(
        ({ label }) => label === '効力が生じる日',
      );
    expect(on('2027-04-01', '新年度から')).toMatchObject({
      warn: true,
      value: '令和9年4月1日（決裁日より後。理由：新年度から）',
    });
    expect(on('2026-11-20', null)).toEqual({ label: '効力が生じる日', value: '令和8年11月20日', warn: false });
  });

  it('say on which day it was issued and completed, and who registered that', () => {
    const fact = (name: string) => pages.facts.find(({ label }) => label === name)?.value;
    expect(fact('施行日')).toMatch(/^令和8年11月20日（通知（.*）　登録 政策課 主事 /);
    expect(fact('完結日・完結年度')).toMatch(/^令和8年11月21日（令和8年度）　登録 政策課 主事 /);
    const open = { ...certificate, case: { ...certificate.case, issued: null, completed: null } };
    expect(
      pagesOf(open)
        .facts.map(({ label }) => label)
        .join(),
    ).not.toMatch(/施行日|完結/);
  });

  it('name the hash of every document, of the content, and the place of every line in the log', () => {
    const text = JSON.stringify(pages);
    for (const { sha256 } of files) expect(text).toContain(sha256);
    expect(text).toContain(certificate.manifestHash);
    expect(pages.history.rows.map((row) => row[4])).toEqual(log.entries.map(({ index }) => String(index)));
  });

  it('exist in English too', () => {
    const english = pagesOf({ ...certificate, locale: 'en' });
    expect(english.title).toBe('Certificate of decision');
    expect(at(at(english.tables, 0).rows, 0)[4]).toBe('2026-11-19 09:12 JST');
  });
});

describe('A-38: the PDF', () => {
  let pdf: Buffer;
  beforeAll(async () => {
    pdf = await renderCertificate(certificate);
  });

  it('is the same bytes for the same record', async () => {
    expect((await renderCertificate(certificate)).equals(pdf)).toBe(true);
  });

  it('is PDF/A-3 with one embedded typeface, small, and carries its record', async () => {
    expect(pdf.toString('latin1')).toMatch(/pdfaid:part>3</);
    expect(pdf.length).toBeLessThan(400_000);
    const document = await PDFDocument.load(pdf);
    expect(document.getAttachments().map(({ name, mimeType }) => [name, mimeType])).toEqual([
      [RECORD_NAME, 'application/json'],
    ]);
  });

  it('is fine, with the key that the city gave and with the one inside', async () => {
    for (const options of [{}, { vkeys: [VKEY] }]) {
      const check = await checkCertificate(pdf, options);
      expect(check.findings).toEqual([]);
      expect(check.certificate).toEqual(certificate);
      expect(check.tree?.size).toBe(34);
    }
  });

  it('is told from another document by a file beside it', async () => {
    const { findings } = await checkCertificate(pdf, {
      files: [
        { name: 'the-document.docx', bytes: Buffer.from('document') },
        { name: 'another.docx', bytes: Buffer.from('another') },
      ],
    });
    expect(findings.map(({ code, params }) => [code, params.file])).toEqual([
      ['certificate.file_differs', 'another.docx'],
    ]);
  });

  it('is found out when somebody paints over a page or takes the record away', async () => {
    const painted = await PDFDocument.load(pdf, { updateMetadata: false });
    painted.getPage(0).drawRectangle({ x: 60, y: 700, width: 300, height: 20 });
    const { findings } = await checkCertificate(await painted.save());
    expect(findings.map(({ code }) => code)).toEqual(['certificate.pages_differ']);

    const bare = await PDFDocument.load(pdf);
    bare.detach(RECORD_NAME);
    expect((await checkCertificate(await bare.save())).findings).toMatchObject([{ code: 'certificate.no_record' }]);
    expect((await checkCertificate(Buffer.from('PK\u0003\u0004'))).findings).toMatchObject([
      { code: 'certificate.unreadable' },
    ]);
  });
});

describe('A-38: a record that was altered and drawn anew', () => {
  it.each<[string, (copy: Certificate) => void, string]>([
    ['another title', (copy) => Object.assign(copy.case, { title: '別の件名' }), 'facts_differ'],
    ['another number', (copy) => Object.assign(copy.case, { documentNumber: null }), 'facts_differ'],
    ['another hour', (copy) => Object.assign(copy.case, { decidedAt: '2026-11-20T01:04:00.000Z' }), 'facts_differ'],
    ['another article', (copy) => Object.assign(copy.case.basis ?? {}, { article: '第1条' }), 'facts_differ'],
    ['no 遡及', (copy) => Object.assign(copy.case, { effectiveOn: null }), 'facts_differ'],
    ['another 施行日', (copy) => Object.assign(copy.case.issued ?? {}, { on: '2026-11-19' }), 'facts_differ'],
    ['no 完結', (copy) => Object.assign(copy.case, { completed: null }), 'facts_differ'],
    ['another person', (copy) => Object.assign(at(copy.marks, 0).actedBy, { name: '別人' }), 'facts_differ'],
    ['a 代決 as one’s own', (copy) => Object.assign(at(copy.marks, 2).basis, { kind: 'OWN' }), 'facts_differ'],
    ['another opinion', (copy) => Object.assign(at(copy.marks, 1), { comment: '異議なし' }), 'facts_differ'],
    ['a mark less', (copy) => copy.marks.shift(), 'facts_differ'],
    ['a post that was not passed over', (copy) => copy.passedOver.pop(), 'facts_differ'],
    ['後閲 left out', (copy) => copy.postReviews.pop(), 'facts_differ'],
    ['another document', (copy) => Object.assign(at(copy.files, 0), { sha256: '0'.repeat(64) }), 'facts_differ'],
    ['paper left out', (copy) => copy.papers.pop(), 'facts_differ'],
    ['another hash', (copy) => Object.assign(copy, { manifestHash: '0'.repeat(64) }), 'content_differs'],
    ['another manifest', (copy) => Object.assign(copy, { manifest: {} }), 'content_differs'],
    [
      'another line of history',
      (copy) =>
        Object.assign(at(copy.log.entries, 3), { entry: at(copy.log.entries, 3).entry.replace('花子', '太郎') }),
      'not_included',
    ],
    [
      'another change in a line',
      (copy) =>
        Object.assign(at(copy.log.entries, 3), { change: at(copy.log.entries, 3).change.replace('花子', '太郎') }),
      'not_included',
    ],
    ['a line left out', (copy) => copy.log.entries.splice(1, 1), 'wrong_line'],
    ['the last line left out', (copy) => copy.log.entries.pop(), 'facts_differ'],
    ['no line', (copy) => copy.log.entries.splice(0), 'wrong_line'],
    ['lines in another order', (copy) => copy.log.entries.reverse(), 'wrong_line'],
    ['another place in the log', (copy) => Object.assign(at(copy.log.entries, 0), { index: 8 }), 'not_included'],
    [
      'another tree',
      (copy) => Object.assign(copy.log, { checkpoint: copy.log.checkpoint.replace('\n34\n', '\n35\n') }),
      'unsigned',
    ],
    ['another municipality', (copy) => Object.assign(copy.municipality, { id: 'other' }), 'foreign_log'],
  ])('with %s is found out', async (_what, change, code) => {
    expect(await forged(change)).toContain(`certificate.${code}`);
  });

  it('says which fields differ, and not what stands in them', async () => {
    const copy = structuredClone(certificate);
    Object.assign(copy.case, { title: '別の件名' });
    const { findings } = await checkCertificate(await renderCertificate(copy), { vkeys: [VKEY] });
    expect(findings).toEqual([{ code: 'certificate.facts_differ', params: { fields: 'case.title' } }]);
  });

  it('is not believed for a key of its own when the city’s key is given', async () => {
    const check = await checkCertificate(await renderCertificate(certificate), {
      vkeys: [VKEY.replace('kaigi.example', 'other.example')],
    });
    expect(check.findings).toMatchObject([{ code: 'certificate.bad_key' }]);
  });

  it('is not believed when another key signed it', async () => {
    const other = formatVkey(verifierOf(log.origin, signerOf(newSigningKey()).publicKey));
    const check = await checkCertificate(await renderCertificate(certificate), { vkeys: [other] });
    expect(check.findings).toMatchObject([{ code: 'certificate.unsigned' }]);
  });

  it('is no certificate of a case that was not decided yet', async () => {
    const pdf = await renderCertificate({ ...certificate, log: logOf(rows.slice(0, 5)) });
    expect((await checkCertificate(pdf, { vkeys: [VKEY] })).findings).toMatchObject([
      { code: 'certificate.not_decided' },
    ]);
  });
});

describe('a long case', () => {
  const linesOf = async (pdf: Buffer) => (await readPdf(pdf)).pages;

  it('goes on over the pages without losing a line', async () => {
    const many = Array.from({ length: 40 }, (_, index) => ({
      ...at(marks, 0),
      stage: index + 1,
      comment: `${index + 1}人目の意見です。`.repeat(12),
    }));
    const pages = await linesOf(await renderCertificate({ ...certificate, marks: [...many, at(marks, 2)] }));
    const text = pages.flat().join('').replaceAll(' ', '');
    for (const { comment } of many) expect(text).toContain(comment.slice(0, 8));
  });

  it('cuts what is longer than a page, and shows all of it', async () => {
    const proposalText = Array.from({ length: 400 }, (_, index) => `第${index}項は長い。`).join('');
    const comment = Array.from({ length: 125 }, (_, index) => `意見${index}番。`).join('');
    const opinions = [{ ...at(marks, 0), comment }, ...marks.slice(1)];
    const copy = { ...certificate, marks: opinions, case: { ...certificate.case, proposalText } };
    const pages = await linesOf(await renderCertificate(copy));
    const text = pages.flat().join('').replaceAll(' ', '');
    for (const index of [0, 150, 399]) expect(text).toContain(`第${index}項は`);
    expect(text.match(/第\d+項は長い/g)?.length).toBeGreaterThan(330);
    for (const page of pages) expect(page.at(-1)).toMatch(/ページ$/);
  });
});

it.each(Object.entries({ ...certificateWords, ...certificateTexts }))(
  '%s is said in Japanese and in English, with the same parameters',
  (code, { ja, en }) => {
    const parameters = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([name]) => name).sort();
    expect(parameters(en)).toEqual(parameters(ja));
    // What stands on a stamp is Japanese in either language; 専決 and 代決 have no English word.
    if (!code.startsWith('stamp.')) expect(en.replace(/（.*）|\(.*\)|[〓　]/gu, '')).not.toMatch(/[ぁ-ん一-鿿]/u);
  },
);
