import { describe, expect, it } from '@jest/globals';
import { emptyForm, fileNameFor, problemsOf, searchClassifications, suggestTitle } from './filing-form.ts';
import { parseForm } from './form-store.ts';

const LOOK = { recordId: null, titleProperty: '', firstParagraph: '', fileName: null, isEmpty: false };

describe('the suggested title', () => {
  it("is the document's title, else its first words, else its file's name", () => {
    expect(suggestTitle({ ...LOOK, titleProperty: '題', firstParagraph: '一行目', fileName: '名前.docx' })).toBe('題');
    expect(suggestTitle({ ...LOOK, firstParagraph: '一行目\v続き', fileName: '名前.docx' })).toBe('一行目 続き');
    expect(suggestTitle({ ...LOOK, fileName: '名前.DOCX' })).toBe('名前');
    expect(suggestTitle(LOOK)).toBe('');
  });

  it('is never longer than the service takes', () => {
    expect(suggestTitle({ ...LOOK, firstParagraph: '長'.repeat(500) })).toHaveLength(200);
  });
});

describe('what is asked before filing', () => {
  it('names what is missing or too long, for the kind at hand only', () => {
    const form = { ...emptyForm(LOOK), title: '  ' };
    expect(problemsOf(form)).toEqual(['details.titleMissing']);
    expect(problemsOf({ ...form, title: '題'.repeat(201), proposalText: '伺'.repeat(4001) })).toEqual([
      'details.titleLong',
      'details.proposalLong',
    ]);
    expect(
      problemsOf({
        ...form,
        kind: 'RECEIPT',
        title: '題',
        proposalText: '伺'.repeat(4001),
        counterparty: '県'.repeat(201),
      }),
    ).toEqual(['details.counterpartyLong']);
  });
});

describe('finding a classification', () => {
  const make = (code: string, path: string, suggested = false) => ({
    code,
    path,
    name: path,
    retentionYears: 5,
    article: 'x',
    suggested,
  });
  const all = [make('A-1', '総務 / 会議'), make('B-2', '企画 / 研修', true), make('C-3', '財政 / 予算')];

  it('puts suggested ones first', () => {
    expect(searchClassifications(all, '').map(({ code }) => code)).toEqual(['B-2', 'A-1', 'C-3']);
  });

  it('finds every word, in full-width or half-width letters', () => {
    expect(searchClassifications(all, '　財政　予算 ').map(({ code }) => code)).toEqual(['C-3']);
    expect(searchClassifications(all, 'ａ－１').map(({ code }) => code)).toEqual(['A-1']);
    expect(searchClassifications(all, '無い')).toEqual([]);
  });
});

describe('the name of the filed document', () => {
  it("is the document's own, else made of the title", () => {
    expect(fileNameFor({ ...LOOK, fileName: '通知.docx' }, '題')).toBe('通知.docx');
    expect(fileNameFor(LOOK, 'A/B:研修?')).toBe('AB研修.docx');
    expect(fileNameFor(LOOK, '???')).toBe('文書.docx');
  });
});

describe('a form kept on this machine', () => {
  it('is taken back only when it is one', () => {
    const form = { ...emptyForm(LOOK), title: '題', step: 'details' as const };
    expect(parseForm(JSON.parse(JSON.stringify(form)))).toEqual(form);
    expect(parseForm({ ...form, kind: 'OTHER' })).toBeUndefined();
    expect(parseForm(null)).toBeUndefined();
    expect(parseForm({ ...form, title: 5 })).toEqual({ ...form, title: '' });
  });
});
