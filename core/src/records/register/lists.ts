import {
  badInput,
  type Caller,
  type CsvCell,
  Download,
  fiscalYearOf,
  isUuid,
  type LocalDate,
  type Locale,
  say,
  warekiFiscalYear,
  writeCsv,
} from '../../shared/index.ts';
import type { RecordsParts } from '../parts.ts';
import { type At, atRegister, viewOf, withinOf, withoutSecrets } from './at.ts';
import type {
  NeedView,
  NumberView,
  RegisterChoices,
  RegisterCsvQuery,
  RegisterPage,
  RegisterQuery,
  RegisterRow,
} from './contract.ts';
import type { NumberRow } from './number-row.ts';
import { presentPage, presentRow } from './present.ts';
import { type NumberKey, type Place, type RegisterSearch, registerRows, symbolsOf } from './queries.ts';
import { lastYearUntil, mayTake } from './rules.ts';
import { registerLabels } from './text.ts';

export interface RegisterLists {
  /** The 文書収発簿 of a 年度, as far as the reader's section goes. @throws bad-input `records.bad_cursor` */
  register(caller: Caller, query: RegisterQuery): Promise<RegisterPage>;
  csv(caller: Caller, query: RegisterCsvQuery): Promise<Download>;
  /** @throws not-found `records.number_not_found` */
  number(caller: Caller, id: string): Promise<NumberView>;
  choices(caller: Caller, fiscalYear: number | null): Promise<RegisterChoices>;
  /** 「番号は要る?」 */
  need(caller: Caller, answers: string): Promise<NeedView>;
}

const PAGE = 50;
const MOST_IN_FILE = 50_000;
const BATCH = 2_000;
const PLACE = /^(.{1,40})\/(\d{1,9})\/(\d{1,9})$/u;

function searchOf(at: At, query: Omit<RegisterQuery, 'cursor' | 'order'>): RegisterSearch {
  return {
    ...{ fiscalYear: query.fiscalYear ?? fiscalYearOf(at.today), direction: query.direction ?? null },
    ...{ state: query.state ?? null, symbol: query.symbol ?? null, unitId: query.unit ?? null },
    ...{ from: (query.from ?? null) as LocalDate | null, to: (query.to ?? null) as LocalDate | null },
    ...{ words: query.q?.trim() || null, dueBefore: query.overdue ? at.today : null },
    origin: query.imported ? 'IMPORTED' : null,
  };
}

/** @throws bad-input `records.bad_cursor` */
function placeOf({ order = 'newest', cursor }: Pick<RegisterQuery, 'order' | 'cursor'>): Place {
  if (order === 'newest') {
    if (cursor !== undefined && !isUuid(cursor)) throw badInput('records.bad_cursor');
    return { order: 'NEWEST', before: cursor ?? null };
  }
  if (cursor === undefined) return { order: 'NUMBER', after: null };
  const [, symbol, number, branch] = PLACE.exec(cursor) ?? [];
  if (symbol === undefined) throw badInput('records.bad_cursor');
  return { order: 'NUMBER', after: { symbol, number: Number(number), branch: Number(branch) } };
}

const keyOf = ({ symbol, number, branch }: NumberKey): string => `${symbol}/${number}/${branch}`;

async function pageNow(at: At, query: RegisterQuery): Promise<RegisterPage> {
  const [search, place] = [searchOf(at, query), placeOf(query)];
  const rows = await registerRows(at.tx, at.sight, { search, place, limit: PAGE + 1 });
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  const nextCursor = last ? (place.order === 'NEWEST' ? last.id : keyOf(last)) : null;
  const looking = { locale: at.caller.locale, today: at.today };
  const shown = await withoutSecrets(at, rows.slice(0, PAGE));
  return presentPage({ fiscalYear: search.fiscalYear, nextCursor }, shown, looking);
}

const COLUMNS = [
  'number',
  'year',
  'date',
  'direction',
  'counterparty',
  'title',
  'their_number',
  'unit',
  'due',
  'handling',
  'issued',
  'completed',
  'by',
  'note',
] as const;

function cellsOf(row: RegisterRow, locale: Locale): CsvCell[] {
  const said = (code: keyof typeof registerLabels) => say(registerLabels, code, locale) ?? '';
  return [
    ...[
      row.number.label,
      warekiFiscalYear(row.number.fiscalYear),
      row.number.date,
      said(`records.direction_${row.direction}`),
    ],
    ...[row.counterparty, row.title, row.theirNumber, row.unitName, row.dueOn],
    ...[
      row.handling ? said(`records.handling_${row.handling}`) : null,
      row.issuedOn,
      row.completedOn,
      row.registeredBy,
    ],
    row.note,
  ];
}

