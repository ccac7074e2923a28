import { type Locale, localTimeOf, say } from '../../shared/index.ts';
import { blocksClosing } from '../working-time/flags.ts';
import type { PunchKind } from '../working-time/punches.ts';
import { clock, instantOf } from '../working-time/span.ts';
import { dayOffWords, flagWords, oddityTexts } from '../working-time/text.ts';
import type { CorrectionView, WorkdayView } from './contract.ts';
import type { PunchRow } from './fact.ts';
import type { Workday } from './workdays.ts';

/** Who looks, and at what else the answer looks. */
export interface Looking {
  readonly locale: Locale;
  readonly viewer: string;
  /** The person themselves. */
  readonly isOwn: boolean;
  /** A head above the person, or who stands in where there is none. */
  readonly maySettle: boolean;
  readonly closed: boolean;
  /** Everything about these days. */
  readonly rows: readonly PunchRow[];
}

type Known = ReadonlyMap<string, { readonly punch: PunchKind; readonly at: string }>;

/** Every punch that ever was, by the id under which a correction names it. */
function knownPunches(rows: readonly PunchRow[]): Known {
  const known = new Map<string, { punch: PunchKind; at: string }>();
  for (const { fact } of rows) {
    if (fact.kind === 'TAPPED') known.set(fact.factId, { punch: fact.punch, at: fact.at.toISOString() });
    if (fact.kind !== 'CORRECTION_ASKED') continue;
    for (const [nth, { by }] of fact.changes.entries())
      if (by) known.set(`${fact.factId}#${nth}`, { punch: by.punch, at: by.at.toISOString() });
  }
  return known;
}

/**
 * A correction is answered by a head above. What a head entered from paper is answered by the person, or by another
 * head where they cannot; never by whoever entered it.
 */
export function rightsOn(
  { fact, actor }: PunchRow,
  { viewer, isOwn, maySettle }: Pick<Looking, 'viewer' | 'isOwn' | 'maySettle'>,
): CorrectionView['may'] {
  if (fact.kind !== 'CORRECTION_ASKED' || !fact.paper) return { settle: maySettle, withdraw: isOwn };
  const entered = actor.staffId === viewer;
  return { settle: isOwn || (maySettle && !entered), withdraw: entered };
}

function presentCorrection(
  row: PunchRow,
  { settlement, known, looking }: { settlement: PunchRow | undefined; known: Known; looking: Looking },
): CorrectionView | null {
  const { fact, actor } = row;
  if (fact.kind !== 'CORRECTION_ASKED') return null;
  const outcome = settlement?.fact.kind === 'CORRECTION_SETTLED' ? settlement.fact.outcome : null;
  const waits = outcome === null && !looking.closed;
  const { settle, withdraw } = rightsOn(row, looking);
  const { paper } = fact;
  return {
    ...{ id: fact.factId, person: paper?.person ?? actor, date: fact.day, state: outcome ?? 'OPEN' },
    paper: paper ? { enteredBy: actor, orderNumber: paper.orderNumber, source: paper.source } : null,
    changes: fact.changes.map(({ replaces, by }) => ({
      before: (replaces !== null && known.get(replaces)) || null,
      after: by && { punch: by.punch, at: by.at.toISOString() },
    })),
    reason: fact.reason,
    askedAt: fact.serverAt.toISOString(),
    settled: settlement
      ? { by: settlement.actor, at: settlement.fact.serverAt.toISOString(), comment: settlement.comment }
      : null,
    may: { settle: waits && settle, withdraw: waits && withdraw },
  };
}

/** The corrections among these rows, oldest first. */
export function correctionsIn(looking: Looking): CorrectionView[] {
  const known = knownPunches(looking.rows);
  const settled = new Map(
    looking.rows.flatMap((row) =>
      row.fact.kind === 'CORRECTION_SETTLED' ? [[row.fact.correctionId, row] as const] : [],
    ),
  );
  return looking.rows
    .toSorted((a, b) => a.fact.serverAt.getTime() - b.fact.serverAt.getTime())
    .flatMap((row) => presentCorrection(row, { settlement: settled.get(row.fact.factId), known, looking }) ?? []);
}

/** What may be tapped next; after its day is closed a punch is stated by a correction. */
function nextOf({ record, isOpen }: Workday): PunchKind[] {
  if (!isOpen) return [];
  switch (record.state) {
    case 'NOT_STARTED':
    case 'ENDED':
      return ['START'];
    case 'WORKING':
      return ['PAUSE', 'END'];
    case 'PAUSED':
      return ['RESUME', 'END'];
    case 'UNCONFIRMED_END':
      return ['END'];
  }
}

function pausesOf({ date, record, parts, answers }: Workday): WorkdayView['pauses'] {
  const asked = new Set(parts.unanswered.map(({ punchId }) => punchId));
  return record.sessions
    .flatMap(({ pauses }) => pauses)
    .map(({ punchId, from, to }) => ({
      ...{ punchId, from: instantOf(date, from).toISOString(), to: instantOf(date, to).toISOString() },
      ...{ as: answers.get(punchId) ?? null, asked: asked.has(punchId) },
    }));
}

const spanWords = ({ from, to }: { from: number; to: number }) => ({ from: clock(from), to: clock(to) });

export function sentenceOfOdd({ code, at }: Workday['record']['oddities'][number], locale: Locale): string {
  return say(oddityTexts, code, locale, { time: localTimeOf(at) }) ?? code;
}

/** Since when it is as it is: what does not fit, and a second tap of the same, change nothing. */
function sinceOf({ punches, oddities }: Workday['record']): string | null {
  const odd = new Set(oddities.map(({ punchId }) => punchId));
  const fitting = punches.filter(({ punchId }) => !odd.has(punchId));
  const turn = fitting.findLastIndex(({ punch }, at) => fitting[at - 1]?.punch !== punch);
  return fitting[turn]?.at.toISOString() ?? null;
}

export function presentWorkday(day: Workday, looking: Looking): WorkdayView {
  const { date, record, scheduled, plan, reckoning } = day;
  const { locale } = looking;
  const corrections = correctionsIn(looking).filter((one) => one.date === date);
  const flags = [
    ...reckoning.flags,
    ...(corrections.some(({ state }) => state === 'OPEN') ? (['OPEN_CORRECTION'] as const) : []),
  ];
  return {
    date,
    state: record.state,
    since: sinceOf(record),
    scheduled:
      scheduled.kind === 'WORK'
        ? { ...spanWords(scheduled.shift), breaks: (plan.breaks ?? scheduled.shift.breaks).map(spanWords) }
        : null,
    is: scheduled.kind === 'WORK' ? dayOffWords.WORK[locale] : (scheduled.name ?? dayOffWords[scheduled.why][locale]),
    telework: plan.telework.map(({ kind }) => kind),
    ...{ worked: reckoning.worked, breaks: reckoning.breaks, midShift: reckoning.midShift },
    punches: record.punches.map(({ punchId, at, punch, reportedLate, clockDoubted, corrected }) => ({
      ...{ id: punchId, punch, at: at.toISOString(), reportedLate, clockDoubted, corrected },
    })),
    next: nextOf(day),
    pauses: pausesOf(day),
    odd: record.oddities.map((one) => ({
      ...{ code: one.code, punchId: one.punchId, sentence: sentenceOfOdd(one, locale) },
    })),
    flags: flags.map((flag) => ({ flag, word: flagWords[flag][locale], blocks: blocksClosing(flag) })),
    corrections,
    closed: looking.closed,
  };
}
