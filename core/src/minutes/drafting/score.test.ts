import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import type { DraftMinutes } from './draft.ts';
import { figuresOf, scoreOf, together } from './score.ts';

const draft: DraftMinutes = {
  ...{ agenda: [], questions: [], keyPoints: [] },
  decisions: [{ outcome: 'CONTINUED', text: '継続審議とします。', item: null, sourceIds: ['u1', 'u2'] }],
  actions: [
    {
      text: '試算を提出してください。',
      owner: { said: '仲田課長', kind: 'PERSON', name: '仲田 一郎' },
      due: { words: '金曜まで', day: '2026-11-20' as LocalDate },
      sourceIds: ['u3'],
    },
    { text: '次回までに調べます。', owner: null, due: { words: '次回まで', day: null }, sourceIds: ['u4'] },
  ],
};

describe('a draft is scored', () => {
  it('by the 発言 it rests on, the outcome, the owner and the time', () => {
    const score = scoreOf(draft, {
      decisions: [{ outcome: 'CONTINUED', sourceIds: ['u2'] }],
      actions: [
        { owner: '財政課/仲田一郎', due: '2026-11-20', sourceIds: ['u3'] },
        { owner: null, due: '次回', sourceIds: ['u4', 'u5'] },
      ],
    });
    const right = (count: number) => ({ right: count, drafted: count, gold: count });
    expect(score).toEqual({
      decisions: right(1),
      decisionsFound: right(1),
      actions: right(2),
      owners: right(1),
      dates: right(2),
      sourced: right(3),
    });
  });

  it('lower for another outcome, another owner or day, and for what is missing or too much', () => {
    const score = scoreOf(draft, {
      decisions: [{ outcome: 'REJECTED', sourceIds: ['u1'] }],
      actions: [{ owner: '総務課', due: '2026-11-21', sourceIds: ['u3'] }],
    });
    expect(score.decisions).toEqual({ right: 0, drafted: 1, gold: 1 });
    expect(score.decisionsFound).toEqual({ right: 1, drafted: 1, gold: 1 });
    expect(score.actions).toEqual({ right: 1, drafted: 2, gold: 1 });
    expect(score.owners).toEqual({ right: 0, drafted: 1, gold: 1 });
    expect(score.dates).toEqual({ right: 0, drafted: 2, gold: 1 });
  });

  it('over all meetings together, each decision alike', () => {
    const tally = { right: 3, drafted: 4, gold: 6 };
    expect(figuresOf(tally)).toEqual({ precision: 0.75, recall: 0.5, f1: 0.6 });
    expect(figuresOf({ right: 0, drafted: 0, gold: 0 }).f1).toBe(1);
    const one = {
      decisions: tally,
      decisionsFound: tally,
      actions: tally,
      owners: tally,
      dates: tally,
      sourced: tally,
    };
    expect(together([one, one]).owners).toEqual({ right: 6, drafted: 8, gold: 12 });
  });
});
