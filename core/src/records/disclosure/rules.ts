import { addDays, badInput, conflict, type LocalDate } from '../../shared/index.ts';
import { type HoldTerm, heldBy } from '../keeping/holds.ts';

/**
 * `OPEN` 受付・検討中 → `DECIDED` 決定, `DISMISSED` 却下 or `WITHDRAWN` 取下げ. The first two are dispositions, and can be
 * `APPEALED` 審査請求 until its ruling.
 */
export type RequestState = 'OPEN' | 'DECIDED' | 'DISMISSED' | 'WITHDRAWN' | 'APPEALED';

const OVER: Readonly<Record<Exclude<RequestState, 'OPEN'>, string>> = {
  DECIDED: 'records.disclosure_not_open',
  APPEALED: 'records.disclosure_not_open',
  DISMISSED: 'records.disclosure_dismissed',
  WITHDRAWN: 'records.disclosure_withdrawn',
};

/** @throws conflict `records.disclosure_not_open`, `…_dismissed`, `…_withdrawn` */
export function checkOpen(state: RequestState): void {
  if (state !== 'OPEN') throw conflict(OVER[state]);
}

/** 開示・部分開示・不開示・不存在・存否応答拒否 */
export const DECISIONS = ['DISCLOSE', 'PARTLY', 'WITHHOLD', 'ABSENT', 'UNCONFIRMED'] as const;
export type Decision = (typeof DECISIONS)[number];

/** What the term is counted from. */
export interface Clocked {
  readonly receivedOn: LocalDate;
  readonly termDays: number;
  readonly extensionDays: number;
  readonly isExtended: boolean;
  /** 補正: days that do not count. */
  readonly correctionDays: number;
  /** Since when a correction is waited for. */
  readonly correctionAskedOn: LocalDate | null;
}

const MS_A_DAY = 86_400_000;

/** The days from one to the other: 補正を求めた日の翌日から補正された日まで. */
export const daysBetween = (from: LocalDate, until: LocalDate): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / MS_A_DAY);

/**
 * The last day for the decision. The day of the request does not count (民法140条), days of a correction neither. Null
 * while a correction is waited for: nothing runs then.
 */
export function dueOn(clock: Clocked): LocalDate | null {
  if (clock.correctionAskedOn !== null) return null;
  const extension = clock.isExtended ? clock.extensionDays : 0;
  return addDays(clock.receivedOn, clock.termDays + extension + clock.correctionDays);
}

/** @throws conflict `records.disclosure_extended`, `…_correcting`, `…_overdue` */
export function checkExtension(clock: Clocked, today: LocalDate): void {
  if (clock.isExtended) throw conflict('records.disclosure_extended');
  const due = dueOn(clock);
  if (due === null) throw conflict('records.disclosure_correcting');
  // 延長 is told within the term; afterwards there is nothing left to extend.
  if (today > due) throw conflict('records.disclosure_overdue', { day: due });
}

/**
 * A term that has ended no longer stands still, and no day is left out twice.
 * @throws conflict `records.disclosure_correcting`, `…_corrected_late`; bad-input `…_day_before`
 */
export function checkCorrection(clock: Clocked, asked: { readonly on: LocalDate; readonly before: LocalDate | null }) {
  const due = dueOn(clock);
  if (due === null) throw conflict('records.disclosure_correcting');
  if (asked.before !== null && asked.on < asked.before)
    throw badInput('records.disclosure_day_before', { day: asked.before });
  if (asked.on > due) throw conflict('records.disclosure_corrected_late', { day: due });
}

interface CorrectionWish {
  readonly on: LocalDate;
  /** As it was chosen, or else the days of the regulations. */
  readonly chosen: LocalDate | null;
  readonly days: number | null;
}

/**
 * By when it is to be put right (相当の期間): a day that whoever asked can still keep.
 * @throws bad-input `records.disclosure_correction_until`, `…_correction_over`
 */
export function correctionUntil({ on, chosen, days }: CorrectionWish, today: LocalDate): LocalDate {
  const until = chosen ?? (days === null ? null : addDays(on, days));
  if (until === null) throw badInput('records.disclosure_correction_until');
  if (until < today) throw badInput('records.disclosure_correction_over', { day: until });
  return until;
}

interface Awaited {
  readonly state: RequestState;
  readonly correctionAskedOn: LocalDate | null;
  readonly correctionUntil: LocalDate | null;
}

/** Nothing was put right within the term: the request can be dismissed. */
export const isCorrectionLate = ({ state, correctionAskedOn, correctionUntil: until }: Awaited, today: LocalDate) =>
  state === 'OPEN' && correctionAskedOn !== null && until !== null && today > until;

/**
 * 却下, by the day on which it was decided: while a correction can still come, it is waited for (行政手続法7条).
 * @throws conflict `records.disclosure_not_open`, `…_dismissed`, `…_withdrawn`, `…_decided_before`, `…_correction_runs`
 */
