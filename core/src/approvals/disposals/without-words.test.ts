import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import { decideAct } from '../acts/decide-act.ts';
import { drafter, factsFor, sectionHead, stranger, submitted, subsectionHead, when } from '../case.fixtures.ts';
import type { ApprovalCase } from '../case.ts';
import { refuseWords, withoutWords } from './without-words.ts';

const reader = { staffId: stranger.staffId, name: stranger.name, postTitle: '', unitName: '' };

/** Decided, with somebody who has not read it yet; its document gone. */
function disposed(): ApprovalCase {
  const nobodyElse = { staffIds: [], postIds: [], unitIds: [] };
  const sent = when(submitted(), drafter, { act: 'circulate', ...nobodyElse }, { readers: [{ person: reader }] });
  const decided = when(when(sent, subsectionHead, { act: 'approve' }), sectionHead, { act: 'approve' });
  const on = '2032-11-02' as LocalDate;
  return {
    ...withoutWords(decided),
    disposed: { on, action: 'DESTROY', listId: 'l', list: '目録', actedAt: decided.updatedAt },
  };
}

describe('R-15: in a case whose document is gone', () => {
  const read = (comment?: string) => {
    const gone = disposed();
    return decideAct(
      gone,
      { act: 'markRead', version: gone.version, ...(comment ? { comment } : {}) },
      factsFor(stranger),
    );
  };

  it('what is left to do is done without a word', () => {
    const outcome = read();
    expect(() => refuseWords(outcome)).not.toThrow();
    expect(outcome.next).toEqual(withoutWords(outcome.next));
  });

  it('nothing is said any more, in the line or anywhere in the case', () => {
    const spoken = read('よく分かりました');
    expect(() => refuseWords(spoken)).toThrow('approvals.words_are_gone');
    expect(() => refuseWords({ ...spoken, history: { ...spoken.history, comment: null } })).toThrow(
      'approvals.words_are_gone',
    );
  });

  it('and in every other case it is', () => {
    const { disposed: _, ...kept } = disposed();
    const spoken = decideAct(
      kept as ApprovalCase,
      { act: 'markRead', version: kept.version, comment: 'よく分かりました' },
      factsFor(stranger),
    );
    expect(() => refuseWords(spoken)).not.toThrow();
  });
});
