import { describe, expect, it } from '@jest/globals';
import { PLACING } from '../../fixtures/fake-placing.ts';
import { emptyForm, type FilingForm } from './filing-form.ts';
import { answered, levelAnswered, placedAs, questionsToShow } from './placing.ts';

const LOOK = { titleProperty: '題', firstParagraph: '', fileName: null };
const form = (more: Partial<FilingForm> = {}): FilingForm => ({
  ...emptyForm(LOOK),
  classificationCode: 'A-01',
  ...more,
});
const { questions } = PLACING;
const placing = { code: 'A-01', view: PLACING };
const shown = (answers: Record<string, boolean>) => questionsToShow(questions, answers).map(({ id }) => id);

describe('R-20: 機密性 by plain questions in the pane', () => {
  it('R-20: asks one question after the other, and none after the first 「はい」', () => {
    expect(shown({})).toEqual(['secret']);
    expect(shown({ secret: false, grave: false })).toEqual(['secret', 'grave', 'personal']);
    expect(shown({ secret: false, grave: true })).toEqual(['secret', 'grave']);
    expect(levelAnswered(questions, { secret: false })).toBeNull();
    expect(levelAnswered(questions, { secret: false, grave: true })).toBe('C3B');
    expect(levelAnswered(questions, { secret: false, grave: false, personal: false, internal: false })).toBe('C1');
  });

  it('R-20: an earlier answer given anew takes back what was asked after it', () => {
    const before = { secret: false, grave: false, personal: true };
    expect(answered(questions, before, { id: 'grave', yes: true })).toEqual({ secret: false, grave: true });
  });
});

describe('R-01: what the third step sends beside title and class', () => {
  it('R-01: what is proposed where nothing was said: the level, and a folder only where one speaks for itself', () => {
    expect(placedAs(form(), placing)).toEqual({ level: 'C2' });
    const only = { ...PLACING, folderId: PLACING.folders[0]?.id ?? '' };
    expect(placedAs(form(), { code: 'A-01', view: only })).toEqual({ level: 'C2', folderId: only.folderId });
  });

  it('R-01: what was chosen and answered goes before it', () => {
    const folderId = PLACING.folders[1]?.id ?? '';
    const answers = { secret: false, grave: false, personal: true };
    expect(placedAs(form({ folderId, levelAnswers: answers }), placing)).toEqual({
      ...{ folderId, level: 'C3C' },
      levelAnswers: { secret: false, grave: false, personal: true, internal: false },
    });
  });

  it('R-01: nothing of another class, and nothing where the service did not say', () => {
    expect(placedAs(form({ classificationCode: 'B-02' }), placing)).toEqual({});
    expect(placedAs(form(), null)).toEqual({});
  });
});
