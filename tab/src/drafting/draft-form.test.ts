import { describe, expect, it } from '@jest/globals';
import type { MatterItem } from '../regulations/matters.ts';
import { aCase } from '../testing/cases.ts';
import { type OptionalField, shownFields } from './applicable.ts';
import {
  changedFields,
  type DraftForm,
  EMPTY_FORM,
  EMPTY_PAPER,
  editOf,
  formOf,
  inputOf,
  pagesOf,
} from './draft-form.ts';
import { isPaperComplete, isRetroactive, problemsOf } from './problems.ts';
import { rebased } from './rebase.ts';

const TODAY = '2026-11-21';
const MATTER: MatterItem = {
  code: 'GENERAL',
  name: '一般',
  group: '一般',
  help: null,
  keywords: [],
  minor: false,
  classification: null,
  facts: [],
};
const FORM: DraftForm = { ...EMPTY_FORM, title: '庁舎の使用について', classificationCode: 'A-01' };
const PAPER = { title: '図面', pages: '３枚', location: '課内書庫', holder: '主事 太郎', reason: 'TOO_LARGE' } as const;
const view = aCase({ status: 'DRAFT', version: 4 });

describe('what is sent of a draft', () => {
  it('A-01: is every field, trimmed, in the words of the contract', () => {
    const form: DraftForm = {
      ...FORM,
      title: ' 庁舎の使用について ',
      disclosure: 'PARTIAL',
      disclosureReason: '氏名',
      issuance: 'DISPATCH',
      issuedOn: '2026-12-01',
      leaks: ['CAREFUL'],
      paper: [PAPER],
    };
    expect(inputOf(form, MATTER)).toMatchObject({
      title: '庁舎の使用について',
      disclosure: { kind: 'PARTIAL', reason: '氏名' },
      issuance: { method: 'DISPATCH', on: '2026-12-01' },
      effectiveOn: null,
      confidentiality: 'C3C',
      paperAttachments: [{ ...PAPER, pages: 3 }],
    });
  });

  it('says nothing that no longer applies', () => {
    const form: DraftForm = {
      ...FORM,
      disclosure: 'PUBLIC',
      disclosureReason: '前に書いた理由',
      issuance: 'NONE',
      issuedOn: '2026-12-01',
      effectiveOn: '',
      retroactiveReason: '前に書いた理由',
    };
    expect(inputOf(form, MATTER)).toMatchObject({
      disclosure: { kind: 'PUBLIC', reason: '' },
      issuance: { method: 'NONE', on: null },
      effectiveOn: null,
      retroactiveReason: null,
    });
  });

  it('is nothing new right after it was stored', () => {
    expect(changedFields(inputOf(formOf(view), MATTER), view)).toEqual([]);
  });

  it('is only what has changed, with the version that it was typed over', () => {
    const input = inputOf({ ...formOf(view), title: '新しい件名', urgency: 'URGENT' }, MATTER);
    expect(editOf(input, view)).toEqual({ version: 4, title: '新しい件名', urgency: 'URGENT' });
  });

  it('counts pages as they are written', () => {
    expect(['12', '３枚', '5ページ', '0', '半分', ''].map(pagesOf)).toEqual([12, 3, 5, 0, 0, 0]);
  });
});

describe('what is missing in a draft', () => {
  const facts = { matter: MATTER, hasDocument: true };
  const codes = (form: DraftForm, change: Partial<typeof facts> = {}) =>
    problemsOf(form, { ...facts, ...change }).map(({ code, blocks }) => `${blocks} ${code}`);

  it('is nothing when the least is said', () => {
    expect(codes(FORM)).toEqual([]);
  });

  it('is told in the order of the page', () => {
    expect(codes(EMPTY_FORM, { hasDocument: false })).toEqual([
      'SAVE problem.document',
      'SAVE problem.title',
      'SAVE problem.classification',
    ]);
  });

  it('may be mended later where a draft can be kept with it', () => {
    const form: DraftForm = { ...FORM, disclosure: 'CLOSED', effectiveOn: '2026-11-20' };
    expect(codes(form)).toEqual(['SUBMIT problem.disclosureReason', 'SUBMIT problem.retroactiveReason']);
    expect(codes({ ...form, disclosureReason: '個人情報', retroactiveReason: '要綱第3条' })).toEqual([]);
  });

  it('A-31: is the reason of every effective day that is named, before the decision or after it', () => {
    for (const effectiveOn of ['2026-11-20', TODAY, '2027-04-01']) {
      const named = { ...FORM, effectiveOn };
      expect(codes(named)).toEqual(['SUBMIT problem.retroactiveReason']);
      expect(codes({ ...named, retroactiveReason: '新年度から行うため' })).toEqual([]);
    }
  });

  it('A-31: says of a day that has passed that it is in the past, and not of today', () => {
    expect(isRetroactive({ ...FORM, effectiveOn: '2026-11-20' }, TODAY)).toBe(true);
    expect(isRetroactive({ ...FORM, effectiveOn: TODAY }, TODAY)).toBe(false);
    expect(isRetroactive(FORM, TODAY)).toBe(false);
  });

  it('A-30: is any empty part of an attachment on paper', () => {
    expect(isPaperComplete(PAPER)).toBe(true);
    expect(codes({ ...FORM, paper: [PAPER, EMPTY_PAPER] })).toEqual(['SAVE problem.paper']);
    expect(isPaperComplete({ ...PAPER, pages: 'たくさん' })).toBe(false);
  });

  it.each([
    ['件名\u202e', 'SAVE problem.title.signs'],
    ['件'.repeat(201), 'SAVE problem.title.long'],
    ['　', 'SAVE problem.title'],
  ])('is a title that the service would refuse', (title, code) => {
    expect(codes({ ...FORM, title })).toEqual([code]);
  });

  it('is a matter that the regulations in force do not know any more', () => {
    expect(problemsOf(FORM, { ...facts, matter: null }).map(({ code }) => code)).toEqual(['problem.matter']);
  });
});

describe('the fields that are shown', () => {
  const shown = (form: DraftForm, change: { minor?: boolean; topDecides?: boolean }): OptionalField[] => [
    ...shownFields(form, {
      matter: { ...MATTER, minor: change.minor ?? false },
      topDecides: change.topDecides ?? false,
    }),
  ];

  it('A-01: are fewer for a minor matter', () => {
    expect(shown(FORM, {})).toHaveLength(5);
    expect(shown(FORM, { minor: true })).toEqual([]);
  });

  it('always include what is filled in', () => {
    expect(shown({ ...FORM, legalBasis: '要綱', effectiveOn: '2026-12-01' }, { minor: true })).toEqual([
      'legalBasis',
      'effective',
    ]);
  });

  it('do not ask for reasons to go higher where the highest post decides already', () => {
    expect(shown(FORM, { topDecides: true })).not.toContain('escalations');
    const raised = { ...FORM, matter: { ...FORM.matter, escalations: ['ASSEMBLY'] } };
    expect(shown(raised, { topDecides: true })).toContain('escalations');
  });
});

describe('a form over a newer state of the case', () => {
  it('keeps what was typed and follows what was not touched', () => {
    const before = formOf(view);
    const now = formOf({ ...view, title: '他で変えた件名', legalBasis: '新しい根拠' });
    const mine = { ...before, title: '私の件名' };
    expect(rebased(mine, before, now)).toEqual({ ...now, title: '私の件名' });
  });
});
