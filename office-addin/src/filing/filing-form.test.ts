import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '@kaigi/core/shared';
import { fileNameFor, isStandard, standardName } from './file-names.ts';
import { emptyForm, placesFor, problemsOf, searchClassifications, suggestTitle } from './filing-form.ts';
import { parseForm } from './form-store.ts';

const dayOf = (day: string) => day as LocalDate;
const LOOK = { titleProperty: '', subjectLine: '', fileName: null };

describe('the suggested title', () => {
  it("is the document's title, else its first words, else its file's name", () => {
    expect(suggestTitle({ ...LOOK, titleProperty: '題', subjectLine: '一行目', fileName: '名前.docx' })).toBe('題');
    expect(suggestTitle({ ...LOOK, subjectLine: '一行目\v続き', fileName: '名前.docx' })).toBe('一行目 続き');
    expect(suggestTitle({ ...LOOK, fileName: '名前.DOCX' })).toBe('名前');
    expect(suggestTitle(LOOK)).toBe('');
  });

  it('is never longer than the service takes', () => {
    expect(suggestTitle({ ...LOOK, subjectLine: '長'.repeat(500) })).toHaveLength(200);
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
    ...{ retentionYears: 5, period: { ja: '5年', en: '5 years' } },
    article: 'x',
    suggested,
  });
  const all = [make('A-1', '総務 / 会議'), make('B-2', '企画 / 研修', true), make('C-3', '財政 / 予算')];

  it('R-01: puts suggested ones first, the best before the next', () => {
    const suggestions = [
      { code: 'C-3', by: 'TITLE' as const, reason: '件名の「予算」から' },
      { code: 'B-2', by: 'OWN' as const, reason: 'あなたが最近1件登録した分類' },
    ];
    expect(searchClassifications(all, '', suggestions).map(({ code }) => code)).toEqual(['C-3', 'B-2', 'A-1']);
  });

  it('finds every word, in full-width or half-width letters', () => {
    expect(searchClassifications(all, '　財政　予算 ').map(({ code }) => code)).toEqual(['C-3']);
    expect(searchClassifications(all, 'ａ－１').map(({ code }) => code)).toEqual(['A-1']);
    expect(searchClassifications(all, '無い')).toEqual([]);
  });
});

describe('R-08: the name of the filed document', () => {
  const standard = standardName({ day: dayOf('2026-11-23'), title: '研修の実施について', edition: 1 });

  it('R-08: is suggested as day, title and version, and taken where the document has no name', () => {
    expect(standard).toBe('20261123_研修の実施について_第1版.docx');
    expect(isStandard(standard)).toBe(true);
    expect(fileNameFor('', null, standard)).toBe(standard);
  });

  it("R-08: is not forced: the document's own name stays, and a typed one goes before both", () => {
    expect(fileNameFor('', '通知.docx', standard)).toBe('通知.docx');
    expect(fileNameFor(' 別の名前 ', '通知.docx', standard)).toBe('別の名前.docx');
    expect(fileNameFor('別の名前.DOCX', null, standard)).toBe('別の名前.docx');
    expect(isStandard('通知.docx')).toBe(false);
  });

  it('R-08: holds nothing that a file system refuses, and parts title and version clearly', () => {
    const odd = standardName({ day: dayOf('2028-02-29'), title: '  A/B:研修_第２回\u3000"実施"? ', edition: 12 });
    expect(odd).toBe('20280229_AB研修 第２回 実施_第12版.docx');
    expect(standardName({ day: dayOf('2026-04-01'), title: '???', edition: 1 })).toBe('20260401_文書_第1版.docx');
    expect(
      Array.from(standardName({ day: dayOf('2026-04-01'), title: '𠮷'.repeat(200), edition: 1 })).length,
    ).toBeLessThan(85);
  });
});

describe('R-05: the places that a document gets', () => {
  it('R-05: a number and a day only where a number is taken, the classification when asked for', () => {
    expect(placesFor({ kind: 'DRAFT_DOCUMENT', classificationPlace: false })).toEqual(['number', 'date']);
    expect(placesFor({ kind: 'RECEIPT', classificationPlace: true })).toEqual(['number', 'date', 'classification']);
    expect(placesFor({ kind: 'REFERENCE', classificationPlace: false })).toEqual([]);
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
