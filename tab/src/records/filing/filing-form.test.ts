import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '@kaigi/core/shared';
import { aPlacing } from './filing.fixture.ts';
import { EMPTY, type FilingForm, inputOf, nameFor, problemsOf, suggestedName, titleFromName } from './filing-form.ts';

const DAY = '2026-11-23' as LocalDate;
const form = (more: Partial<FilingForm>): FilingForm => ({
  ...EMPTY,
  title: '照会',
  classificationCode: 'A-1',
  ...more,
});

describe('R-08: names are suggested, never forced', () => {
  it('the title of a file is what its name says between day and version', () => {
    expect(titleFromName('20261123_研修の案内_第1版.pdf')).toBe('研修の案内');
    expect(titleFromName('20261123_研修_案内_v2.docx')).toBe('研修_案内');
    expect(titleFromName('県からの 照会.eml')).toBe('県からの 照会');
    expect(titleFromName('照会')).toBe('照会');
    expect(titleFromName(`${'長'.repeat(300)}.pdf`)).toHaveLength(200);
  });

  it('the name keeps the ending of the file, whatever is typed', () => {
    expect(suggestedName('県/照会', '来文.PDF', DAY)).toBe('20261123_県照会_第1版.PDF');
    expect(suggestedName('', '来文', DAY)).toBe('20261123_文書_第1版');
    expect(nameFor('', '来文.pdf')).toBe('来文.pdf');
    expect(nameFor(' 照会.pdf ', '来文.pdf')).toBe('照会.pdf');
    expect(nameFor('照会.docx', '来文.pdf')).toBe('照会.docx.pdf');
    expect(nameFor('照会', '来文')).toBe('照会');
    expect(nameFor('???', '来文.pdf')).toBe('来文.pdf');
  });
});

describe('R-06: what is filed', () => {
  it('says what is missing, and refuses what is empty or over 50 MB', () => {
    expect(problemsOf(EMPTY, null)).toEqual({
      file: 'file.none',
      title: 'required',
      classificationCode: 'required',
    });
    expect(problemsOf(form({}), { size: 0 })).toEqual({ file: 'file.empty' });
    expect(problemsOf(form({}), { size: 50 * 1024 * 1024 + 1 })).toEqual({ file: 'file.large' });
    expect(problemsOf(form({}), { size: 50 * 1024 * 1024 })).toEqual({});
  });

  it('only a 収受 has a counterparty, their number, a day and answers on its number', () => {
    const typed = form({ counterparty: ' 県 ', theirNumber: '12', dueOn: '2026-12-01', need: { outside: true } });
    expect(inputOf(typed, null)).toEqual({
      ...{ kind: 'RECEIPT', title: '照会', classificationCode: 'A-1' },
      ...{ counterparty: '県', theirNumber: '12', dueOn: '2026-12-01', need: { outside: true } },
    });
    expect(inputOf({ ...typed, kind: 'REFERENCE' }, null)).toEqual({
      ...{ kind: 'REFERENCE', title: '照会', classificationCode: 'A-1' },
    });
  });

  it('R-01: goes where its class leads, unless another folder of it was chosen', () => {
    const view = aPlacing({
      folderId: 'f1',
      folders: [
        { id: 'f1', title: '一' },
        { id: 'f2', title: '二' },
      ],
    });
    expect(inputOf(form({}), view)).toMatchObject({ folderId: 'f1', level: 'C2' });
    expect(inputOf(form({ folderId: 'f2' }), view).folderId).toBe('f2');
    expect(inputOf(form({ folderId: 'gone' }), view).folderId).toBe('f1');
    expect(inputOf(form({}), aPlacing())).not.toHaveProperty('folderId');
  });

  it('R-20: the answers decide its level, once they come to one', () => {
    const answered = (levelAnswers: FilingForm['levelAnswers']) => inputOf(form({ levelAnswers }), aPlacing());
    expect(answered({ secret: false })).not.toHaveProperty('levelAnswers');
    const levelAnswers = { secret: false, grave: true, personal: false, internal: false };
    expect(answered({ secret: false, grave: true })).toMatchObject({ level: 'C3B', levelAnswers });
    expect(inputOf(form({ levelAnswers }), null)).not.toHaveProperty('level');
  });
});
