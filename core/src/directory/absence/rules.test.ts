import { describe, expect, it } from '@jest/globals';
import type { Actor, Rank } from '../rules.ts';
import { AbsenceSourceSchema } from './contract.ts';
import { presentEvidence } from './present.ts';
import { type Absence, byStrength, holdsAt, mayRecordFor, periodProblem } from './rules.ts';
import { compare, type Known } from './sightings.ts';

const NOW = new Date('2026-11-24T01:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const absence = (more: Partial<Absence> = {}): Absence => ({
  absenceId: 'a',
  staffId: 's',
  source: 'MANUAL',
  from: later(-60),
  until: later(60),
  note: '',
  recordedAt: later(-60),
  recordedBy: 's',
  recordedByName: '見本 花子',
  confirmedAt: null,
  ...more,
});

describe('A-35: evidence that somebody is away', () => {
  it('knows no source for telework, which is work', () => {
    expect(AbsenceSourceSchema.options.filter((source) => /TELEWORK|REMOTE|ELSEWHERE/.test(source))).toEqual([]);
  });

  it('counts from its start to its end, the end not included', () => {
    expect([later(-61), later(-60), NOW, later(60)].map((at) => holdsAt(absence(), at))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(holdsAt(absence({ until: null }), later(100_000))).toBe(true);
  });

  it('from a mailbox ages in sight for a day, then counts no more', () => {
    const seen = absence({ source: 'GRAPH_AUTOMATIC_REPLY', until: null, confirmedAt: NOW, recordedBy: null });
    const said = (minutes: number) => presentEvidence(seen, later(minutes));
    expect(said(20)).toMatchObject({ stale: false, statement: 'Outlook の自動応答（不在）（10:00 に確認）' });
    expect(said(40)).toMatchObject({
      stale: true,
      statement: 'Outlook の自動応答（不在）（10:00 に確認。その後は確認できていません）',
    });
    expect([holdsAt(seen, later(23 * 60)), holdsAt(seen, later(25 * 60))]).toEqual([true, false]);
  });

  it('that a person typed does not age, and comes before what a mailbox suggests', () => {
    const typed = absence({ until: null, note: '議会対応' });
    expect(presentEvidence(typed, later(5_000))).toMatchObject({
      stale: false,
      statement: '見本 花子の入力：議会対応',
    });
    const order = (['GRAPH_PRESENCE', 'TRIP', 'GRAPH_CALENDAR', 'MANUAL'] as const).map((source) =>
      absence({ source }),
    );
    expect(order.sort(byStrength).map(({ source }) => source)).toEqual([
      'MANUAL',
      'TRIP',
      'GRAPH_CALENDAR',
      'GRAPH_PRESENCE',
    ]);
  });
});

describe('a period that somebody types', () => {
  it.each([
    ['is right when it begins now and is open', NOW, null, null],
    ['may have begun last week', later(-7 * 1440), later(60), null],
    ['may not end before it begins', later(60), later(30), 'directory.absence_ends_before'],
    ['may not be over', later(-60), later(-1), 'directory.absence_ends_before'],
    ['may not begin in another decade', later(9 * 366 * 1440), null, 'directory.absence_far'],
    ['may not lie far back', later(-40 * 1440), null, 'directory.absence_far'],
    ['may not last for years', NOW, later(400 * 1440), 'directory.absence_too_long'],
  ])('%s', (...[, from, until, problem]) => {
    expect(periodProblem({ from, until }, NOW)).toBe(problem);
  });
});

describe('who may say that somebody is away', () => {
  const actor = (postId: string, roles: Actor['roles'] = []): Actor => {
    const post = {
      postId,
      title: '',
      rank: 'STAFF' as Rank,
      unitId: 'u',
      unitName: '',
      sectionId: 'u',
      concurrent: false,
    };
    return { staffId: 'me', name: '', signInName: '', posts: [post], roles, fallback: { postTitle: '', unitName: '' } };
  };
  const head = { staffId: 'head', ranks: ['SECTION_HEAD'], headPostIds: ['section-head', 'department-head'] };
  const mayor = { staffId: 'mayor', ranks: ['MAYOR'], headPostIds: ['mayor'] };

  it('is the person, a head above them, or personnel', () => {
    expect(mayRecordFor({ ...actor('clerk'), staffId: 'head' }, head)).toBe(true);
    expect(mayRecordFor(actor('department-head'), head)).toBe(true);
    expect(mayRecordFor(actor('clerk', ['PERSONNEL']), head)).toBe(true);
  });

  it('is not a subordinate, who might then stand in', () => {
    expect(mayRecordFor(actor('subsection-head'), head)).toBe(false);
    expect(mayRecordFor(actor('clerk', ['ADMIN', 'AUDITOR']), head)).toBe(false);
  });

  it('is the secretary for the mayor, but not for a section head', () => {
    expect(mayRecordFor(actor('clerk', ['SECRETARY']), mayor)).toBe(true);
    expect(mayRecordFor(actor('clerk', ['SECRETARY']), head)).toBe(false);
  });
});

describe('one reading of a mailbox', () => {
  const known = (more: Partial<Known> = {}): Known => {
    return { absenceId: 'k', staffId: 's', from: later(-60), until: later(60), denied: false, ...more };
  };
  const seen = (more: object = {}) => ({ staffId: 's', from: later(-60), until: later(60), ...more });

  it('confirms what is known, adds what is new and withdraws what is gone', () => {
    expect(compare([known()], [seen()])).toMatchObject({ confirmed: ['k'], withdrawn: [], added: [] });
    expect(compare([known()], [])).toMatchObject({ confirmed: [], withdrawn: ['k'] });
    expect(compare([], [seen()]).added).toHaveLength(1);
  });

  it('takes another end for another absence', () => {
    const answer = compare([known()], [seen({ until: later(90) })]);
    expect([answer.withdrawn, answer.added.length]).toEqual([['k'], 1]);
  });

  it('knows again what it does not date', () => {
    expect(compare([known({ until: null })], [seen({ from: null, until: null })]).confirmed).toEqual(['k']);
  });

  it('does not repeat what a person has contradicted, until the mailbox stops saying so', () => {
    expect(compare([known({ denied: true })], [seen()])).toMatchObject({ confirmed: ['k'], added: [] });
    expect(compare([known({ denied: true })], [])).toMatchObject({ settled: ['k'], withdrawn: [] });
  });

  it('keeps two people and two periods apart', () => {
    const answer = compare(
      [known(), known({ absenceId: 'k2', from: later(100), until: later(200) })],
      [seen({ from: later(100), until: later(200) }), seen({ staffId: 't' })],
    );
    expect(answer).toMatchObject({ confirmed: ['k2'], withdrawn: ['k'], added: [{ staffId: 't' }] });
  });
});
