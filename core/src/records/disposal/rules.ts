import { addDays, addYears, badInput, conflict, type LocalDate } from '../../shared/index.ts';

/**
 * 課で点検 → 総括文書管理者の確認・歴史公文書の選別 → 伺い（案件） → 決裁済み → 一人目が実行 → 二人目が確認して実行中 → 済み.
 * `DROPPED`: nobody wants this list any more, and nothing in it was touched.
 */
export type ListState = 'SECTION' | 'RECORDS' | 'PROPOSED' | 'APPROVED' | 'BEGUN' | 'EXECUTING' | 'DONE' | 'DROPPED';

/** 廃棄・移管・延長 */
export type Choice = 'DESTROY' | 'TRANSFER' | 'EXTEND';

/** Why something stands on the list that cannot simply go: held, 永年 (reviewed), 協議. */
export type Mark = 'HELD' | 'PERMANENT' | 'CONSULT';

/** What becomes of a line: listed, refused at the last moment, sent to the archives, gone, or kept longer. */
export type ItemState = 'LISTED' | 'LEFT_OUT' | 'REFUSED' | 'AWAITS_RECEIPT' | 'REMOVING' | 'GONE' | 'EXTENDED';

export type Step = 'SUBMIT' | 'SEND_BACK' | 'PROPOSE' | 'TAKE_BACK' | 'BEGIN' | 'GIVE_UP' | 'CONFIRM' | 'DROP';

/** How something is kept on the day that is looked at. */
export interface Standing {
  readonly state: 'KEPT' | 'DISPOSED' | 'TRANSFERRED';
  readonly isHeld: boolean;
  readonly heldUntil: LocalDate | null;
  readonly isPermanent: boolean;
  readonly action: 'TRANSFER' | 'DESTROY' | 'CONSULT';
  readonly endsOn: LocalDate | null;
}

/** A line as far as its rules go. */
export interface Decidable {
  /** `RECORD` where nothing is said. */
  readonly subjectKind?: string;
  readonly mark: Mark | null;
  /** What the schedule says. */
  readonly proposed: 'TRANSFER' | 'DESTROY' | 'CONSULT';
  readonly endsOn: LocalDate;
  readonly choice: Choice | null;
  /** 歴史公文書: null as long as the records section has not said. */
  readonly historical: boolean | null;
}

export interface Decision {
  readonly choice: Choice;
  readonly reason: string;
  /** Of 延長: the new last day. */
  readonly until: LocalDate | null;
}

/** However good the reason, an extension is looked at again after ten years. */
export const MOST_YEARS_LONGER = 10;
/** What the first person began is confirmed within two weeks, while both still know what it was about. */
export const DAYS_TO_CONFIRM = 14;

export const heldOn = ({ isHeld, heldUntil }: Pick<Standing, 'isHeld' | 'heldUntil'>, today: LocalDate): boolean =>
  isHeld || (heldUntil !== null && heldUntil >= today);

export function markOf(kept: Standing, today: LocalDate): Mark | null {
  if (heldOn(kept, today)) return 'HELD';
  if (kept.isPermanent) return 'PERMANENT';
  return kept.action === 'CONSULT' ? 'CONSULT' : null;
}

/** Which choices there are: what is held waits; 永年 is reviewed and never destroyed. */
export function choicesFor({
  mark,
  historical,
  subjectKind = 'RECORD',
}: Pick<Decidable, 'mark' | 'historical' | 'subjectKind'>): readonly Choice[] {
  if (mark === 'HELD') return [];
  // What is to go to the archives is filed as a record first.
  if (subjectKind !== 'RECORD') return historical === true ? ['EXTEND'] : ['DESTROY', 'EXTEND'];
  return mark === 'PERMANENT' || historical === true ? ['TRANSFER', 'EXTEND'] : ['DESTROY', 'TRANSFER', 'EXTEND'];
}

function checkUntil(until: LocalDate | null, endsOn: LocalDate, today: LocalDate): void {
  const from = endsOn > today ? endsOn : today;
  if (until === null || until <= from || until > addYears(from, MOST_YEARS_LONGER))
    throw badInput('records.disposal_until', { from: addDays(from, 1), years: MOST_YEARS_LONGER });
}

/**
 * @throws bad-input `records.disposal_held`, `…_permanent`, `…_historical`, `…_reason`, `…_until`
 */
