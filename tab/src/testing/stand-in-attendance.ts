import {
  type Characters,
  CharactersSchema,
  CloseInputSchema,
  type ClosingView,
  ClosingViewSchema,
  ConfirmationsSchema,
  ConfirmedSchema,
  ConfirmInputSchema,
  CorrectionPageSchema,
  type CorrectionView,
  OvertimeDaysViewSchema,
  type OvertimeDayView,
  type PersonsRegistration,
  PersonsRegistrationSchema,
  ReportCommentInputSchema,
  type ReportListItem,
  ReportListSchema,
  SettleCorrectionInputSchema,
  type SheetView,
  SheetViewSchema,
  type TeleworkStatistics,
  TeleworkStatisticsSchema,
  type ToConfirm,
  UnlockInputSchema,
} from '@kaigi/core/contract';
import { aCorrection, anOvertime, aPerson, aReport, aSheet, twentyPeople } from './attendance.ts';
import { aClosing, theBlocking, theCharacters, theRates } from './closing.ts';
import { SECTION_HEAD } from './people.ts';
import type { Answer } from './stand-in-wire.ts';
import { aRegistration } from './telework.ts';

/** 庶務 of others; a test may change it at any time. */
export interface AttendanceWorld {
  people: ToConfirm[];
  /** As for a 係長: somebody else is the 所属長 of all of them. */
  headsOnly: boolean;
  corrections: CorrectionView[];
  overtime: OvertimeDayView[];
  reports: ReportListItem[];
  sheet: SheetView;
  registration: PersonsRegistration;
  closing: ClosingView;
  blocking: ClosingView['blocking'];
  characters: Characters;
  rates: TeleworkStatistics;
}

export const firstAttendance = (): AttendanceWorld => ({
  people: twentyPeople(),
  headsOnly: false,
  corrections: [aCorrection(1, { person: aPerson(1, '起案 太郎') }), aCorrection(2, { date: '2026-09-03' })],
  overtime: [anOvertime(2, { person: aPerson(2, '主査 三郎') })],
  reports: [
    aReport(1, { person: aPerson(1, '起案 太郎') }),
    aReport(2, {
      person: aPerson(2, '主査 三郎'),
      result: null,
      asked: [{ kind: 'RESULT', article: '', sentence: '', lastDay: '2026-10-30', state: 'LATE' }],
    }),
    aReport(3, { telework: false, id: null, plan: null, result: null }),
  ],
  sheet: aSheet(1),
  registration: { current: aRegistration().current, personal: true },
  closing: aClosing(),
  blocking: theBlocking(),
  characters: theCharacters(),
  rates: theRates(),
});

const monthIn = ({ searchParams }: URL): string => searchParams.get('month') ?? '';

function confirmations(world: AttendanceWorld, url: URL): Answer {
  const items = world.headsOnly && url.searchParams.get('all') !== 'true' ? [] : world.people;
  const count = (...states: readonly string[]) => world.people.filter(({ state }) => states.includes(state)).length;
  const counts = {
    waiting: count('OPEN', 'CHANGED'),
    confirmed: count('CONFIRMED', 'CLOSED'),
    blocked: 0,
    more: false,
  };
  return { body: ConfirmationsSchema.parse({ month: monthIn(url), items, ...counts }) };
}

function confirm(world: AttendanceWorld, body: unknown): Answer {
  const { items } = ConfirmInputSchema.parse(body);
  const outcomes = items.map(({ staffId, fingerprint }) => {
    const found = world.people.find(({ person }) => person.staffId === staffId);
    if (found?.fingerprint !== fingerprint)
      return { staffId, outcome: 'CHANGED' as const, words: '表示のあとで勤務表が変わりました。' };
    world.people = world.people.map((one) =>
      one === found ? { ...one, state: 'CONFIRMED', may: { confirm: false } } : one,
    );
    return { staffId, outcome: 'CONFIRMED' as const, words: '確認しました。' };
  });
  const confirmed = outcomes.filter(({ outcome }) => outcome === 'CONFIRMED').length;
  return { body: ConfirmedSchema.parse({ items: outcomes, confirmed, refused: outcomes.length - confirmed }) };
}

/** What blocked is settled, so its person may be confirmed. */
function settled(world: AttendanceWorld, staffId: string, code: string): void {
  world.people = world.people.map((one) => {
    if (one.person.staffId !== staffId) return one;
    const needs = one.needs.filter((need) => need.code !== code);
    return { ...one, needs, may: { confirm: needs.every(({ blocks }) => !blocks) } };
  });
}

