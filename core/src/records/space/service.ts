import type { Actor, Directory } from '../../directory/index.ts';
import type { Clock, Database, Tx } from '../../platform/index.ts';
import {
  addDays,
  addYears,
  type Caller,
  type CsvEncoding,
  Download,
  fiscalYearOf,
  fiscalYearStart,
  type LocalDate,
  type Locale,
  localDateOf,
  writeCsv,
} from '../../shared/index.ts';
import { type PartInCase, type Sight, sightOf } from '../access.ts';
import { mayManage } from '../keeping/policy.ts';
import { labelOf } from '../number-label.ts';
import { answerSpace, type SpaceAnswer } from './answers.ts';
import { catalogueOf, catalogueTable, previewOf } from './catalogue.ts';
import type { CataloguePreview, RecordsTodo, SpaceProposal, SpaceView } from './contract.ts';
import * as queries from './queries.ts';
import { todoOf } from './todo.ts';

export interface SpaceParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Pick<Directory, 'actorOf' | 'unitPath' | 'lineAbove'>;
  readonly partInCase: PartInCase;
}

export interface Space {
  /** As far as the reader sees. */
  view(caller: Caller, years: number): Promise<SpaceView>;
  /** 文書主任 of their sections, 総括文書管理者 of all. @throws not-allowed `records.todo_not_yours` */
  todo(caller: Caller): Promise<RecordsTodo>;
  /** The same for whoever tells people by card. */
  todoOf(tx: Tx, actor: Actor, locale: Locale): Promise<RecordsTodo>;
  /** What a section says to a proposal. @throws not-found `records.not_found`; not-allowed `records.space_not_yours` */
  answer(caller: Caller, recordId: string, answer: SpaceAnswer): Promise<void>;
  /** What the catalogue will say, and why names are masked in it; without a year of this one. */
  preview(caller: Caller, fiscalYear: number | null): Promise<CataloguePreview>;
  /** 文書目録（ファイル管理簿）, titles of what is not public masked. */
  catalogue(caller: Caller, asked: { fiscalYear: number; encoding: CsvEncoding }): Promise<Download>;
}

interface Open {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly sight: Sight;
  readonly today: LocalDate;
}

const inside = <T>(
  { db, directory, partInCase, clock }: SpaceParts,
  caller: Caller,
  work: (open: Open) => Promise<T>,
) =>
  db.inMunicipality(caller.municipalityId, async (tx) => {
    const actor = await directory.actorOf(tx, caller);
    const sight = await sightOf({ directory, partInCase }, tx, actor);
    return work({ tx, actor, sight, today: localDateOf(clock.now()) });
  });

const found = (row: queries.FoundRow) => ({ recordId: row.recordId, number: labelOf(row), title: row.title });

const proposed =
  (sight: Sight) =>
  (row: queries.ProposedRow): SpaceProposal => ({
    ...{ ...found(row), bytes: row.bytes, endsOn: row.endsOn, mayAnswer: mayManage(sight, row) },
    answer: row.answer && { answer: row.answer, by: row.answeredBy ?? '', on: row.answeredOn ?? '' },
  });

async function viewOf({ tx, sight, today }: Open, years: number): Promise<SpaceView> {
  const endsBy = addDays(fiscalYearStart(fiscalYearOf(today) + 1), -1);
  const total = await queries.totalOf(tx, sight);
  const units = await queries.unitsOf(tx, sight);
  const duplicates = await queries.duplicatesOf(tx, sight);
  const versions = await queries.versionsOf(tx, sight);
  const unread = await queries.unreadSince(tx, sight, addYears(today, -years));
  const letGo = await queries.letGoOf(tx, sight);
  const ended = await queries.endingBy(tx, sight, addDays(today, -1));
  const expiring = await queries.endingBy(tx, sight, endsBy);
  const shown = proposed(sight);
  return {
    ...{ total, units, letGo, ended },
    duplicates: duplicates.map((one) => ({ ...one, records: one.records.map(shown) })),
    versions: versions.map((one) => ({ ...found(one), versions: one.versions, bytes: one.bytes })),
    unread: { years, records: unread.records, bytes: unread.bytes, items: unread.items.map(shown) },
    expiring: { ...expiring, endsBy },
  };
}

export function createSpace(parts: SpaceParts): Space {
  return {
    view: (caller, years) => inside(parts, caller, (open) => viewOf(open, years)),
    answer: (caller, recordId, answer) =>
      inside(parts, caller, ({ tx, sight, today }) =>
        answerSpace({ clock: parts.clock, tx, sight, today, via: caller.via }, recordId, answer),
      ),
    todo: (caller) => inside(parts, caller, ({ tx, actor }) => todoOf(parts, tx, { actor, locale: caller.locale })),
    todoOf: (tx, actor, locale) => todoOf(parts, tx, { actor, locale }),
    preview: (caller, asked) =>
      inside(parts, caller, async ({ tx, today }) => {
        const fiscalYear = asked ?? fiscalYearOf(today);
        return previewOf(fiscalYear, await catalogueOf(tx, fiscalYear));
      }),
    catalogue: (caller, { fiscalYear, encoding }) =>
      inside(parts, caller, async ({ tx }) => {
        const { bytes } = writeCsv(catalogueTable(await catalogueOf(tx, fiscalYear)), encoding);
        return new Download(`文書目録_${fiscalYear}.csv`, `text/csv; charset=${encoding}`, bytes);
      }),
  };
}
