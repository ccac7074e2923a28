import { type Locale, localDateOf, localTimeOf, say } from '../../shared/index.ts';
import { moreOf, type PresenceRow, presenceIn } from '../../telework/index.ts';
import type { Entry, Synced } from '../calendar/entry.ts';
import type { RemotePresence } from '../calendar/port.ts';
import type { Stretch } from '../slots/wanted.ts';
import type { PersonLine } from './contract.ts';
import { type Said, type Verdict, verdictOf } from './rules.ts';
import { panelTexts } from './text.ts';

type Code = keyof typeof panelTexts extends `schedules.${infer Rest}` ? Rest : never;

export const words = (locale: Locale, code: Code, params: Record<string, string | number> = {}): string =>
  say(panelTexts, `schedules.${code}`, locale, params) ?? code;

/** What is known of one person now, as this reader may see it. */
export interface LineFacts {
  readonly row: PresenceRow;
  /** What stands in their calendar now; without a subject where it is 「予定あり」. */
  readonly entry: Entry | null;
  readonly synced: Synced;
  readonly teams: (RemotePresence & { readonly at: Date }) | null;
  readonly free: Stretch | null;
}

export interface Looked {
  readonly now: Date;
  readonly locale: Locale;
  /** How long the next free time is. */
  readonly minutes: number;
}

const clock = (at: Date): string => localTimeOf(at).replace(/^0/, '');

/** 12/1: a line is read at a glance. */
const shortDay = (day: string): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;

/** 「15:00」, or with its day where that is another one. */
function timeOf(at: Date, { now }: Looked): string {
  const day = localDateOf(at);
  return day === localDateOf(now) ? clock(at) : `${shortDay(day)} ${clock(at)}`;
}

function ofEntry({ entry }: LineFacts, looked: Looked): string | null {
  if (!entry) return null;
  const { locale } = looked;
  const until = timeOf(entry.to, looked);
  if (entry.status === 'OOF') return words(locale, 'line_AWAY_until', { until });
  const tentative = entry.status === 'TENTATIVE' ? '_tentative' : '';
  const title = entry.subject ?? '';
  return words(locale, `line_MEETING${tentative}${title === '' ? '' : '_titled'}` as Code, { until, title });
}

function ofTeams({ teams }: LineFacts, locale: Locale): string | null {
  if (!teams) return null;
  if (teams.outOfOffice) return words(locale, 'teams_out');
  const code = `schedules.teams_${teams.availability}`;
  return say(panelTexts, code, locale) ?? words(locale, 'teams_other');
}

function doingWords(facts: LineFacts, { doing, source }: Verdict, looked: Looked): string | null {
  if (doing === null) return null;
  if (source === 'CALENDAR') return ofEntry(facts, looked);
  return words(looked.locale, `line_${doing}`);
}

/** The presence by itself says nothing where nobody knows it, and something else does. */
function lineOf(facts: LineFacts, verdict: Verdict, looked: Looked): string {
  const { row } = facts;
  const { locale, now } = looked;
  const state = `${presenceIn(row.state, locale)}${moreOf(row, { at: now.toISOString(), locale })}`;
  const doing = doingWords(facts, verdict, looked);
  if (doing === null) return state;
  const unknown = row.state === 'UNKNOWN' || row.state === 'NOT_STARTED';
  return unknown ? doing : [state, doing].join(locale === 'ja' ? '・' : ', ');
}

function partsOf(facts: LineFacts, verdict: Verdict, looked: Looked): PersonLine['parts'] {
  const { row, synced, teams } = facts;
  const { locale } = looked;
  const { source: wins, doing } = verdict;
  const nothing = synced.problem === 'NO_MAILBOX' ? 'line_no_calendar' : 'line_nothing';
  const said = ofTeams(facts, locale);
  return [
    {
      ...{ source: row.source, says: presenceIn(row.state, locale), at: row.since },
      counts: doing === null || (row.state !== 'UNKNOWN' && row.state !== 'NOT_STARTED'),
    },
    {
      ...{ source: 'CALENDAR', says: ofEntry(facts, looked) ?? words(locale, nothing) },
      ...{ at: synced.at?.toISOString() ?? null, counts: wins === 'CALENDAR' },
    },
    ...(said === null || !teams
      ? []
      : [{ source: 'TEAMS' as const, says: said, at: teams.at.toISOString(), counts: wins === 'TEAMS' }]),
  ];
}

function freeLine({ free }: LineFacts, { now, locale, minutes }: Looked): string {
  if (!free) return words(locale, 'free_none');
  const at = new Date(free.from);
  if (at <= now) return words(locale, 'free_now', { minutes });
  const day = localDateOf(at);
  return day === localDateOf(now)
    ? words(locale, 'free_at', { time: clock(at) })
    : words(locale, 'free_on', { day: shortDay(day), time: clock(at) });
}

function staleLine({ synced }: LineFacts, looked: Looked): string | null {
  const { locale } = looked;
  if (synced.problem) return words(locale, `synced_${synced.problem}`);
  if (!synced.stale) return null;
  return synced.at ? words(locale, 'synced_old', { time: timeOf(synced.at, looked) }) : words(locale, 'synced_never');
}

/** One person in one line, with what each source says and why the line follows the one that it does. */
export function presentLine(facts: LineFacts, looked: Looked): PersonLine {
  const { row, entry, free } = facts;
  const said: Said = { presence: row, entry, teams: facts.teams };
  const verdict = verdictOf(said);
  const until = verdict.source === 'CALENDAR' ? (entry?.to.toISOString() ?? null) : row.until;
  return {
    ...{
      person: row.person,
      line: lineOf(facts, verdict, looked),
      source: verdict.source,
      doing: verdict.doing,
      until,
    },
    parts: partsOf(facts, verdict, looked),
    why: verdict.why === null ? null : words(looked.locale, `why_${verdict.why}`),
    nextFree: free && { from: new Date(free.from).toISOString(), now: free.from <= looked.now.getTime() },
    ...{ nextFreeLine: freeLine(facts, looked), stale: staleLine(facts, looked) },
  };
}

/** 「（予定表 10:05時点）」; a punch and what people said themselves carry their time in the line. */
export function sourceLine({ source, parts }: Pick<PersonLine, 'source' | 'parts'>, locale: Locale): string {
  const at = parts.find((part) => part.source === source)?.at ?? null;
  if (at === null || (source !== 'CALENDAR' && source !== 'TEAMS')) return '';
  return words(locale, `source_${source}`, { time: clock(new Date(at)) });
}