export function checkDecision(item: Decidable, { choice, reason, until }: Decision, today: LocalDate): void {
  if (item.mark === 'HELD') throw badInput('records.disposal_held');
  if (!choicesFor(item).includes(choice))
    throw badInput(item.mark === 'PERMANENT' ? 'records.disposal_permanent' : 'records.disposal_historical');
  // What the schedule says needs no other reason than the schedule.
  if (choice !== item.proposed && reason === '') throw badInput('records.disposal_reason');
  if (choice === 'EXTEND') checkUntil(until, item.endsOn, today);
  else if (until !== null) throw badInput('records.disposal_until_only_longer');
}

/** 選別: what is a 歴史公文書 is not destroyed; who chose to destroy it is asked again. */
export const choiceAfterSelection = (choice: Choice | null, historical: boolean): Choice | null =>
  historical && choice === 'DESTROY' ? 'TRANSFER' : choice;

const undecided = (items: readonly Decidable[]): number =>
  items.filter(({ mark, choice }) => mark !== 'HELD' && choice === null).length;

/** The section has answered for everything that it can answer for. @throws conflict `records.disposal_undecided` */
export function checkComplete(items: readonly Decidable[]): void {
  const open = undecided(items);
  if (open > 0) throw conflict('records.disposal_undecided', { count: open });
}

/** 協議 and 永年 are the records section's own to look at. @throws conflict `…_undecided`, `…_unselected`, `…_nothing` */
export function checkProposable(items: readonly Decidable[]): void {
  checkComplete(items);
  const unselected = items.filter(
    ({ mark, historical }) => (mark === 'CONSULT' || mark === 'PERMANENT') && historical === null,
  ).length;
  if (unselected > 0) throw conflict('records.disposal_unselected', { count: unselected });
  if (!items.some(({ mark, choice }) => mark !== 'HELD' && choice !== null)) throw conflict('records.disposal_nothing');
}

const FROM: Record<Step, readonly ListState[]> = {
  SUBMIT: ['SECTION'],
  SEND_BACK: ['RECORDS'],
  PROPOSE: ['RECORDS'],
  TAKE_BACK: ['PROPOSED'],
  BEGIN: ['APPROVED'],
  GIVE_UP: ['BEGUN'],
  CONFIRM: ['BEGUN'],
  DROP: ['SECTION', 'RECORDS'],
};
const TO: Record<Step, ListState> = {
  SUBMIT: 'RECORDS',
  SEND_BACK: 'SECTION',
  PROPOSE: 'PROPOSED',
  TAKE_BACK: 'RECORDS',
  BEGIN: 'BEGUN',
  GIVE_UP: 'APPROVED',
  CONFIRM: 'EXECUTING',
  DROP: 'DROPPED',
};

export const stepFits = (step: Step, state: ListState): boolean => FROM[step].includes(state);

/** @throws conflict `records.disposal_state` */
export function stateAfter(step: Step, state: ListState): ListState {
  if (!stepFits(step, state)) throw conflict('records.disposal_state');
  return TO[step];
}

export interface Begun {
  readonly staffId: string;
  readonly isChief: boolean;
  readonly on: LocalDate;
}

/** 二人で: not by one in two posts, one of them of the records section, and not weeks later. */
export function checkSecond(
  begun: Begun,
  by: { readonly staffId: string; readonly isChief: boolean },
  today: LocalDate,
) {
  if (begun.staffId === by.staffId) throw conflict('records.disposal_same_person');
  if (!begun.isChief && !by.isChief) throw conflict('records.disposal_no_chief');
  if (today > addDays(begun.on, DAYS_TO_CONFIRM))
    throw conflict('records.disposal_too_late', { days: DAYS_TO_CONFIRM });
}

export type Refusal = 'HELD' | 'NOT_KEPT' | 'NOT_EXPIRED' | 'CHANGED' | 'PERMANENT';

/**
 * Why a line may not go after all, at the very moment of its going: approvals are weeks old then, and a hold may be
 * minutes old. Null: it goes.
 */
export function refusalOf(
  kept: Standing,
  { files, listedFiles, choice }: { readonly files: string; readonly listedFiles: string; readonly choice: Choice },
  today: LocalDate,
): Refusal | null {
  if (kept.state !== 'KEPT') return 'NOT_KEPT';
  if (heldOn(kept, today)) return 'HELD';
  if (choice === 'EXTEND') return null;
  if (kept.isPermanent && choice === 'DESTROY') return 'PERMANENT';
  if (kept.endsOn === null || kept.endsOn >= today) return 'NOT_EXPIRED';
  return files === listedFiles ? null : 'CHANGED';
}

const OVER: readonly ItemState[] = ['LEFT_OUT', 'REFUSED', 'GONE', 'EXTENDED'];

/** A list is done when each of its lines is. */
export const isOver = (states: readonly ItemState[]): boolean => states.every((state) => OVER.includes(state));
