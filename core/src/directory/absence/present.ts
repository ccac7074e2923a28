import { type Locale, localDateOf, localTimeOf, say } from '../../shared/index.ts';
import type { Person } from '../contract.ts';
import type { AbsenceEvidence, AbsenceList, AbsenceView } from './contract.ts';
import type { SourceState } from './queries.ts';
import { type Absence, fromGraph, GRAPH_SOURCES, holdsAt, isStale } from './rules.ts';
import { absenceTexts } from './text.ts';

interface Reading {
  readonly at: Date;
  readonly locale: Locale;
}

const sentence = (code: string, locale: Locale, params: Record<string, string | number> = {}) =>
  say(absenceTexts, code, locale, params) ?? code;

/** `11:05` today, `11/20 11:05` on another day. */
export function moment(instant: Date, { at }: Pick<Reading, 'at'>): string {
  const day = localDateOf(instant);
  const time = localTimeOf(instant);
  return day === localDateOf(at) ? time : `${Number(day.slice(5, 7))}/${Number(day.slice(8))} ${time}`;
}

/** The same for an end: the midnight after a day is that day's 24:00. */
export function momentOfEnd(instant: Date, { at }: Pick<Reading, 'at'>): string {
  if (localTimeOf(instant) !== '00:00') return moment(instant, { at });
  return moment(new Date(instant.getTime() - 1), { at }).replace('23:59', '24:00');
}

/** How the absence is known, and how sure that still is. */
function statementOf(absence: Absence, reading: Reading): string {
  const { locale, at } = reading;
  const { source, note, recordedByName, confirmedAt } = absence;
  const how = sentence(`directory.absence.${source}`, locale, { by: recordedByName ?? '' });
  if (note !== '') return sentence('directory.absence.with_note', locale, { how, note });
  if (!fromGraph(source) || confirmedAt === null) return how;
  const code = isStale(confirmedAt, at) ? 'directory.absence.stale' : 'directory.absence.confirmed';
  return sentence(code, locale, { how, time: moment(confirmedAt, reading) });
}

const staleAt = ({ source, confirmedAt }: Absence, at: Date) => fromGraph(source) && isStale(confirmedAt, at);

export function presentEvidence(absence: Absence, at: Date): AbsenceEvidence {
  const { absenceId, source, from, until, recordedAt, recordedBy, confirmedAt } = absence;
  return {
    absenceId,
    source,
    from: from.toISOString(),
    until: until?.toISOString() ?? null,
    statement: statementOf(absence, { at, locale: 'ja' }),
    recordedAt: recordedAt.toISOString(),
    recordedBy,
    confirmedAt: confirmedAt?.toISOString() ?? null,
    stale: staleAt(absence, at),
  };
}

export function presentAbsence(
  absence: Absence,
  { person, mayCancel }: { person: Person; mayCancel: boolean },
  reading: Reading,
): AbsenceView {
  const { absenceId, note, recordedByName } = absence;
  const { source, from, until, recordedAt, confirmedAt, stale } = presentEvidence(absence, reading.at);
  return {
    id: absenceId,
    person,
    source,
    from,
    until,
    now: holdsAt(absence, reading.at),
    statement: statementOf(absence, reading),
    note,
    recordedAt,
    recordedBy: recordedByName,
    confirmedAt,
    stale,
    mayCancel,
  };
}

/** How fresh each source is, those that were never read too. */
export function presentSources(states: readonly SourceState[], reading: Reading): AbsenceList['sources'] {
  return GRAPH_SOURCES.map((source) => {
    const state = states.find((one) => one.source === source);
    const readAt = state?.readAt ?? null;
    return {
      source,
      readAt: readAt?.toISOString() ?? null,
      stale: isStale(readAt, reading.at),
      sentence: freshness(state ?? { source, readAt, unread: 0, failedSince: null, problem: null }, reading),
    };
  });
}

function freshness({ source, readAt, unread, problem }: SourceState, reading: Reading): string {
  const { locale, at } = reading;
  const name = sentence(`directory.absence_source.${source}`, locale);
  const why = problem === null ? '' : (say(absenceTexts, `directory.absence_problem.${problem}`, locale) ?? '');
  if (readAt === null) return `${sentence('directory.absence_never_read', locale, { source: name })}${why}`;
  const params = { source: name, time: moment(readAt, reading), count: unread, problem: why };
  if (problem !== null || isStale(readAt, at)) return sentence('directory.absence_unread_since', locale, params);
  return sentence(unread > 0 ? 'directory.absence_read_in_part' : 'directory.absence_read', locale, params);
}
