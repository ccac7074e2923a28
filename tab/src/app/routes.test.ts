import { describe, expect, it } from '@jest/globals';
import { caseId } from '../testing/cases.ts';
import { THE_REGISTER } from './record-routes.ts';
import { hashOf, type Route, routeOf } from './routes.ts';
import { MY_WEEK } from './schedule-routes.ts';

const ONE_DAY = { from: '2026-11-24', days: 1, below: false } as const;

const ROUTES: readonly (readonly [string, Route])[] = [
  ['#/inbox', { page: 'list', box: 'inbox', q: '' }],
  ['#/drafted', { page: 'list', box: 'drafted', q: '' }],
  ['#/all', { page: 'list', box: 'all', q: '' }],
  ['#/all?q=%E4%BA%88%E7%AE%97', { page: 'list', box: 'all', q: '予算' }],
  ['#/consulted', { page: 'list', box: 'consulted', q: '' }],
  ['#/section?q=%E5%A7%94%E8%A8%97', { page: 'list', box: 'section', q: '委託' }],
  ['#/board', { page: 'board' }],
  ['#/packs', { page: 'packs' }],
  ['#/packs/abc', { page: 'pack', id: 'abc' }],
  ['#/packs/minato%2F2026-04-01', { page: 'pack', id: 'minato/2026-04-01' }],
  ['#/settings', { page: 'settings' }],
  ['#/presence', { page: 'presence' }],
  ['#/schedules', MY_WEEK],
  ['#/schedules/settings', { page: 'schedules', part: 'settings' }],
  ['#/schedules/slots', { page: 'schedules', part: 'slots' }],
  ['#/schedules/windows', { page: 'schedules', part: 'windows', staffId: null }],
  [`#/schedules/windows/${caseId(1)}`, { page: 'schedules', part: 'windows', staffId: caseId(1) }],
  ['#/schedules/yearly', { page: 'schedules', part: 'yearly', unit: null, year: null }],
  [
    `#/schedules/yearly?unit=${caseId(1)}&year=2027`,
    { page: 'schedules', part: 'yearly', unit: caseId(1), year: 2027 },
  ],
  ['#/schedules/written', { page: 'schedules', part: 'written', id: null }],
  ['#/schedules/written/new', { page: 'schedules', part: 'written', id: 'new' }],
  ['#/schedules/polls', { page: 'schedules', part: 'polls', id: null }],
  ['#/schedules/polls/new', { page: 'schedules', part: 'polls', id: 'new' }],
  [`#/schedules/polls/${caseId(1)}`, { page: 'schedules', part: 'polls', id: caseId(1) }],
  ['#/schedules/bookings', { page: 'schedules', part: 'bookings', past: false }],
  ['#/schedules/bookings?when=past', { page: 'schedules', part: 'bookings', past: true }],
  [`#/schedules/bookings/${caseId(1)}`, { page: 'schedules', part: 'booking', bookingId: caseId(1) }],
  [
    `#/schedules/bookings/${caseId(1)}/papers/${caseId(2)}`,
    {
      ...{ page: 'schedules', part: 'paper', bookingId: caseId(1), paperId: caseId(2) },
      ...{ edition: null, against: null },
    },
  ],
  [
    `#/schedules/bookings/${caseId(1)}/papers/${caseId(2)}?edition=3&against=1`,
    { page: 'schedules', part: 'paper', bookingId: caseId(1), paperId: caseId(2), edition: 3, against: 1 },
  ],
  ['#/schedules/rooms', { page: 'schedules', part: 'rooms', day: null }],
  ['#/schedules/rooms?day=2026-11-24', { page: 'schedules', part: 'rooms', day: '2026-11-24' }],
  ['#/schedules?unit=all&from=2026-11-24&days=1&below=no', { ...MY_WEEK, unit: 'all', ...ONE_DAY }],
  [`#/schedules?unit=${caseId(1)}`, { ...MY_WEEK, unit: caseId(1) }],
  [`#/schedules?days=7&people=${caseId(1)},${caseId(2)}`, { ...MY_WEEK, days: 7, people: [caseId(1), caseId(2)] }],
  ['#/statistics', { page: 'statistics' }],
  ['#/records', THE_REGISTER],
  ['#/records?fiscalYear=2026', { ...THE_REGISTER, wish: { fiscalYear: '2026' } }],
  ['#/records/register/abc', { page: 'records', part: 'register', id: 'abc', wish: {} }],
  [`#/records/${caseId(1)}`, { page: 'records', part: 'record', id: caseId(1), wish: {} }],
  ['#/records/disclosures', { page: 'records', part: 'disclosures', id: null, wish: {} }],
  ['#/records/disclosures/abc?item=def', { page: 'records', part: 'disclosures', id: 'abc', wish: { item: 'def' } }],
  ['#/cases/abc', { page: 'case', id: 'abc' }],
  ['#/drafting', { page: 'drafting', id: null }],
  ['#/drafting/abc', { page: 'drafting', id: 'abc' }],
  ['#/instructions', { page: 'instructions', id: null }],
  ['#/instructions/abc', { page: 'instructions', id: 'abc' }],
  [`#/drafting?instruction=${caseId(1)}`, { page: 'drafting', id: null, instruction: caseId(1) }],
  ['#/confirmations', { page: 'confirmations', month: null, staffId: null }],
  ['#/confirmations/abc?month=2026-10', { page: 'confirmations', month: '2026-10', staffId: 'abc' }],
  ['#/closing?month=2026-10', { page: 'closing', month: '2026-10', staffId: null }],
  ['#/reports', { page: 'reports', day: null }],
  ['#/reports?day=2026-10-30', { page: 'reports', day: '2026-10-30' }],
  ['#/workday', { page: 'workday', part: 'today' }],
  ['#/workday/sheet', { page: 'workday', part: 'sheet', month: null }],
  ['#/workday/sheet?month=2026-11', { page: 'workday', part: 'sheet', month: '2026-11' }],
  ['#/workday/applications', { page: 'workday', part: 'applications' }],
  ['#/workday/correct/abc', { page: 'workday', part: 'correct', id: 'abc' }],
  ['#/workday/change/abc/def', { page: 'workday', part: 'change', id: 'abc', itemId: 'def' }],
  ['#/workday/rules', { page: 'workday', part: 'rules' }],
  ['#/workday/new?kind=LEAVE', { page: 'workday', part: 'new', kind: 'LEAVE' }],
  ['#/meetings', { page: 'meetings', part: 'list', box: 'MINE' }],
  ['#/meetings?box=unit', { page: 'meetings', part: 'list', box: 'UNIT' }],
  ['#/meetings/new', { page: 'meetings', part: 'new' }],
  ['#/meetings/chat', { page: 'meetings', part: 'chat', chat: null }],
  ['#/meetings/chat?chat=19%3Aab%40thread.v2', { page: 'meetings', part: 'chat', chat: '19:ab@thread.v2' }],
  ['#/meetings/templates', { page: 'meetings', part: 'templates' }],
  ['#/meetings/backlog', { page: 'meetings', part: 'backlog' }],
  ['#/meetings/kept', { page: 'meetings', part: 'kept' }],
  ['#/meetings/abc/course', { page: 'meetings', part: 'course', id: 'abc' }],
  ['#/meetings/abc/confirm', { page: 'meetings', part: 'confirm', id: 'abc' }],
  ['#/panel?chat=19%3Ameeting_x%40thread.v2', { page: 'panel', chat: '19:meeting_x@thread.v2' }],
  ['#/meetings/glossary', { page: 'meetings', part: 'glossary' }],
  ['#/meetings/search?q=', { page: 'meetings', part: 'search', wish: { q: '' } }],
  [
    '#/meetings/search?q=%E5%9B%B3%E6%9B%B8+A&speaker=B&from=2026-04-01',
    { page: 'meetings', part: 'search', wish: { q: '図書 A', speaker: 'B', from: '2026-04-01' } },
  ],
  ['#/meetings/abc/minutes?sentence=s1', { page: 'meetings', part: 'minutes', id: 'abc', sentence: 's1' }],
  ['#/meetings/abc', { page: 'meetings', part: 'facts', id: 'abc' }],
  ['#/meetings/abc/minutes', { page: 'meetings', part: 'minutes', id: 'abc' }],
  ['#/meetings/abc/publication', { page: 'meetings', part: 'publication', id: 'abc' }],
  ['#/meetings/abc/history', { page: 'meetings', part: 'history', id: 'abc' }],
  ['#/meetings/abc/transcript', { page: 'meetings', part: 'transcript', id: 'abc', line: null }],
  ['#/meetings/abc/transcript?line=def', { page: 'meetings', part: 'transcript', id: 'abc', line: 'def' }],
  ['#/explain', { page: 'explain' }],
  ['#/rehearsals', { page: 'rehearsals' }],
  ['#/rehearsals/abc', { page: 'rehearsal', id: 'abc' }],
];

