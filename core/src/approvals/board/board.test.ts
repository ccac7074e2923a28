import { describe, expect, it } from '@jest/globals';
import {
  aDraft,
  admin,
  departmentHead,
  drafter,
  finance,
  fullPlan,
  granted,
  legal,
  person,
  personnel,
  plan,
  planOf,
  posts,
  recordsManager,
  sectionHead,
  slot,
  stranger,
  submitted,
  subsectionHead,
  units,
  when,
} from '../case.fixtures.ts';
import type { ApprovalCase } from '../case.ts';
import { maySee } from '../policy.ts';
import { boardCaseOf, dueOn, isOverdue, isPlace, linesAfter, linesOf, lyingOf, onlooker, placeOf } from './rules.ts';

const atConsultation = (): ApprovalCase =>
  when(submitted(aDraft(), fullPlan()), subsectionHead, { act: 'approve', comment: '' });
const toSection = () =>
  submitted(
    aDraft(),
    planOf(slot(1, 'CONSULT', posts.finance, { section: units.finance }), slot(2, 'DECISION', posts.sectionHead)),
  );
/** Decided while 係長 was absent, who owes a review until the 20th. */
function reviewOpen(): ApprovalCase {
  const one = submitted();
  const act = { act: 'skipAbsent', slotId: one.route[0]?.slotId ?? '', reason: '出張' } as const;
  const passed = when(one, sectionHead, act, { skip: granted({ postReviewDueOn: '2026-11-20' as never }) });
  return { ...when(passed, sectionHead, { act: 'approve' }), section: units.policy } as ApprovalCase;
}
const readers = [{ person: { staffId: stranger.staffId, name: stranger.name, postTitle: '', unitName: '' } }];

describe('A-22: who sees a line of the board', () => {
  const cases: Record<string, ApprovalCase> = {
    submitted: submitted(),
    'in parallel 合議': atConsultation(),
    'at a section': toSection(),
    'in dispute': when(atConsultation(), finance, { act: 'object', reason: '予算がない' }),
    'sent back': when(submitted(), subsectionHead, { act: 'sendBack', reason: '直してください' }),
    asked: when(submitted(), subsectionHead, { act: 'ask', text: '根拠は' }),
    'decided, with a 後閲 open': reviewOpen(),
    circulated: when(submitted(), drafter, { act: 'circulate', staffIds: [], postIds: [], unitIds: [] }, { readers }),
  };
  const receiver = person(11, '見本 受子', posts.personnel, '財政課長');
  const everybody = [
    drafter,
    subsectionHead,
    sectionHead,
    departmentHead,
    finance,
    legal,
    personnel,
    stranger,
    recordsManager,
    admin,
    receiver,
  ];

  it.each(Object.entries(cases))('is whoever may see the case: %s', (_, one) => {
    const { onlookers } = boardCaseOf(one);
    expect(everybody.map((actor) => onlooker(actor)(onlookers))).toEqual(everybody.map((actor) => maySee(actor, one)));
  });
});

describe('A-22: where a case waits', () => {
  it('is at every slot of a parallel 合議, each with its own clock', () => {
    const { waiting, progress } = boardCaseOf(atConsultation());
    expect(waiting.map(({ task, postId }) => [task, postId])).toEqual([
      ['CONSULT', posts.finance],
      ['CONSULT', posts.legal],
      ['CONSULT', posts.personnel],
    ]);
    expect(progress).toEqual({ done: 1, of: 6 });
  });

  it('is with the drafter after 差戻し', () => {
    const back = when(submitted(), subsectionHead, { act: 'sendBack', reason: '直してください' });
    expect(boardCaseOf(back).waiting).toMatchObject([{ task: 'CORRECT', duty: null, person: { name: drafter.name } }]);
  });

  it('is nowhere once it is decided', () => {
    const decided = when(when(submitted(), subsectionHead, { act: 'approve' }), sectionHead, { act: 'approve' });
    expect(boardCaseOf(decided).waiting).toEqual([]);
  });

  it('A-12, A-13: is with whoever owes a 後閲, once its last day has passed and until it is done', () => {
    const one = reviewOpen();
    const shown = (of: ApprovalCase, day: string) =>
      linesOf(lyingOf([boardCaseOf(of)]), () => true, day as never).map(({ at, overdue }) => [
        at.task,
        at.postId,
        overdue,
      ]);
    expect(shown(one, '2026-11-20')).toEqual([]);
    expect(shown(one, '2026-11-21')).toEqual([['POST_REVIEW', posts.subsectionHead, true]]);
    const obligationId = one.obligations[0]?.obligationId ?? '';
    const done = when(one, subsectionHead, { act: 'confirmPostReview', obligationId });
    expect(shown(done, '2026-11-21')).toEqual([]);
  });

  it('is overdue after the day on which the ladder reminds the holder, in working days', () => {
    // Friday before a weekend and 勤労感謝の日.
    const due = dueOn(new Date('2026-11-20T03:00:00Z'), [
      { afterWorkingDays: 5, to: 'SUPERIOR' },
      { afterWorkingDays: 2, to: 'HOLDER' },
    ]);
    expect(due).toBe('2026-11-25');
    expect(isOverdue({ dueOn: due }, '2026-11-25' as never)).toBe(false);
    expect(isOverdue({ dueOn: due }, '2026-11-26' as never)).toBe(true);
    expect(dueOn(new Date(), [{ afterWorkingDays: 1, to: 'DRAFTER' }])).toBeNull();
  });
});

describe('A-22: the order of the board', () => {
  const cases = Array.from({ length: 7 }, (_, n) => {
    const of = boardCaseOf(submitted(aDraft(), plan()));
    const [at] = of.waiting;
    if (!at) throw new Error('waits nowhere');
    const since = new Date(Date.UTC(2026, 10, 1 + ((n * 3) % 7)));
    const place = `${since.toISOString()}/${of.caseId}/${at.slotId}`;
    return { ...of, waiting: [{ ...at, since, place, dueOn: (n % 3 === 0 ? '2026-11-10' : null) as never }] };
  });
  const lines = linesOf(lyingOf(cases), () => true, '2026-11-26' as never);

  it('is overdue first, then the longest waiting, and pages neither repeat nor leave out', () => {
    const whole = linesAfter(lines, null, 100).map(placeOf);
    expect(whole).toEqual([...whole].sort());
    expect(whole.every(isPlace)).toBe(true);
    expect(lines.map(({ overdue }) => overdue)).toEqual([true, true, true, false, false, false, false]);
    const paged: string[] = [];
    for (let last: string | null = null; ; last = paged.at(-1) ?? null) {
      const page = linesAfter(lines, last, 3).map(placeOf);
      if (page.length === 0) break;
      paged.push(...page);
    }
    expect(paged).toEqual(whole);
  });
});
