import { z } from 'zod';
import { emit } from '../../platform/index.ts';
import { type LocalDate, localDateOf } from '../../shared/index.ts';
import { CALENDAR_CHANGED } from './announce.ts';
import type { CalendarProblem } from './entry.ts';
import { type GlancedWeek, keepGlances } from './entry-store.ts';
import { mailboxesOf, noteProblem } from './mailbox-store.ts';
import { type CalendarParts, CalendarsRefused, inside, type Reaching, reaching } from './parts.ts';
import type { CalendarAnswer, Glance, Window } from './port.ts';
import { type Mailbox, retryAt, weeksIn, weekWindow } from './rules.ts';
import { problemOf } from './sync.ts';

export interface GlanceAsked {
  readonly ownerIds: readonly string[];
  /** Mondays. */
  readonly weeks: readonly LocalDate[];
}

const Payload = z.object({
  municipalityId: z.uuid(),
  ownerIds: z.array(z.uuid()),
  weeks: z.array(z.iso.date()).min(1),
});

/** Graph answers for at most 62 days at a time. */
const MOST_WEEKS = 8;

/** Weeks that follow each other are one question, as far as one may ask. */
function stretchesOf(weeks: readonly LocalDate[]): LocalDate[][] {
  const sorted = weeks.toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all = weeksIn({ from: weekWindow(first).from, to: weekWindow(last).to });
  return Array.from({ length: Math.ceil(all.length / MOST_WEEKS) }, (_, nth) =>
    all.slice(nth * MOST_WEEKS, (nth + 1) * MOST_WEEKS),
  );
}

function windowOf(weeks: readonly LocalDate[]): Window {
  const windows = weeks.map(weekWindow);
  return { from: windows[0]?.from ?? new Date(0), to: windows.at(-1)?.to ?? new Date(0) };
}

/** An entry stands in each week that it touches; who reads over two weeks sees it once. */
function byWeek(ownerId: string, glance: Glance & { kind: 'OK' }, weeks: readonly LocalDate[]): GlancedWeek[] {
  return weeks.map((week) => {
    const { from, to } = weekWindow(week);
    return { ownerId, week, entries: glance.entries.filter((one) => one.from < to && one.to > from) };
  });
}

type Found = ReadonlyMap<string, Glance>;

function problemsIn(mailboxes: readonly Mailbox[], answer: CalendarAnswer<Found>): Map<CalendarProblem, string[]> {
  const problems = new Map<CalendarProblem, string[]>();
  for (const { ownerId, address } of mailboxes) {
    const glance = answer.kind === 'OK' ? answer.value.get(address) : undefined;
    if (glance?.kind === 'OK') continue;
    const problem = glance?.problem ?? (answer.kind === 'REFUSED' ? problemOf(answer.code) : 'UNREACHABLE');
    problems.set(problem, [...(problems.get(problem) ?? []), ownerId]);
  }
  return problems;
}

async function keep(
  at: Reaching,
  mailboxes: readonly Mailbox[],
  { answer, weeks }: { answer: CalendarAnswer<Found>; weeks: readonly LocalDate[] },
): Promise<void> {
  const found = mailboxes.flatMap(({ ownerId, address }) => {
    const glance = answer.kind === 'OK' ? answer.value.get(address) : undefined;
    return glance?.kind === 'OK' ? byWeek(ownerId, glance, weeks) : [];
  });
  await inside(at, async (tx) => {
    await keepGlances(tx, at.parts.clock, found, at.now);
    for (const [problem, ownerIds] of problemsIn(mailboxes, answer)) {
      const again = retryAt(problem, at.now);
      await noteProblem(tx, ownerIds, { problem, at: at.now, again });
    }
    await emit(tx, [{ topic: CALENDAR_CHANGED, payload: {} }]);
  });
}

/** Asks for free and busy of whole weeks and keeps it; what could not be had is said of each calendar by itself. */
export async function glanceAt(at: Reaching, { ownerIds, weeks }: GlanceAsked): Promise<void> {
  const mailboxes = [...(await inside(at, (tx) => mailboxesOf(tx, ownerIds))).values()];
  if (mailboxes.length === 0) return;
  const addresses = mailboxes.map(({ address }) => address);
  for (const stretch of stretchesOf(weeks)) {
    const answer = await at.port.glance(at.municipalityId, { mailboxes: addresses, ...windowOf(stretch) });
    if (answer.kind === 'REFUSED') at.parts.report.failed('schedules/glance', new CalendarsRefused(answer.code));
    await keep(at, mailboxes, { answer, weeks: stretch });
  }
  at.parts.wake();
}

export async function glanceTask(parts: CalendarParts, payload: unknown): Promise<void> {
  const { municipalityId, ownerIds, weeks } = Payload.parse(payload);
  const at = reaching(parts, municipalityId);
  const mondays = weeks.map((week) => localDateOf(weekWindow(week as LocalDate).from));
  if (at) await glanceAt(at, { ownerIds, weeks: mondays });
}
