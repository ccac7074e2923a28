import { describe, expect, it } from '@jest/globals';
import type { AbsenceEvidence } from '../../directory/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { BookedDay } from '../days/day.ts';
import type { Whereabouts } from '../whereabouts/rules.ts';
import { isReachable, type Known, presenceOf } from './rules.ts';
import type { Standing } from './standing.ts';

const DAY = '2026-11-24' as LocalDate;
const at = (time: string) => new Date(`${DAY}T${time}:00+09:00`);
const NOW = at('14:00');

const standing = (state: Standing['state'], since: string | null = null, more: Partial<Standing> = {}): Standing => ({
  ...{ day: DAY, state, since: since === null ? null : at(since), onDuty: true, isWorkDay: true },
  ...more,
});
const item = (kind: BookedDay['kind'], detail: BookedDay['detail'], span: BookedDay['span'] = null): BookedDay => ({
  ...{ itemId: 'i', applicationId: 'a', staffId: 's', date: DAY, kind, state: 'APPROVED', span, detail },
});
const out = (from: string, more: Partial<Whereabouts> = {}): Whereabouts => ({
  ...{ whereaboutsId: 'w', staffId: 's', kind: 'OUT', from: at(from), until: at('17:00'), expiresAt: at('17:00') },
  ...{ person: { staffId: 's', name: '', postTitle: '', unitName: '' }, place: '県庁', saidAt: at(from) },
  ...{ endedAt: null, endedBy: null, ...more },
});
const absence = (source: AbsenceEvidence['source'], from: string): AbsenceEvidence => ({
  ...{ absenceId: 'b', source, from: at(from).toISOString(), until: null, statement: '不在です', stale: false },
  ...{ recordedAt: at(from).toISOString(), recordedBy: null, confirmedAt: null },
});
const of = (more: Partial<Known>) =>
  presenceOf({ standing: standing('WORKING', '08:31'), items: [], whereabouts: [], absences: [], ...more }, NOW);
const HOME = item('TELEWORK', { kind: 'HOME', place: 'OWN_HOME' });

describe('T-13: where somebody is', () => {
  it('is the office for whoever has punched in, and elsewhere where that was approved', () => {
    expect(of({})).toMatchObject({ state: 'OFFICE', source: 'PUNCH', since: at('08:31'), planned: null });
    expect(of({ items: [HOME] })).toMatchObject({ state: 'HOME', where: null, planned: 'HOME' });
    expect(of({ items: [item('TELEWORK', { kind: 'SATELLITE', place: 'BRANCH_OFFICE' })] })).toMatchObject({
      state: 'SATELLITE',
      where: 'BRANCH_OFFICE',
    });
  });

  it('is the office in the afternoon of whoever was at home in the morning only', () => {
    const morning = item('TELEWORK', { kind: 'HOME' }, { from: 510, to: 720 });
    expect(of({ items: [morning] })).toMatchObject({ state: 'OFFICE', planned: 'HOME' });
  });

  it('follows the punches: pausing, finished, not started, and an end that nobody stated', () => {
    expect(of({ standing: standing('PAUSED', '13:30') })).toMatchObject({ state: 'PAUSED', since: at('13:30') });
    expect(of({ standing: standing('ENDED', '13:30') })).toMatchObject({ state: 'ENDED' });
    expect(of({ standing: standing('UNCONFIRMED_END', '08:30') })).toMatchObject({ state: 'UNKNOWN' });
    expect(of({ standing: standing('NOT_STARTED'), items: [HOME] })).toMatchObject({
      ...{ state: 'NOT_STARTED', planned: 'HOME', source: 'PLAN' },
    });
    expect(of({ standing: standing('NOT_STARTED', null, { isWorkDay: false }) })).toMatchObject({
      ...{ state: 'UNKNOWN', source: 'NONE' },
    });
  });

  it('is what was said last: out, back home from there, or finished after all', () => {
    expect(of({ whereabouts: [out('13:00')] })).toMatchObject({
      ...{ state: 'OUT', source: 'WHEREABOUTS', where: '県庁', until: at('17:00'), noReturn: false },
    });
    expect(of({ whereabouts: [out('13:00', { kind: 'DIRECT_HOME', until: null })] })).toMatchObject({
      ...{ noReturn: true, until: null },
    });
    expect(of({ whereabouts: [out('13:00')], standing: standing('ENDED', '13:30') })).toMatchObject({ state: 'ENDED' });
    expect(of({ whereabouts: [out('13:00')], standing: standing('ENDED', '12:30') })).toMatchObject({ state: 'OUT' });
  });

  it('is a trip until its end, and leave unless somebody works in spite of it', () => {
    const trip = item('TRIP', { destination: '大阪' }, { from: 600, to: 1035 });
    expect(of({ items: [trip] })).toMatchObject({ state: 'TRIP', where: '大阪', until: at('17:15') });
    expect(of({ items: [trip], standing: standing('ENDED', '13:00') })).toMatchObject({ state: 'ENDED' });
    const leave = item('LEAVE', { kind: 'ANNUAL' }, { from: 780, to: 1035 });
    expect(of({ items: [leave], standing: standing('ENDED', '12:00') })).toMatchObject({
      ...{ state: 'LEAVE', leave: 'ANNUAL', since: at('13:00'), until: at('17:15') },
    });
    expect(of({ items: [leave] })).toMatchObject({ state: 'OFFICE' });
  });

  it('is away by what the directory knows, which says nothing against a later punch', () => {
    const none = standing('NOT_STARTED');
    expect(of({ standing: none, absences: [absence('LEAVE', '08:30')] })).toMatchObject({ state: 'LEAVE' });
    expect(of({ standing: none, absences: [absence('GRAPH_CALENDAR', '08:30')] })).toMatchObject({
      ...{ state: 'OUT', source: 'ABSENCE', statement: '不在です' },
    });
    expect(of({ absences: [absence('GRAPH_CALENDAR', '09:30')] })).toMatchObject({ state: 'OFFICE' });
    expect(of({ absences: [absence('MANUAL', '08:00')] })).toMatchObject({ state: 'OFFICE' });
    expect(of({ absences: [absence('MANUAL', '13:00')] })).toMatchObject({ state: 'OUT' });
  });

  it('names the application that says how they are reached: that of the trip, or of the telework of the day', () => {
    const trip = { ...item('TRIP', { destination: '大阪' }, { from: 600, to: 1035 }), applicationId: 'trip' };
    expect(of({}).applicationId).toBeNull();
    expect(of({ items: [HOME] }).applicationId).toBe('a');
    expect(of({ items: [HOME, trip] }).applicationId).toBe('trip');
    expect(of({ items: [item('LEAVE', { kind: 'ANNUAL' })] }).applicationId).toBeNull();
  });

  it('T-14: asked to answer is who is at work, or should be by their hours', () => {
    const asked = (known: Partial<Known>) => {
      const full = { standing: standing('WORKING', '08:31'), items: [], whereabouts: [], absences: [], ...known };
      return isReachable(presenceOf(full, NOW), full.standing);
    };
    expect(asked({})).toBe(true);
    expect(asked({ whereabouts: [out('13:00')] })).toBe(true);
    expect(asked({ standing: standing('NOT_STARTED') })).toBe(true);
    expect(asked({ standing: standing('NOT_STARTED', null, { onDuty: false }) })).toBe(false);
    for (const state of ['PAUSED', 'ENDED'] as const) expect(asked({ standing: standing(state, '12:00') })).toBe(false);
    expect(asked({ standing: standing('NOT_STARTED'), items: [item('LEAVE', { kind: 'ANNUAL' })] })).toBe(false);
  });
});
