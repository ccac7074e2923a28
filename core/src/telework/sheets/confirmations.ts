import { type Actor, personOf as asPerson, type Served } from '../../directory/index.ts';
import { onlyOnce, type Tx } from '../../platform/index.ts';
import type { Caller, Locale } from '../../shared/index.ts';
import { addFact } from '../history/store.ts';
import { blocksClosing } from '../working-time/flags.ts';
import type { Confirmations, Confirmed, ConfirmInput, ConfirmOutcome, ToConfirm } from './contract.ts';
import { closedAmong } from './is-closed.ts';
import type { Month } from './month.ts';
import { confirmedBy, mayConfirm, peopleOf, personOf } from './month-people.ts';
import { type SheetParts, sheetFact, timesOf } from './parts.ts';
import { presentLimits, stateOf } from './present.ts';
import type { Review } from './review.ts';
import { markConfirmed, marksOf, NO_MARK, type SheetMark, saveReviews } from './store.ts';
import { flagWord, words } from './words.ts';

export interface ConfirmationService {
  /** The months of the caller's people, those who need an eye first. */
  list(caller: Caller, asked: { month: Month; all: boolean }): Promise<Confirmations>;
  /** Many at once: what has changed since it was shown is refused by itself, the others go through. */
  confirm(caller: Caller, input: ConfirmInput): Promise<Confirmed>;
}

/** So many are shown of a large office; those further below have bosses of their own. */
const MOST = 300;

// What is told of a day and needs no eye of the boss.
const ONLY_TOLD: ReadonlySet<string> = new Set(['CORRECTED', 'REPORTED_LATE', 'CLOCK_DOUBTED']);

function needsOf({ flags, gaps }: Review, locale: Locale): ToConfirm['needs'] {
  const byFlag = Map.groupBy(
    flags.filter(({ flag }) => !ONLY_TOLD.has(flag)),
    ({ flag }) => flag,
  );
  const needs: ToConfirm['needs'] = [...byFlag].map(([flag, some]) => ({
    ...{ code: flag, words: flagWord(flag, locale), blocks: blocksClosing(flag) },
    dates: some.map(({ date }) => date),
  }));
  if (gaps.length > 0) needs.push({ code: 'GAP', words: words(locale, 'gap'), blocks: false, dates: [...gaps] });
  return needs.sort((a, b) => Number(b.blocks) - Number(a.blocks));
}

type Mark = Omit<SheetMark, 'staffId' | 'month'>;

interface Row {
  readonly served: Served;
  readonly review: Review;
  readonly mark: Mark;
}

const isOpen = ({ review, mark }: Row): boolean => ['OPEN', 'CHANGED'].includes(stateOf(mark, review.fingerprint));
const isBlocked = (row: Row): boolean => isOpen(row) && row.review.blocks.length > 0;
const mayBeConfirmed = (row: Row): boolean => isOpen(row) && row.review.isOver && row.review.blocks.length === 0;

const hasNeeds = ({ review }: Row): boolean => review.flags.length > 0 || review.gaps.length > 0;

// Blocked ones first, then those that only wait, then what is done.
const urgency = (row: Row): number => (isBlocked(row) ? 0 : !isOpen(row) ? 3 : hasNeeds(row) ? 1 : 2);

interface ForBoss {
  readonly locale: Locale;
  readonly month: Month;
  readonly rules: Parameters<typeof presentLimits>[1]['rules'];
}

function present(row: Row, { locale, month, rules }: ForBoss): ToConfirm {
  const { served, review, mark } = row;
  const { fingerprint, isOver, worked, withoutOrder, teleworkDays, minutes } = review;
  return {
    ...{ person: personOf(served), state: stateOf(mark, fingerprint), fingerprint, isOver },
    ...{ needs: needsOf(review, locale), worked, withoutOrder, teleworkDays },
    overtime: minutes.overtime + minutes.dayOff + minutes.statutoryDayOff,
    limits: presentLimits([minutes], { month, rules, locale }).filter(({ level }) => level !== 'WITHIN'),
    confirmed: mark.confirmed && { at: mark.confirmed.at, by: mark.confirmed.by },
    may: { confirm: mayBeConfirmed(row) },
  };
}

interface Asked {
  readonly municipalityId: string;
  readonly month: Month;
  readonly staffIds: readonly string[];
}

/** What the months of these people come to now. Outside any transaction: the engine takes connections of its own. */
async function rowsOf(parts: SheetParts, { municipalityId, month, staffIds }: Asked): Promise<Row[]> {
  const { db, clock, engine } = parts;
  const inside = <T>(work: (tx: Tx) => Promise<T>) => db.singly(municipalityId, work);
  const [times, people] = await inside((tx) => Promise.all([timesOf(parts, tx, month), peopleOf(tx, month, staffIds)]));
  const ids = people.map(({ staffId }) => staffId);
  const reviews = await engine.reviews({
    municipalityId,
    month,
    times,
    now: clock.now(),
    staffIds: ids,
    withSignals: true,
  });
  const marks = await inside((tx) => marksOf(tx, month, ids));
  return people.flatMap((served) => {
    const review = reviews.get(served.staffId);
    return review ? [{ served, review, mark: marks.get(served.staffId) ?? NO_MARK }] : [];
  });
}