describe('a route', () => {
  it.each(ROUTES)('%s is read and written alike', (hash, route) => {
    expect(routeOf(hash)).toEqual(route);
    expect(hashOf(route)).toBe(hash);
  });

  it.each(['', '#', '#/'])('of nothing (%j) means the inbox', (hash) => {
    expect(routeOf(hash)).toEqual({ page: 'list', box: 'inbox', q: '' });
  });

  it.each([
    '#/nowhere',
    '#/cases',
    '#/cases/a/b',
    '#/inbox/x',
    '#/meetings/a/b',
    '#/meetings/a/minutes/c',
    '#/records/nowhere',
  ])('%s is unknown', (hash) => {
    expect(routeOf(hash)).toEqual({ page: 'unknown' });
  });

  it('survives a broken address', () => {
    expect(routeOf('#/cases/%E4%')).toEqual({ page: 'case', id: '%E4%' });
    expect(routeOf('#/drafting?instruction=../x')).toEqual({ page: 'drafting', id: null });
    expect(routeOf('#/closing?month=2026-13')).toEqual({ page: 'closing', month: null, staffId: null });
    expect(routeOf('#/reports?day=x')).toEqual({ page: 'reports', day: null });
  });

  it('as it was called earlier still leads to the register', () => {
    expect(routeOf('#/register')).toEqual(THE_REGISTER);
    expect(routeOf('#/register?fiscalYear=2026')).toEqual({ ...THE_REGISTER, wish: { fiscalYear: '2026' } });
    expect(routeOf('#/register/x')).toEqual({ page: 'unknown' });
  });
});