function settle(world: AttendanceWorld, id: string, body: unknown): Answer {
  SettleCorrectionInputSchema.parse(body);
  const found = world.corrections.find((one) => one.id === id);
  world.corrections = world.corrections.filter((one) => one !== found);
  settled(world, found?.person.staffId ?? '', 'OPEN_CORRECTION');
  return { body: {} };
}

function confirmOvertime(world: AttendanceWorld, itemId: string): Answer {
  const found = world.overtime.find((one) => one.itemId === itemId);
  world.overtime = world.overtime.filter((one) => one !== found);
  settled(world, found?.person.staffId ?? '', 'OVERTIME_NOT_CONFIRMED');
  return { body: {} };
}

function comment(world: AttendanceWorld, id: string, body: unknown): Answer {
  const { tone, text } = ReportCommentInputSchema.parse(body);
  const said = { at: '2026-10-30T09:00:00Z', by: SECTION_HEAD, tone, text };
  world.reports = world.reports.map((one) =>
    one.id === id ? { ...one, version: one.version + 1, comments: [...one.comments, said] } : one,
  );
  return { body: {} };
}

function unlock(world: AttendanceWorld, body: unknown): Answer {
  const { reason } = UnlockInputSchema.parse(body);
  const done = {
    seq: 3,
    at: '2026-11-05T00:00:00Z',
    act: 'UNLOCKED' as const,
    actor: aPerson(90, '人事 花子'),
    reason,
  };
  world.sheet = {
    ...world.sheet,
    state: 'OPEN',
    closed: null,
    may: { confirm: false, unlock: false },
    history: [done],
  };
  return { body: SheetViewSchema.parse(world.sheet) };
}

function close(world: AttendanceWorld, body: unknown): Answer {
  CloseInputSchema.parse(body);
  const { closed, confirmed } = world.closing;
  world.closing = { ...world.closing, closed: closed + confirmed, confirmed: 0 };
  return { body: ClosingViewSchema.parse(world.closing) };
}

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: unknown;
}

function posted(world: AttendanceWorld, path: string, body: unknown): Answer | null {
  const [kind, second = '', third] = path.replace(/^telework\//, '').split('/');
  if (path === 'telework/confirmations') return confirm(world, body);
  if (path === 'telework/closing') return close(world, body);
  if (kind === 'corrections') return settle(world, second, body);
  if (kind === 'reports') return comment(world, second, body);
  if (kind === 'sheets') return unlock(world, body);
  return kind === 'overtime' && third ? confirmOvertime(world, third) : null;
}

function sheets(world: AttendanceWorld, path: string): Answer {
  if (path.endsWith('/characters')) return { body: CharactersSchema.parse(world.characters) };
  if (path.endsWith('/export'))
    return { body: Buffer.from('\uFEFF職員番号,氏名\r\n'), headers: { 'Content-Type': 'text/csv' } };
  return { body: SheetViewSchema.parse({ ...world.sheet, month: path.split('/')[2] }) };
}

/** Everything that the pages of a boss and of personnel ask; null for whatever else. */
export function ofAttendance(world: AttendanceWorld, { method, url, body }: Asked): Answer | null {
  const path = url.pathname.replace('/api/v1/', '');
  if (!/^(telework|overtime|stats\/telework)/.test(path)) return null;
  if (method === 'POST') return posted(world, path, body);
  if (path === 'telework/confirmations') return confirmations(world, url);
  const box = url.searchParams.get('box');
  if (path === 'telework/corrections' && box === 'waiting')
    return { body: CorrectionPageSchema.parse({ items: world.corrections, more: false }) };
  if (path === 'overtime/days' && box === 'to-confirm')
    return {
      body: OvertimeDaysViewSchema.parse({ items: world.overtime, totals: { month: 0, year: 0, limits: [] } }),
    };
  if (path === 'telework/reports') {
    const date = url.searchParams.get('date') ?? '';
    return { body: ReportListSchema.parse({ date, items: world.reports, nextCursor: null }) };
  }
  if (path === 'telework/closing') {
    const blocking = url.searchParams.has('unitId') ? world.blocking : [];
    return { body: ClosingViewSchema.parse({ ...world.closing, month: monthIn(url), blocking }) };
  }
  if (path.startsWith('telework/registrations/people/'))
    return { body: PersonsRegistrationSchema.parse(world.registration) };
  if (path === 'stats/telework')
    return { body: TeleworkStatisticsSchema.parse({ ...world.rates, month: monthIn(url) }) };
  const others = url.searchParams.has('staffId') || path.includes('/export');
  return path.startsWith('telework/sheets/') && others ? sheets(world, path) : null;
}
