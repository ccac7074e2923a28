import { type Database, limitedThreads, type Tx } from '../../platform/index.ts';
import {
  badInput,
  type Caller,
  Download,
  type Encoded,
  KaigiError,
  type Locale,
  lastOfMonth,
  type Unmappable,
} from '../../shared/index.ts';
import type { CityTimes } from '../hours/city-times.ts';
import type { Characters, ExportQuery } from './closing-contract.ts';
import { type ExportedPerson, type ExportPart, exported } from './export-part.ts';
import type { Month } from './month.ts';
import { isWithin, peopleOf } from './month-people.ts';
import { leaveNames, personnel, type SheetParts, timesOf } from './parts.ts';
import { sourcesOf } from './sources.ts';
import { staffNumbersOf } from './staff-numbers.ts';
import { marksOf } from './store.ts';

export interface ExportService {
  /** @throws not-allowed `telework.sheet_personnel_only`; bad-input `telework.sheet_unknown_unit` */
  file(caller: Caller, month: Month, query: ExportQuery): Promise<Download>;
  /** Whose names or words the file cannot hold in Shift_JIS; they stand there as 〓. */
  characters(caller: Caller, month: Month, query: ExportQuery): Promise<Characters>;
}

const BATCH = 100;
const INLINE = 8;

function threads() {
  const busy = () => new KaigiError('unavailable', 'telework.sheet_busy');
  return limitedThreads<ExportPart, Encoded>({
    module: new URL('./export-thread.ts', import.meta.url),
    limits: { workers: 2, waiting: 1_000, deadlineMs: 60_000, heapMb: 512 },
    refusals: { tooMuch: busy, busy },
  });
}

interface Wanted {
  readonly municipalityId: string;
  readonly locale: Locale;
  readonly month: Month;
  readonly query: ExportQuery;
  readonly people: readonly ExportedPerson[];
  readonly times: CityTimes;
}

const inLists = (a: ExportedPerson, b: ExportedPerson): number => (a.staffNumber < b.staffNumber ? -1 : 1);

async function wantedBy(
  parts: SheetParts,
  caller: Caller,
  { month, query }: Pick<Wanted, 'month' | 'query'>,
): Promise<Wanted> {
  const { municipalityId, locale } = caller;
  const { unitId, closedOnly } = query;
  return parts.db.singly(municipalityId, async (tx: Tx) => {
    await personnel(parts, tx, caller);
    const [standing, all, times] = await Promise.all([
      parts.standing(tx, month),
      peopleOf(tx, month),
      timesOf(parts, tx, month),
    ]);
    if (unitId !== undefined && !standing.atEnd.units.has(unitId)) throw badInput('telework.sheet_unknown_unit');
    const served = unitId === undefined ? all : all.filter((one) => isWithin(standing, one, unitId));
    const ids = served.map(({ staffId }) => staffId);
    const [marks, numbers] = await Promise.all([marksOf(tx, month, ids), staffNumbersOf(tx, ids)]);
    const people = served
      .map(({ staffId, name, unitName, signInName }) => ({
        ...{ staffId, name, unitName, staffNumber: numbers.get(staffId) ?? signInName.replace(/@.*$/, '') },
        closed: marks.get(staffId)?.closed?.fingerprint ?? null,
      }))
      .filter(({ closed }) => closedOnly === 'false' || closed !== null)
      .sort(inLists);
    return { municipalityId, locale, month, query, people, times };
  });
}

type Reckon = (part: ExportPart) => Promise<Encoded>;

/** Part by part, in the order of the staff numbers. */
async function partsOf(parts: SheetParts, wanted: Wanted, reckon: Reckon): Promise<Encoded[]> {
  const { municipalityId, locale, month, query, people, times } = wanted;
  const { db, clock } = parts;
  const leaves = new Map([...leaveNames(parts, { municipalityId, month })].map(([id, name]) => [id, name[locale]]));
  const encoding = query.encoding === 'sjis' ? 'shift_jis' : 'utf-8';
  const now = clock.now();
  const starts = Array.from({ length: Math.max(1, Math.ceil(people.length / BATCH)) }, (_, nth) => nth * BATCH);
  const found: Encoded[] = new Array(starts.length);
  const left = starts.entries();
  const line = async () => {
    for (const [nth, start] of left) {
      const some = people.slice(start, start + BATCH);
      const staffIds = some.map(({ staffId }) => staffId);
      const sources = await loaded(db, municipalityId, { staffIds, month, times, now });
      const part = {
        kind: query.kind,
        month,
        people: some,
        sources,
        encoding,
        locale,
        leaves,
        header: nth === 0,
      } as const;
      found[nth] = some.length <= INLINE ? exported(part) : await reckon(part);
    }
  };
  await Promise.all([line(), line(), line()]);
  return found;
}

const loaded = (db: Database, municipalityId: string, asked: Parameters<typeof sourcesOf>[1]) =>
  db.singly(municipalityId, (tx) => sourcesOf(tx, asked));

function joined(parts: readonly Encoded[], encoding: ExportQuery['encoding']): Uint8Array {
  // Every part of a UTF-8 file comes with the mark; only the file has one.
  const mark = encoding === 'utf8' ? 3 : 0;
  return Buffer.concat(parts.map(({ bytes }, nth) => (nth === 0 ? bytes : bytes.subarray(mark))));
}

const NAMES = { days: { ja: '勤務表', en: 'sheets' }, counts: { ja: '勤務日数', en: 'days' } };

/** Of each person the characters that the file lacks, each once, with how many lines have it. */
function lacking(parts: readonly Encoded[], { people, query, month }: Wanted): Characters {
  const days = query.kind === 'counts' ? 1 : Number(lastOfMonth(month).slice(8));
  const found = new Map<string, Characters['items'][number]>();
  for (const [nth, { unmappable }] of parts.entries()) {
    for (const one of unmappable) {
      const person = personAt(one, { people, days, nth });
      if (!person) continue;
      const { staffNumber, name } = person;
      const { character, codePoint } = one;
      const key = `${staffNumber} ${character}`;
      const known = found.get(key);
      found.set(key, { staffNumber, name, character, codePoint, lines: (known?.lines ?? 0) + 1 });
    }
  }
  return { items: [...found.values()] };
}

function personAt(
  { line }: Unmappable,
  { people, days, nth }: { people: Wanted['people']; days: number; nth: number },
) {
  const header = nth === 0 ? 1 : 0;
  return people[nth * BATCH + Math.floor((line - 1 - header) / days)];
}

export function createExports(parts: SheetParts): ExportService {
  const reckon = threads();
  return {
    async file(caller, month, query) {
      const wanted = await wantedBy(parts, caller, { month, query });
      const bytes = joined(await partsOf(parts, wanted, reckon), query.encoding);
      const charset = query.encoding === 'sjis' ? 'Shift_JIS' : 'utf-8';
      return new Download(`${NAMES[query.kind][caller.locale]}-${month}.csv`, `text/csv; charset=${charset}`, bytes);
    },
    async characters(caller, month, query) {
      const wanted = await wantedBy(parts, caller, { month, query: { ...query, encoding: 'sjis' } });
      return lacking(await partsOf(parts, wanted, reckon), wanted);
    },
  };
}
