import { describe, expect, it } from '@jest/globals';
import type { CaseState } from '../../approvals/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { titleOf } from './case-draft.ts';
import type { Proposal } from './proposal.ts';
import { reminderStep } from './reminder-rules.ts';
import { backTo, followsFrom, formFor, isReady, wayFor } from './rules.ts';

const day = (text: string) => text as LocalDate;
const decision = { matter: 'MINUTES', facts: { meetingKind: 'INTERNAL' } } as const;
const body = { kind: 'INTERNAL', decision, classification: 'A-03-01' } as const;

const meeting = (state: Meeting['state'], version = 7) =>
  ({ state, version, linesVersion: 3, sentencesVersion: 5 }) as Meeting;
const proposal = (state: Proposal['state']) =>
  ({ state, stands: { meeting: 7, lines: 3, sentences: 5 }, title: '伺い', paperSha256: 'a' }) as const;
const caseNow = (status: CaseState['status'], content: object = {}): CaseState => ({
  ...{ caseId: 'c', status, version: 1, revision: 1, decidingPostId: null, awaits: null, by: null, reason: null },
  decidedAt: null,
  content: {
    ...{ title: '伺い', proposalText: '', isReplaced: false, documentSha256: 'a', returns: 0 },
    matter: { code: 'MINUTES', facts: { meetingKind: 'INTERNAL' }, escalations: [], raiseTo: null, analogousTo: null },
    routeWish: { adds: [], removes: [], skips: [] },
    ...content,
  },
});

describe('M-17: what follows from the case of minutes', () => {
  type Row = readonly [Meeting['state'], Proposal['state'], CaseState['status'], ReturnType<typeof followsFrom>];
  it.each<Row>([
    ['DECIDING', 'FILED', 'IN_REVIEW', null],
    ['DECIDING', 'FILED', 'IN_DISPUTE', null],
    ['DECIDING', 'FILED', 'DECIDED', 'FINAL'],
    ['DECIDING', 'FILED', 'COMPLETED', 'FINAL'],
    ['DECIDING', 'FILED', 'SENT_BACK', 'BACK'],
    ['DECIDING', 'FILED', 'DRAFT', 'BACK'],
    ['DECIDING', 'FILED', 'REJECTED', 'OVER'],
    ['DECIDING', 'FILED', 'WITHDRAWN', 'OVER'],
    ['DECIDING', 'FILED', 'ABANDONED', 'OVER'],
    // What is not filed yet follows nothing; what is over or final does no more.
    ['DECIDING', 'FILING', 'DECIDED', null],
    ['WRITING', 'OVER', 'DECIDED', null],
    ['FINAL', 'FILED', 'REJECTED', null],
    // With whoever keeps them: as they came back, in whatever order it is heard of.
    ['WRITING', 'BACK', 'SENT_BACK', null],
    ['WRITING', 'BACK', 'IN_REVIEW', 'AGAIN'],
    ['SIGNING', 'BACK', 'IN_REVIEW', 'AGAIN'],
    ['WRITING', 'BACK', 'DECIDED', 'FINAL'],
    ['WRITING', 'BACK', 'ABANDONED', 'OVER'],
    ['CONFIRMING', 'BACK', 'IN_REVIEW', 'OTHERWISE'],
  ])('a meeting %s with its minutes %s and a case %s: %s', (state, filed, status, follows) => {
    expect(followsFrom({ meeting: meeting(state), proposal: proposal(filed), now: caseNow(status), decision })).toBe(
      follows,
    );
  });

  it.each([
    ['another title', { title: '別の件' }],
    ['another paper', { documentSha256: 'b' }],
    ['another matter', { matter: { ...caseNow('DECIDED').content.matter, code: 'GENERAL' } }],
    ['other facts', { matter: { ...caseNow('DECIDED').content.matter, facts: { meetingKind: 'COUNCIL' } } }],
  ])('nothing is final by a case with %s', (_, content) => {
    for (const status of ['IN_REVIEW', 'DECIDED'] as const) {
      const now = caseNow(status, content);
      expect(followsFrom({ meeting: meeting('DECIDING'), proposal: proposal('FILED'), now, decision })).toBe(
        'OTHERWISE',
      );
    }
  });

  it('nor after anything was written since they came back', () => {
    const now = caseNow('DECIDED');
    const written = { ...meeting('WRITING'), sentencesVersion: 6 };
    expect(followsFrom({ meeting: written, proposal: proposal('BACK'), now, decision })).toBe('OTHERWISE');
  });
});

describe('M-17: how minutes become final', () => {
  it('by a case where the body’s rules name its matter, filed where they name a class only', () => {
    expect(wayFor(body)).toBe('CASE');
    expect(wayFor({ decision: null, classification: 'A-03-02' })).toBe('RECORD');
    expect(wayFor({ decision: null, classification: null })).toBe('NONE');
    expect(wayFor(null)).toBe('NONE');
  });

  it('as 会議結果報告書 of the staff, as 会議録 of a council; of its sentences where nothing was heard', () => {
    expect([formFor(body, true), formFor(null, true)]).toEqual(['REPORT', 'REPORT']);
    expect([formFor({ kind: 'COUNCIL' }, true), formFor({ kind: 'COUNCIL' }, false)]).toEqual(['CLEAN', 'KEY_POINTS']);
  });

  it('when nothing comes before it any more', () => {
    expect(isReady({ state: 'WRITING' }, 'DECISION')).toBe(true);
    expect(isReady({ state: 'SIGNING' }, 'DECISION')).toBe(true);
    for (const next of ['ROUND', 'SIGNING', null] as const) expect(isReady({ state: 'WRITING' }, next)).toBe(false);
    expect([isReady({ state: 'PLANNED' }, 'FINAL'), isReady({ state: 'DECIDING' }, 'FINAL')]).toEqual([false, false]);
  });

  it('signed minutes that come back stay as they were signed', () => {
    expect([backTo({ signed: true }), backTo({ signed: false })]).toEqual(['SIGNING', 'WRITING']);
  });

  it('the title keeps its day and its end, however long the name of the meeting is', () => {
    const titled = titleOf(
      { heldOn: day('2026-11-25'), content: { title: '𠮷'.repeat(300) } as Meeting['content'] },
      'CASE',
    );
    expect(Array.from(titled)).toHaveLength(200);
    expect(titled.endsWith('（令和8年11月25日開催）会議録について（伺い）')).toBe(true);
  });
});

describe('M-15: on which days whoever keeps minutes is reminded', () => {
  const steps = (on: string, days: readonly string[], closed: readonly string[] = []) =>
    days.map((today) => reminderStep(day(on), day(today), new Set(closed.map(day))));
  it('two working days before, on the day, and three working days after it', () => {
    // Friday 27 November; the weekend lies between.
    expect(steps('2026-11-27', ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'])).toEqual([null, -2, null, 0]);
    const late = ['2026-11-28', '2026-11-29', '2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03'];
    expect(steps('2026-11-27', late)).toEqual([null, null, 1, 2, 3, null]);
  });
  it('counts over holidays and the city’s own days off', () => {
    // 23 November is a holiday.
    expect(steps('2026-11-24', ['2026-11-19', '2026-11-20', '2026-11-23'])).toEqual([-2, null, null]);
    expect(steps('2026-11-27', ['2026-11-24', '2026-11-25'], ['2026-11-26'])).toEqual([-2, null]);
  });
  it('a last day that is a day off is said on the last working day before it', () => {
    expect(steps('2026-11-22', ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-24'])).toEqual([-2, null, 0, 1]);
  });
});