export function checkDismissal(request: Awaited & { readonly receivedOn: LocalDate }, on: LocalDate): void {
  checkOpen(request.state);
  if (on < request.receivedOn) throw conflict('records.disclosure_decided_before');
  const { correctionAskedOn, correctionUntil: until } = request;
  if (correctionAskedOn !== null && until !== null && on <= until)
    throw conflict('records.disclosure_correction_runs', { day: until });
}

interface Judged {
  readonly isRecord: boolean;
  readonly decision: Decision;
  readonly grounds: readonly string[];
}

/** @throws bad-input `records.disclosure_ground`, `…_not_absent`, `…_no_record`, `…_ground_unknown` */
export function checkJudgement({ isRecord, decision, grounds }: Judged, known: readonly string[]): void {
  if (decision === 'ABSENT' && isRecord) throw badInput('records.disclosure_not_absent');
  if (!isRecord && decision !== 'ABSENT' && decision !== 'UNCONFIRMED') throw badInput('records.disclosure_no_record');
  const isWithheld = decision === 'PARTLY' || decision === 'WITHHOLD';
  if (isWithheld && grounds.length === 0) throw badInput('records.disclosure_ground');
  if (!isWithheld && decision !== 'UNCONFIRMED' && grounds.length > 0) throw badInput('records.disclosure_no_ground');
  const strange = grounds.find((id) => !known.includes(id));
  if (strange !== undefined) throw badInput('records.disclosure_ground_unknown', { ground: strange });
}

/** What the request as a whole comes to; null while something is not judged. */
export function outcomeOf(decisions: readonly (Decision | null)[]): Decision | null {
  const all = decisions.filter((one) => one !== null);
  if (all.length === 0 || all.length < decisions.length) return null;
  const [first] = all;
  if (first !== undefined && all.every((one) => one === first)) return first;
  const shows = all.some((one) => one === 'DISCLOSE' || one === 'PARTLY');
  return shows ? 'PARTLY' : 'WITHHOLD';
}

export interface Deciding {
  readonly state: RequestState;
  readonly correctionAskedOn: LocalDate | null;
  readonly receivedOn: LocalDate;
  readonly items: readonly { readonly decision: Decision | null; readonly judgedAt: Date | null }[];
  /** What was judged and left out again; `judgedAt`: at first. */
  readonly dropped: readonly { readonly judgedAt: Date; readonly droppedAt: Date }[];
}

/**
 * The case was decided over what stands here: everything judged, and nothing judged anew or left out after the decision.
 * @throws conflict `records.disclosure_not_open`, `…_dismissed`, `…_withdrawn`, `…_nothing`, `…_unjudged`, `…_judged_after`, `…_dropped_after`,
 * `…_decided_before`
 */
export function checkDecision(request: Deciding, by: { readonly takenOn: LocalDate; readonly takenAt: Date }): void {
  checkOpen(request.state);
  if (request.correctionAskedOn !== null) throw conflict('records.disclosure_correcting');
  if (request.items.length === 0) throw conflict('records.disclosure_nothing');
  const open = request.items.filter(({ decision }) => decision === null).length;
  if (open > 0) throw conflict('records.disclosure_unjudged', { count: open });
  if (by.takenOn < request.receivedOn) throw conflict('records.disclosure_decided_before');
  const later = request.items.filter(({ judgedAt }) => judgedAt !== null && judgedAt > by.takenAt).length;
  if (later > 0) throw conflict('records.disclosure_judged_after', { count: later });
  // One that was judged only afterwards, and then left out, was never decided upon.
  const gone = request.dropped.filter(({ judgedAt, droppedAt }) => judgedAt <= by.takenAt && droppedAt > by.takenAt);
  if (gone.length > 0) throw conflict('records.disclosure_dropped_after', { count: gone.length });
}

/** A hold of a request: because of the request itself, or of an appeal against what was decided of it. */
export interface RequestHold extends HoldTerm {
  readonly reason: 'DISCLOSURE' | 'APPEAL';
}

/** What the holds of a request do on a day; `until`: their last day, as far as it is known, and of which it is the last. */
export interface HoldStanding {
  readonly state: 'NONE' | 'HELD' | 'HELD_UNTIL' | 'ENDED';
  readonly until: LocalDate | null;
  readonly by: 'DISCLOSURE' | 'APPEAL' | null;
}

export function holdStanding(holds: readonly RequestHold[], today: LocalDate): HoldStanding {
  const { isHeld, heldUntil: until } = heldBy(holds);
  if (isHeld) return { state: 'HELD', until: null, by: null };
  if (until === null) return { state: 'NONE', until, by: null };
  const last = holds.filter((hold) => hold.until === until).some(({ reason }) => reason === 'APPEAL');
  return { state: until < today ? 'ENDED' : 'HELD_UNTIL', until, by: last ? 'APPEAL' : 'DISCLOSURE' };
}
