import type { ApplicationKindName, Box } from '@kaigi/core/contract';
import type { RollNamed } from '../api/disaster.ts';
import { type MeetingRoute, meetingHash, meetingRoute } from './meeting-routes.ts';
import { type RecordsRoute, recordsHash, recordsRoute } from './record-routes.ts';
import { type ScheduleRoute, scheduleHash, scheduleRoute } from './schedule-routes.ts';

/** The boxes that are a page; the others are parts of the inbox or of the board. */
export type ListBox = Extract<Box, 'inbox' | 'drafted' | 'consulted' | 'section' | 'all'>;

/** A page, as the hash of the address names it. */
export type Route =
  | { readonly page: 'list'; readonly box: ListBox; readonly q: string }
  | { readonly page: 'board' | 'statistics' | 'settings' | 'presence' }
  | { readonly page: 'case'; readonly id: string }
  /** 起案: a new one, perhaps from a 作成指示, or a draft or returned case to go on with. */
  | { readonly page: 'drafting'; readonly id: string | null; readonly instruction?: string }
  /** 作成指示: all that are mine, or one. */
  | { readonly page: 'instructions'; readonly id: string | null }
  | { readonly page: 'explain' | 'packs' }
  /** A version of the regulations: its id, or its name where it came with the product. */
  | { readonly page: 'pack'; readonly id: string }
  /** 災害時: everything that is on, or the answers to one call. */
  | { readonly page: 'disaster'; readonly roll: RollNamed | null }
  | { readonly page: 'rehearsals' }
  | { readonly page: 'rehearsal'; readonly id: string }
  /** 部下の勤務: a month of one's people, the month of one of them, or the reports of a day. */
  | { readonly page: 'confirmations'; readonly month: string | null; readonly staffId: string | null }
  | { readonly page: 'reports'; readonly day: string | null }
  /** 締め: a month of the city, or of one person. */
  | { readonly page: 'closing'; readonly month: string | null; readonly staffId: string | null }
  /** 勤務: today, one's month, one's applications, a new one, or the rules of telework. */
  | WorkdayRoute
  | MeetingRoute
  | ScheduleRoute
  | RecordsRoute
  /** Beside a meeting in Teams, named by its chat. */
  | { readonly page: 'panel'; readonly chat: string }
  | { readonly page: 'unknown' };

export type WorkdayRoute =
  | { readonly page: 'workday'; readonly part: 'today' | 'applications' | 'rules' }
  | { readonly page: 'workday'; readonly part: 'sheet'; readonly month: string | null }
  | { readonly page: 'workday'; readonly part: 'new'; readonly kind: ApplicationKindName }
  /** 差戻し後の訂正 of an application. */
  | { readonly page: 'workday'; readonly part: 'correct'; readonly id: string }
  /** One day of an application, in whose place another is asked for. */
  | { readonly page: 'workday'; readonly part: 'change'; readonly id: string; readonly itemId: string };

const BOXES: ReadonlySet<string> = new Set<ListBox>(['inbox', 'drafted', 'consulted', 'section', 'all']);

const DAY = /^20\d{2}-\d{2}-\d{2}$/;

const matching = (value: string | null, form: RegExp): string | null => (value && form.test(value) ? value : null);
const KINDS: readonly string[] = ['REGISTRATION', 'TELEWORK', 'LEAVE', 'OVERTIME', 'TRIP'];
const MONTH = /^20\d{2}-(0[1-9]|1[0-2])$/;

function workdayRoute(part: string, query: URLSearchParams): Route {
  if (part === '') return { page: 'workday', part: 'today' };
  if (part === 'applications' || part === 'rules') return { page: 'workday', part };
  const [month, kind] = [query.get('month') ?? '', query.get('kind') ?? ''];
  if (part === 'sheet') return { page: 'workday', part, month: MONTH.test(month) ? month : null };
  if (part === 'new' && KINDS.includes(kind)) return { page: 'workday', part, kind: kind as ApplicationKindName };
  return { page: 'unknown' };
}

/** `workday/correct/{id}` and `workday/change/{id}/{itemId}` name what they are about in the path. */
function ofApplication([, part, id = '', itemId = '', ...more]: readonly string[]): Route | null {
  if (more.length > 0 || id === '') return null;
  if (part === 'correct' && itemId === '') return { page: 'workday', part, id };
  return part === 'change' && itemId !== '' ? { page: 'workday', part, id, itemId } : null;
}

function workdayHash(route: WorkdayRoute): string {
  if (route.part === 'today') return '#/workday';
  if (route.part === 'correct') return `#/workday/correct/${encodeURIComponent(route.id)}`;
  if (route.part === 'change')
    return `#/workday/change/${encodeURIComponent(route.id)}/${encodeURIComponent(route.itemId)}`;
  if (route.part === 'new') return `#/workday/new?kind=${route.kind}`;
  if (route.part === 'sheet' && route.month !== null) return `#/workday/sheet?month=${route.month}`;
  return `#/workday/${route.part}`;
}

const INSTRUCTION_ID = /^[0-9a-f-]{36}$/;

