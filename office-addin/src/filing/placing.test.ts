import { describe, expect, it } from '@jest/globals';
import { PLACING } from '../../fixtures/fake-placing.ts';
import { emptyForm, type FilingForm } from './filing-form.ts';
import { placedFor } from './placing.ts';

const LOOK = { titleProperty: '題', subjectLine: '', fileName: null };
const form = (more: Partial<FilingForm> = {}): FilingForm => ({
  ...emptyForm(LOOK),
  classificationCode: 'A-01',
  ...more,
});
const placing = { code: 'A-01', view: PLACING };

describe('R-01: what the third step sends beside title and class', () => {
  it('R-01: what is proposed where nothing was said: the level, and a folder only where one speaks for itself', () => {
    expect(placedFor(form(), placing)).toEqual({ level: 'C2' });
    const only = { ...PLACING, folderId: PLACING.folders[0]?.id ?? '' };
    expect(placedFor(form(), { code: 'A-01', view: only })).toEqual({ level: 'C2', folderId: only.folderId });
  });

  it('R-01: what was chosen and answered goes before it', () => {
    const folderId = PLACING.folders[1]?.id ?? '';
    const answers = { secret: false, grave: false, personal: true };
    expect(placedFor(form({ folderId, levelAnswers: answers }), placing)).toEqual({
      ...{ folderId, level: 'C3C' },
      levelAnswers: { secret: false, grave: false, personal: true, internal: false },
    });
  });

  it('R-01: nothing of another class, and nothing where the service did not say', () => {
    expect(placedFor(form({ classificationCode: 'B-02' }), placing)).toEqual({});
    expect(placedFor(form(), null)).toEqual({});
  });
});
