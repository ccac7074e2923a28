import { describe, expect, it } from '@jest/globals';
import {
  LEVEL_QUESTIONS,
  type LevelAnswersSoFar,
  levelAnswer,
  levelAnswered,
  levelOf,
  levelQuestionsToAsk,
  placedAs,
} from './index.ts';

const no = { secret: false, grave: false, personal: false, internal: false };

describe('R-20: 機密性 by plain questions', () => {
  it.each([
    [no, 'C1'],
    [{ ...no, internal: true }, 'C2'],
    [{ ...no, personal: true, internal: true }, 'C3C'],
    [{ ...no, grave: true }, 'C3B'],
    [{ secret: true, grave: true, personal: true, internal: true }, 'C3A'],
  ] as const)('the answers %j come to %s', (answers, level) => {
    expect(levelOf(answers)).toBe(level);
    expect(levelAnswered(answers)).toBe(level);
  });

  it.each<[LevelAnswersSoFar, readonly string[], string | null]>([
    [{}, ['secret'], null],
    [{ secret: true }, ['secret'], 'C3A'],
    [{ secret: false }, ['secret', 'grave'], null],
    [{ secret: false, grave: true }, ['secret', 'grave'], 'C3B'],
    [{ secret: false, grave: false }, ['secret', 'grave', 'personal'], null],
    [{ secret: false, grave: false, personal: true }, ['secret', 'grave', 'personal'], 'C3C'],
    [no, LEVEL_QUESTIONS, 'C1'],
  ])('after %j these are shown: %j, and it is %s', (answers, shown, level) => {
    expect(levelQuestionsToAsk(answers)).toEqual(shown);
    expect(levelAnswered(answers)).toBe(level);
  });

  it('an earlier answer given anew takes back what was asked after it', () => {
    const before = { secret: false, grave: false, personal: true };
    expect(levelAnswer(before, 'grave', true)).toEqual({ secret: false, grave: true });
    expect(levelAnswer({}, 'secret', false)).toEqual({ secret: false });
  });
});

describe('R-01: where a document is placed', () => {
  const proposed = { folders: [{ id: 'f1' }, { id: 'f2' }], folderId: 'f1', level: 'C2' } as const;
  const chosen = (folderId: string, levelAnswers: LevelAnswersSoFar = {}) => ({ folderId, levelAnswers });

  it('as is proposed where nothing was said: a folder only where one speaks for itself', () => {
    expect(placedAs(chosen(''), proposed)).toEqual({ folderId: 'f1', level: 'C2' });
    expect(placedAs(chosen(''), { ...proposed, folderId: null })).toEqual({ level: 'C2' });
    expect(placedAs(chosen('gone'), proposed).folderId).toBe('f1');
  });

  it('what was chosen and answered goes before it; answers that come to nothing yet do not', () => {
    expect(placedAs(chosen('f2', { secret: false, grave: true }), proposed)).toEqual({
      ...{ folderId: 'f2', level: 'C3B', levelAnswers: { ...no, grave: true } },
    });
    expect(placedAs(chosen('f2', { secret: false }), proposed)).toEqual({ folderId: 'f2', level: 'C2' });
  });
});