const newDraft = (instruction: string | null): Route =>
  instruction !== null && INSTRUCTION_ID.test(instruction)
    ? { page: 'drafting', id: null, instruction }
    : { page: 'drafting', id: null };

const rollIn = (id: string, query: URLSearchParams): RollNamed | null =>
  id === '' ? null : { id, kind: query.get('kind') === 'muster' ? 'MUSTER' : 'SAFETY' };

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Reads `#/inbox`, `#/all?q=…`, `#/records?fiscalYear=2026`, `#/cases/{id}`, `#/drafting`. Nothing at all means the inbox. */
export function routeOf(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  const query = new URLSearchParams(search);
  const [first = '', second = '', ...more] = path.split('/').map(decode);
  if (first === '' && second === '') return { page: 'list', box: 'inbox', q: '' };
  if (first === 'meetings') return meetingRoute([second, ...more], query) ?? { page: 'unknown' };
  if (first === 'schedules') return scheduleRoute([second, ...more], query) ?? { page: 'unknown' };
  if (first === 'records') return recordsRoute([second, ...more], query) ?? { page: 'unknown' };
  if (more.length > 0) return (first === 'workday' && ofApplication([first, second, ...more])) || { page: 'unknown' };
  if (first === 'cases' && second !== '') return { page: 'case', id: second };
  if (first === 'packs') return second === '' ? { page: 'packs' } : { page: 'pack', id: second };
  if (first === 'rehearsals') return second === '' ? { page: 'rehearsals' } : { page: 'rehearsal', id: second };
  if (first === 'instructions') return { page: 'instructions', id: second === '' ? null : second };
  if (first === 'confirmations' || first === 'closing')
    return { page: first, month: matching(query.get('month'), MONTH), staffId: second === '' ? null : second };
  if (first === 'disaster') return { page: 'disaster', roll: rollIn(second, query) };
  if (first === 'workday') return workdayRoute(second, query);
  if (first === 'drafting' && second === '') return newDraft(query.get('instruction'));
  if (first === 'drafting') return { page: 'drafting', id: second };
  if (second !== '') return { page: 'unknown' };
  if (first === 'panel') return { page: 'panel', chat: query.get('chat') ?? '' };
  if (first === 'explain') return { page: 'explain' };
  if (first === 'reports') return { page: 'reports', day: matching(query.get('day'), DAY) };
  if (first === 'board' || first === 'statistics' || first === 'settings' || first === 'presence')
    return { page: first };
  if (BOXES.has(first)) return { page: 'list', box: first as ListBox, q: (query.get('q') ?? '').trim().slice(0, 100) };
  // As the register was called while it stood alone; Teams keeps such links.
  return (first === 'register' && recordsRoute([], query)) || { page: 'unknown' };
}

function draftingHash({ id, instruction }: Extract<Route, { page: 'drafting' }>): string {
  if (id !== null) return `#/drafting/${encodeURIComponent(id)}`;
  return instruction === undefined ? '#/drafting' : `#/drafting?${new URLSearchParams({ instruction })}`;
}

function monthHash({ page, month, staffId }: Extract<Route, { page: 'confirmations' | 'closing' }>): string {
  const path = staffId === null ? `#/${page}` : `#/${page}/${encodeURIComponent(staffId)}`;
  return month === null ? path : `${path}?${new URLSearchParams({ month })}`;
}

const disasterHash = (roll: RollNamed | null): string =>
  roll === null ? '#/disaster' : `#/disaster/${encodeURIComponent(roll.id)}?kind=${roll.kind.toLowerCase()}`;

export function hashOf(route: Route): string {
  if (route.page === 'disaster') return disasterHash(route.roll);
  if (route.page === 'confirmations' || route.page === 'closing') return monthHash(route);
  if (route.page === 'reports')
    return route.day === null ? '#/reports' : `#/reports?${new URLSearchParams({ day: route.day })}`;
  if (route.page === 'case') return `#/cases/${encodeURIComponent(route.id)}`;
  if (route.page === 'rehearsals') return '#/rehearsals';
  if (route.page === 'rehearsal') return `#/rehearsals/${encodeURIComponent(route.id)}`;
  if (route.page === 'instructions')
    return route.id === null ? '#/instructions' : `#/instructions/${encodeURIComponent(route.id)}`;
  if (route.page === 'drafting') return draftingHash(route);
  if (route.page === 'workday') return workdayHash(route);
  if (route.page === 'meetings') return meetingHash(route);
  if (route.page === 'schedules') return scheduleHash(route);
  if (route.page === 'panel') return `#/panel?${new URLSearchParams({ chat: route.chat })}`;
  if (route.page === 'explain' || route.page === 'packs') return `#/${route.page}`;
  if (route.page === 'pack') return `#/packs/${encodeURIComponent(route.id)}`;
  if (route.page === 'board' || route.page === 'statistics' || route.page === 'settings' || route.page === 'presence')
    return `#/${route.page}`;
  if (route.page === 'records') return recordsHash(route);
  if (route.page === 'list')
    return route.q === '' ? `#/${route.box}` : `#/${route.box}?${new URLSearchParams({ q: route.q })}`;
  return '#/inbox';
}
