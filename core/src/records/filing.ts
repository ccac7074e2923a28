import { type Actor, type Directory, type Person, personOf } from '../directory/index.ts';
import { append, appending } from '../ledger/index.ts';
import { type Clock, newId, type Tx, together } from '../platform/index.ts';
import type { Regulations, Series, When } from '../regulations/index.ts';
import { badInput, conflict, fiscalYearOf, invariant, localDateOf, notFound } from '../shared/index.ts';
import type { DocumentNumber, FileRef, RecordKind } from './contract.ts';
import type { PreparedFile } from './files.ts';
import { folderFor } from './keeping/folder-for.ts';
import {
  closedUnfinished,
  describedAnew,
  firstKeeping,
  inFolder,
  type KeepingWish,
  keep,
  PLAIN,
} from './keeping/keep.ts';
import { ownerOf } from './owner.ts';
import { documentNumber } from './present.ts';
import { stateOf } from './queries.ts';
import { laterYearBegun } from './register/queries.ts';
import { yearOfRun } from './register/rules.ts';
import { type FileVersionRow, fileLeaf, type RegisteredRow, registerLeaf } from './rows.ts';
import { putFiledAs, putFiledAsAgain, putRegistered, putText } from './search/index.ts';
import * as store from './store.ts';

export interface FilingParts {
  readonly clock: Clock;
  readonly directory: Pick<Directory, 'unitPath'>;
  readonly regulations: Regulations;
}

export interface CaseDocument {
  readonly title: string;
  readonly classificationCode: string;
  readonly file: PreparedFile;
  readonly caseId: string;
  /** The unit drafted in; the main post's when not given. */
  readonly unitId?: string;
  /** 自治体機密性 2 where nothing is said. */
  readonly keeping?: KeepingWish;
  /** 簿冊; where nothing is said, the only one of section, year and class. */
  readonly folderId?: string | undefined;
}

/** What an open record is called and classed as. */
export interface Described {
  readonly recordId: string;
  readonly title: string;
  readonly classificationCode: string;
  readonly keeping?: KeepingWish;
}

/** A document as it now stands in the store. */
export interface Filed {
  readonly recordId: string;
  readonly fileVersion: number;
  readonly file: FileRef;
  readonly classification: { readonly code: string; readonly name: string };
  readonly retentionYears: number;
}

export interface Filing {
  readonly kind: RecordKind;
  readonly title: string;
  readonly classificationCode: string;
  readonly file: PreparedFile;
  readonly caseId: string | null;
  readonly unitId: string | undefined;
  readonly keeping?: KeepingWish | undefined;
  readonly folderId?: string | undefined;
}

export interface NumberRequest {
  readonly recordId: string;
  readonly series: Series;
  /** Of a series of the whole city, in place of the section’s. */
  readonly symbol?: string | null;
  readonly counterparty: string | null;
  readonly by: Person;
  readonly unitId: string;
  readonly at: Date;
}

const refOf = ({ sha256, fileName, mediaType, size }: PreparedFile): FileRef => ({ sha256, fileName, mediaType, size });

/** Why an open record was expected and is not there. */
export async function refusal(tx: Tx, recordId: string): Promise<Error> {
  const state = await stateOf(tx, recordId);
  if (state === null) return notFound('records.not_found');
  return conflict(state === 'DISCARDED' ? 'records.discarded' : 'records.frozen');
}

async function addVersion(tx: Tx, row: FileVersionRow): Promise<void> {
  await Promise.all([store.insertFileVersion(tx, row), append(tx, [fileLeaf(row)])]);
}

const whenOf = (tx: Tx, at: Date): When => ({ municipalityId: tx.municipalityId, day: localDateOf(at) });

/** Files a document, open, with the first version of its file. */
export async function fileDocument(parts: FilingParts, tx: Tx, actor: Actor, filing: Filing): Promise<Filed> {
  const { clock, regulations } = parts;
  const now = clock.now();
  const when = whenOf(tx, now);
  await regulations.ready(tx);
  const row = regulations.classification(when, filing.classificationCode);
  const unitId = filing.unitId ?? actor.posts[0]?.unitId;
  const owner = await ownerOf(parts, tx, { unitId, day: when.day });
  const recordId = newId(clock);
  const by = personOf(actor, actor.posts.find((post) => post.unitId === unitId)?.postId);
  const { kind, title, caseId, file } = filing;
  const named = { kind, title, classificationCode: row.code };
  const record = {
    ...named,
    id: recordId,
    state: 'OPEN',
    classificationName: row.minor,
    retentionYears: row.retentionYears,
    regulationVersion: regulations.packOf(when.municipalityId, when.day).version,
    ownerUnitId: owner.unitId,
    ownerUnitName: owner.unitName,
    ownerUnitPath: owner.unitPath,
    registeredBy: by,
    registeredAt: now,
    frozenAt: null,
    caseId,
    fileVersion: 1,
  } as const;
  const version = {
    ...refOf(file),
    ...named,
    recordId,
    fileVersion: 1,
    addedBy: by,
    addedAt: now,
    leafId: newId(clock),
  };
  const first = firstKeeping(record, row, filing.keeping ?? PLAIN);
  const of = { unitId: owner.unitId, fiscalYear: fiscalYearOf(when.day), code: row.code };
  const folder = await folderFor(tx, filing.folderId, of);
  const kept = folder?.custody === 'SECTION' ? inFolder(first, folder) : first;
  await Promise.all([
    store.insertRecord(tx, record),
    addVersion(tx, version),
    keep(clock, tx, kept, by),
    putFiledAs(tx, { ...record, recordId, unitName: owner.unitName, fileName: file.fileName }),
    putText(tx, { ...file, recordId }),
  ]);
  const classification = { code: row.code, name: row.minor };
  return { recordId, fileVersion: 1, file: refOf(file), classification, retentionYears: row.retentionYears };
}