/** The whole of it, by symbol and number. */
async function csvNow(at: At, { encoding, ...query }: RegisterCsvQuery): Promise<Download> {
  const search = searchOf(at, query);
  const { locale } = at.caller;
  const cells: CsvCell[][] = [COLUMNS.map((column) => say(registerLabels, `records.csv_${column}`, locale) ?? column)];
  for (let after: NumberKey | null = null; cells.length <= MOST_IN_FILE; ) {
    const rows: NumberRow[] = await registerRows(at.tx, at.sight, {
      search,
      place: { order: 'NUMBER', after },
      limit: BATCH,
    });
    for (const row of await withoutSecrets(at, rows))
      cells.push(cellsOf(presentRow(row, { locale, today: at.today }), locale));
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) break;
    after = last;
  }
  const { bytes } = writeCsv(cells, encoding);
  return new Download(`文書収発簿_${search.fiscalYear}.csv`, 'text/csv', bytes);
}

async function choicesNow(at: At, fiscalYear: number | null): Promise<RegisterChoices> {
  const { parts, tx, actor, today, caller } = at;
  await parts.regulations.ready(tx);
  const when = { municipalityId: tx.municipalityId, day: today };
  const rules = parts.regulations.registersOn(when);
  const unitId = actor.posts[0]?.unitId;
  const path = unitId === undefined ? [] : await parts.directory.unitPath(tx, unitId);
  const own = (['DRAFTED', 'RECEIVED', 'SENT'] as const).flatMap((key) => {
    const series = regulationsSeries(key);
    return series
      ? [
          {
            key,
            symbol: series.symbol,
            name: say(registerLabels, `records.series_${key}`, caller.locale) ?? key,
            article: series.article,
          },
        ]
      : [];
  });
  function regulationsSeries(key: 'DRAFTED' | 'RECEIVED' | 'SENT') {
    return path.length === 0 ? null : parts.regulations.numberSeries(when, path, key);
  }
  const present = fiscalYearOf(today);
  return {
    symbols: await symbolsOf(tx, withinOf(at.sight), fiscalYear ?? present),
    series: [
      ...own,
      ...rules.series
        .filter(({ symbol }) => mayTake(actor, rules, symbol))
        .map(({ id, symbol, name, article }) => ({ key: id, symbol, name: name[caller.locale], article })),
    ],
    lastYear: {
      ...{
        open: lastYearUntil(rules, today) !== null,
        label: warekiFiscalYear(present - 1),
        until: rules.lastYear.until,
      },
      sentence: rules.lastYear.sentence[caller.locale],
    },
    ...{ reservationHours: rules.reservation.hours, senders: [...rules.senders] },
  };
}

/** `outside:yes,decision:no` */
export function readAnswers(text: string): Record<string, boolean> {
  const pairs = text.split(',').map((one) => one.split(':'));
  return Object.fromEntries(
    pairs.flatMap(([id = '', answer]) => (answer === 'yes' || answer === 'no' ? [[id, answer === 'yes']] : [])),
  );
}

async function needNow({ parts, tx, today, caller }: At, answers: string): Promise<NeedView> {
  await parts.regulations.ready(tx);
  const rules = parts.regulations.registersOn({ municipalityId: tx.municipalityId, day: today });
  const verdict = rules.need(readAnswers(answers));
  return {
    questions: rules.questions.map(({ id, question, help }) => ({
      id,
      question: question[caller.locale],
      help: help?.[caller.locale] ?? null,
    })),
    verdict: verdict && { ...verdict, sentence: verdict.sentence[caller.locale] },
  };
}

export function createRegisterLists(parts: RecordsParts): RegisterLists {
  const inside = <T>(caller: Caller, work: (at: At) => Promise<T>) =>
    parts.db.inMunicipality(caller.municipalityId, async (tx) => work(await atRegister(parts, tx, caller)));
  return {
    register: (caller, query) => inside(caller, (at) => pageNow(at, query)),
    csv: (caller, query) => inside(caller, (at) => csvNow(at, query)),
    number: (caller, id) => inside(caller, (at) => viewOf(at, id)),
    choices: (caller, fiscalYear) => inside(caller, (at) => choicesNow(at, fiscalYear)),
    need: (caller, answers) => inside(caller, (at) => needNow(at, answers)),
  };
}
