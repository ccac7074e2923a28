import {
  ApplicationPageSchema,
  type ApplicationView,
  type DayReportView,
  type JudgementView,
  PunchedSchema,
  PunchInputSchema,
  type SheetView,
  type TakeOutList,
  type WorkdayView,
} from '@kaigi/core/contract';
import { aJudgement, aLeave, anApplication } from './applications.ts';
import { aBalance, theLeaveKinds } from './leave.ts';
import { aSheet } from './sheet.ts';
import type { Answer } from './stand-in-wire.ts';
import { aRegistration, theRules } from './telework.ts';
import { aDayReport, aWorkday } from './workday.ts';

/** One's own working days; a test may change them at any time. */
export interface WorkdayWorld {
  day: WorkdayView;
  report: DayReportView;
  sheet: SheetView;
  applications: ApplicationView[];
  judgement: JudgementView;
  takeOuts: TakeOutList;
  /** Applications on one page of the list. */
  pageOf: number;
  /** What no test changes, by its path. */
  fixed: Readonly<Record<string, unknown>>;
}

export const firstWorkday = (): WorkdayWorld => ({
  day: aWorkday(),
  report: aDayReport(),
  sheet: aSheet(),
  applications: [anApplication(), aLeave()],
  judgement: aJudgement(),
  takeOuts: { own: [], permitted: [], more: false },
  pageOf: 30,
  fixed: {
    'telework/registrations/mine': aRegistration(),
    'leave/balance': aBalance(),
    'leave/kinds': theLeaveKinds(),
    'regulations/telework': theRules(),
  },
});

const JAPANESE = /[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]+/gu;

/** The same in English, as far as a page notices. */
export const workdayInEnglish = (world: WorkdayWorld): WorkdayWorld =>
  JSON.parse(JSON.stringify(world).replace(JAPANESE, 'Word')) as WorkdayWorld;

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: unknown;
}

const BASES: Readonly<Record<string, ApplicationView['kind']>> = {
  'telework/registrations': 'REGISTRATION',
  'telework/requests': 'TELEWORK',
  leave: 'LEAVE',
  overtime: 'OVERTIME',
  trips: 'TRIP',
};

const AFTER = { START: 'WORKING', RESUME: 'WORKING', PAUSE: 'PAUSED', END: 'ENDED' } as const;
const NEXT = { START: ['PAUSE', 'END'], RESUME: ['PAUSE', 'END'], PAUSE: ['RESUME', 'END'], END: [] } as const;
const SAID = { START: '開始', RESUME: '再開', PAUSE: '中抜け', END: '終了' } as const;

function punched(world: WorkdayWorld, body: unknown): Answer {
  const { punch, key } = PunchInputSchema.parse(body);
  const at = '2026-11-24T03:00:00Z';
  const one = { id: key, punch, at, reportedLate: false, clockDoubted: false, corrected: false };
  const punches = [...world.day.punches, one];
  world.day = { ...world.day, state: AFTER[punch], since: at, next: [...NEXT[punch]], punches };
  return { body: PunchedSchema.parse({ day: world.day, sentence: `12:00 ${SAID[punch]}を記録しました。` }) };
}

function ofDays(world: WorkdayWorld, { method, url, body }: Asked): Answer | null {
  const [, , date, what] = url.pathname.replace('/api/v1/', '').split('/');
  if (date === undefined) return null;
  if (what === 'punches') return punched(world, body);
  if (what === 'reports') return { status: method === 'POST' ? 201 : 200, body: world.report };
  return { body: date === 'today' ? world.day : { ...world.day, date } };
}

function ofList({ applications, pageOf }: WorkdayWorld, { searchParams }: URL): Answer {
  const wished = (name: 'kind' | 'state') => searchParams.get(name);
  const items = applications.filter(
    ({ kind, state }) => (wished('kind') ?? kind) === kind && (wished('state') ?? state) === state,
  );
  const from = Number(searchParams.get('cursor') ?? 0);
  const nextCursor = from + pageOf < items.length ? String(from + pageOf) : null;
  return { body: ApplicationPageSchema.parse({ items: items.slice(from, from + pageOf), nextCursor }) };
}

function ofApplications(world: WorkdayWorld, { url }: Asked): Answer | null {
  const path = url.pathname.replace('/api/v1/', '');
  const base = Object.keys(BASES).find((one) => path === one || path.startsWith(`${one}/`));
  const kind = base && BASES[base];
  if (!base || !kind) return null;
  const rest = path.slice(base.length + 1);
  const [first] = world.applications.filter((one) => one.kind === kind);
  if (rest === '') return { status: 201, body: anApplication({ kind, state: 'FILING' }) };
  return rest === 'check' || rest.endsWith('/check') ? { body: world.judgement } : { body: first ?? null };
}

/** Everything about one's own work; null for whatever else. */
export function ofWorkday(world: WorkdayWorld, asked: Asked): Answer | null {
  const path = asked.url.pathname.replace('/api/v1/', '');
  if (path === 'telework/applications') return ofList(world, asked.url);
  if (path.startsWith('telework/applications/'))
    return { body: world.applications.find(({ id }) => path.endsWith(id)) ?? null };
  if (path === 'telework/take-outs') return { body: world.takeOuts };
  if (path in world.fixed) return { body: world.fixed[path] };
  if (path.startsWith('telework/workdays/')) return ofDays(world, asked);
  if (path.startsWith('telework/sheets/')) return { body: { ...world.sheet, month: path.split('/')[2] } };
  return ofApplications(world, asked);
}