/** Adds a corrected file; the earlier ones stay. @throws conflict `records.frozen`, `records.discarded` */
export async function replaceFile(
  { clock }: FilingParts,
  tx: Tx,
  actor: Actor,
  { recordId, file }: { recordId: string; file: PreparedFile },
): Promise<{ fileVersion: number; file: FileRef }> {
  const raised = await store.raiseFileVersion(tx, recordId);
  if (!raised) throw await refusal(tx, recordId);
  const added = { addedBy: personOf(actor), addedAt: clock.now(), leafId: newId(clock) };
  await Promise.all([
    addVersion(tx, { ...refOf(file), ...raised, ...added, recordId }),
    putText(tx, { ...file, recordId }),
    putFiledAsAgain(tx, recordId),
  ]);
  return { fileVersion: raised.fileVersion, file: refOf(file) };
}

/** Gives an open record another title or classification. */
export async function describe(
  { clock, regulations }: FilingParts,
  tx: Tx,
  to: Described & { readonly by: Person },
): Promise<void> {
  const when = whenOf(tx, clock.now());
  await regulations.ready(tx);
  const row = regulations.classification(when, to.classificationCode);
  const described = await store.describeRecord(tx, to.recordId, {
    title: to.title,
    classificationCode: row.code,
    classificationName: row.minor,
    retentionYears: row.retentionYears,
    regulationVersion: regulations.packOf(when.municipalityId, when.day).version,
  });
  if (!described) throw await refusal(tx, to.recordId);
  const version = regulations.packOf(when.municipalityId, when.day).version;
  await describedAnew(clock, tx, { ...to, rule: row, version });
}

async function numbered(tx: Tx, numbering: store.Numbering): Promise<RegisteredRow> {
  const row = await store.takeNumber(tx, numbering);
  if (row) return row;
  // Not open; or somebody adds a file at this moment, who is waited for.
  const { recordId } = numbering;
  if ((await store.lockRecord(tx, recordId)) !== 'OPEN') throw await refusal(tx, recordId);
  if (await laterYearBegun(tx, numbering)) throw conflict('records.clock_behind', { symbol: numbering.symbol });
  const afterAll = await store.takeNumber(tx, numbering);
  invariant(afterAll, 'an open record that is locked takes its number');
  return afterAll;
}

/** Freezes the record and takes its number. To be the last thing of a transaction but for what shows the number. */
export async function takeNumber(parts: FilingParts, tx: Tx, request: NumberRequest): Promise<DocumentNumber> {
  const { clock, directory, regulations } = parts;
  const { recordId, counterparty, by, at } = request;
  const when = whenOf(tx, at);
  const [path] = await Promise.all([directory.unitPath(tx, request.unitId), regulations.ready(tx)]);
  const series = regulations.numberSeries(when, path, request.series);
  if (!series) throw badInput('records.no_unit');
  const symbol = request.symbol ?? series.symbol;
  const row = await numbered(tx, {
    id: newId(clock),
    leafId: newId(clock),
    symbol,
    fiscalYear: yearOfRun(regulations.registersOn(when), symbol, when.day),
    takenOn: when.day,
    takenAt: at,
    direction: request.series,
    counterparty,
    unitId: series.unit.unitId,
    unitName: series.unit.name,
    unitPath: path.slice(path.indexOf(series.unit)).map((unit) => unit.unitId),
    registeredBy: by,
    recordId,
  });
  // Not waited for: it goes out with the commit, and until then nobody else takes a number of this series.
  void together(tx, [appending(tx, registerLeaf(row))]);
  void putRegistered(tx, row);
  return documentNumber(row);
}

/** The draft is given up: the record stays and says so, and its period begins. */
export async function discard({ clock }: FilingParts, tx: Tx, recordId: string): Promise<void> {
  if (!(await store.closeRecord(tx, recordId, { state: 'DISCARDED' }))) throw await refusal(tx, recordId);
  await closedUnfinished(clock, tx, recordId);
}