async function list(parts: SheetParts, caller: Caller, { month, all }: { month: Month; all: boolean }) {
  const { db, directory, standing, clock } = parts;
  const { municipalityId, locale } = caller;
  const [actor, both, times] = await db.singly(municipalityId, (tx) =>
    Promise.all([directory.actorOf(tx, caller), standing(tx, month), timesOf(parts, tx, month)]),
  );
  const theirs = confirmedBy(both, actor, all);
  const rows = await rowsOf(parts, { municipalityId, month, staffIds: theirs.slice(0, MOST) });
  const reviews = new Map(rows.map(({ served, review }) => [served.staffId, review]));
  // Kept for those who look at the whole city.
  await db.singly(municipalityId, (tx) => saveReviews(tx, { month, at: clock.now(), reviews }));
  const forBoss = { locale, month, rules: times.rules };
  const place = new Map(theirs.map((staffId, nth) => [staffId, nth]));
  const placeOf = ({ served }: Row) => place.get(served.staffId) ?? 0;
  return {
    month,
    items: rows
      .toSorted((a, b) => urgency(a) - urgency(b) || placeOf(a) - placeOf(b))
      .map((row) => present(row, forBoss)),
    waiting: rows.filter((row) => isOpen(row) && !isBlocked(row)).length,
    confirmed: rows.filter((row) => !isOpen(row)).length,
    blocked: rows.filter(isBlocked).length,
    more: theirs.length > MOST,
  };
}

function outcomeOf(row: Row, fingerprint: string): ConfirmOutcome | 'DO' {
  const { review, mark } = row;
  if (review.fingerprint !== fingerprint) return 'CHANGED';
  if (!review.isOver) return 'NOT_OVER';
  if (review.blocks.length > 0) return 'BLOCKED';
  // Pressed twice is once.
  return mark.confirmed?.fingerprint === fingerprint ? 'CONFIRMED' : 'DO';
}

interface Confirming {
  readonly tx: Tx;
  readonly caller: Caller;
  readonly actor: Actor;
  readonly month: Month;
}

async function confirmOne(
  parts: SheetParts,
  { tx, caller, actor, month }: Confirming,
  row: Row,
): Promise<ConfirmOutcome> {
  const { served, review, mark } = row;
  const { staffId } = served;
  const { fingerprint } = review;
  const by = asPerson(actor);
  const seq = mark.version + 1;
  const given = { seq, act: 'CONFIRMED', staffId, month, actor: by, via: caller.via, fact: { fingerprint } };
  const fact = sheetFact(parts, given);
  // Somebody else confirmed or unlocked it at the same moment.
  if (!(await addFact(tx, fact))) return 'CHANGED';
  await markConfirmed(tx, { staffId, month, version: seq, confirmed: { fingerprint, at: fact.at.toISOString(), by } });
  return 'CONFIRMED';
}

/** What of these may be confirmed by the actor, as it stands now. */
async function lookedAt(parts: SheetParts, caller: Caller, { month, items }: ConfirmInput) {
  const { municipalityId } = caller;
  const [actor, both] = await parts.db.singly(municipalityId, (tx) =>
    Promise.all([parts.directory.actorOf(tx, caller), parts.standing(tx, month)]),
  );
  const theirs = items.map(({ staffId }) => staffId).filter((staffId) => mayConfirm(both, actor, staffId));
  const rows = await rowsOf(parts, { municipalityId, month, staffIds: theirs });
  return { actor, rows: new Map(rows.map((row) => [row.served.staffId, row])) };
}

type Looked = ReadonlyMap<string, Row>;

async function confirmAll(parts: SheetParts, asked: Confirming, looked: { rows: Looked; input: ConfirmInput }) {
  const { tx, caller, month } = asked;
  const { rows, input } = looked;
  // Until the end no closing begins. A correction that comes in meanwhile changes the sheet, and so what was confirmed.
  const closed = await closedAmong(tx, { staffIds: [...rows.keys()], month });
  const marks = await marksOf(tx, month, [...rows.keys()]);
  const items: Confirmed['items'] = [];
  for (const [staffId, fingerprint] of new Map(input.items.map((one) => [one.staffId, one.fingerprint]))) {
    const seen = rows.get(staffId);
    const row = seen && { ...seen, mark: marks.get(staffId) ?? NO_MARK };
    const found = !row ? 'NOT_YOURS' : closed.has(staffId) ? 'CLOSED' : outcomeOf(row, fingerprint);
    const outcome = found === 'DO' && row ? await confirmOne(parts, asked, row) : (found as ConfirmOutcome);
    const why = new Set(row?.review.blocks.map(({ flag }) => flagWord(flag, caller.locale)));
    items.push({ staffId, outcome, words: words(caller.locale, outcome, { why: [...why].join('・') }) });
  }
  const confirmed = items.filter(({ outcome }) => outcome === 'CONFIRMED').length;
  return { items, confirmed, refused: items.length - confirmed };
}

export function createConfirmations(parts: SheetParts): ConfirmationService {
  return {
    list: (caller, asked) => list(parts, caller, asked),
    async confirm(caller, input) {
      const { actor, rows } = await lookedAt(parts, caller, input);
      const answer = await parts.db.inMunicipality(caller.municipalityId, (tx) => {
        const request = { use: 'telework.confirm-sheets', ...input };
        const call = { staffId: actor.staffId, key: caller.idempotencyKey, request };
        const asked = { tx, caller, actor, month: input.month };
        return onlyOnce(tx, call, () => confirmAll(parts, asked, { rows, input }));
      });
      parts.wake();
      return answer;
    },
  };
}
