import { type Actor, type Directory, type Person, personOf } from '../directory/index.ts';
import {
  type Blobs,
  type Clock,
  type Database,
  emit,
  onlyOnce,
  type Report,
  sha256Hex,
  silentReport,
  type Tx,
} from '../platform/index.ts';
import type { Regulations } from '../regulations/index.ts';
import {
  badInput,
  type Caller,
  Download,
  fiscalYearOf,
  invariant,
  isUuid,
  type Json,
  KaigiError,
  localDateOf,
  say,
  type UploadedFile,
} from '../shared/index.ts';
import type { PartInCase } from './access.ts';
import type { DocumentNumber, FileRecordInput, FileRef, RecordView, RegisterPage } from './contract.ts';
import { filePreparer, type PreparedFile } from './files.ts';
import {
  type CaseDocument,
  type Described,
  describe,
  discard,
  type Filed,
  fileDocument,
  refusal,
  replaceFile,
  takeNumber,
} from './filing.ts';
import { type Opened, opened } from './keeping/opening.ts';
import { type Reader, sectionsOf, seesEverySection } from './policy.ts';
import { presentRecord, presentRegister } from './present.ts';
import { type RecordInFull, recordsInFull, registerPage } from './queries.ts';
import { createInspector, type InspectFile } from './reading/index.ts';
import type { RegisteredRow } from './rows.ts';
import { frozenAtFiling } from './rules.ts';
import { closeRecord } from './store.ts';
import { recordsTexts } from './text.ts';

export interface RecordsParts {
  readonly db: Database;
  readonly blobs: Blobs;
  readonly clock: Clock;
  readonly directory: Pick<Directory, 'actorOf' | 'unitPath' | 'lineAbove'>;
  readonly regulations: Regulations;
  /** Whether the person takes part in the case; answered by the cases, which stand above the records. */
  readonly participates: (tx: Tx, caseId: string, staffId: string) => Promise<boolean>;
  /** Which of these cases are above 自治体機密性 2; answered by the cases too. */
  readonly confidentialAmong: (tx: Tx, caseIds: readonly string[]) => Promise<ReadonlySet<string>>;
  /** The same question of many at once, as SQL. */
  readonly partInCase: PartInCase;
  readonly report?: Report;
  readonly inspect?: InspectFile;
}

/** What is decided, and in which series it is numbered. */
export interface Decision {
  readonly recordId: string;
  readonly inCharge: Person;
  readonly unitId: string;
  readonly at: Date;
  /** 指令, 告示 and the like have a series of the whole city; else the section’s own. */
  readonly symbol?: string | null;
}

export interface Records {
  /**
   * Looks a file over and stores its bytes durably. Before any transaction: it may take seconds.
   * @throws bad-input with the reason; nothing is stored then
   */
  prepareFile(uploaded: UploadedFile | null): Promise<PreparedFile>;
  /** Files the document of a case, open. @throws bad-input `regulations.unknown_classification`, `records.no_unit` */
  fileForCase(tx: Tx, actor: Actor, document: CaseDocument): Promise<Filed>;
  /** Adds a corrected file to an open record. @throws conflict `records.frozen`, `records.discarded` */
  replaceFile(
    tx: Tx,
    actor: Actor,
    recordId: string,
    file: PreparedFile,
  ): Promise<{ fileVersion: number; file: FileRef }>;
  /** Gives an open record another title or classification. @throws conflict `records.frozen`, `records.discarded` */
  describe(tx: Tx, actor: Actor, to: Described): Promise<void>;
  /** The draft is given up; the record stays and says so. @throws conflict `records.frozen`, `records.discarded` */
  discard(tx: Tx, recordId: string): Promise<void>;
  /** 決裁: `inCharge` (担当者) stands in the register; takes the number of the unit's section and freezes the record. @throws conflict `records.frozen`, `records.discarded` */
  decide(tx: Tx, decision: Decision): Promise<DocumentNumber>;
  /** 軽易な事案 take no number; the record is frozen all the same. @throws conflict `records.frozen`, `records.discarded` */
  freeze(tx: Tx, recordId: string, at: Date): Promise<void>;
  viewsOf(tx: Tx, recordIds: readonly string[]): Promise<Map<string, RecordView>>;

  /** 収受・参考・完成図書. @throws bad-input; conflict `platform.idempotency_key_reused` */
  file(caller: Caller, input: FileRecordInput, uploaded: UploadedFile | null): Promise<RecordView>;
  /** @throws not-found `records.not_found`, also for who may not read it */
  read(caller: Caller, recordId: string): Promise<RecordView>;
  /** @throws not-found `records.not_found`; unavailable `records.content_altered`, `records.content_missing` */
  content(caller: Caller, recordId: string): Promise<Download>;
  /** The 文書収発簿 of a 年度, newest first, as far as the reader's section goes. */
  register(
    caller: Caller,
    search: { fiscalYear?: number | undefined; cursor?: string | undefined },
  ): Promise<RegisterPage>;
}

type ForCases = Omit<Records, 'file' | 'read' | 'content' | 'register'>;
type UseCases = Omit<Records, keyof ForCases>;

const REGISTER_PAGE = 50;

function forCases(parts: RecordsParts): ForCases {
  const { blobs, inspect = createInspector() } = parts;
  return {
    prepareFile: filePreparer({ blobs, inspect }),
    fileForCase: (tx, actor, document) =>
      fileDocument(parts, tx, actor, { unitId: undefined, ...document, kind: 'DRAFT_DOCUMENT' }),
    replaceFile: (tx, actor, recordId, file) => replaceFile(parts, tx, actor, { recordId, file }),
    describe: (tx, actor, to) => describe(parts, tx, { ...to, by: personOf(actor) }),
    discard: (tx, recordId) => discard(parts, tx, recordId),
    decide: (tx, { recordId, inCharge, unitId, at, symbol = null }) =>
      takeNumber(parts, tx, { recordId, series: 'DRAFTED', symbol, counterparty: null, by: inCharge, unitId, at }),
    async freeze(tx, recordId, at) {
      const frozen = await closeRecord(tx, recordId, { state: 'FROZEN', at, unnumbered: true });
      if (!frozen) throw await refusal(tx, recordId);
    },
    async viewsOf(tx, recordIds) {
      const found = recordIds.length === 0 ? [] : await recordsInFull(tx, recordIds);
      return new Map(found.map((one) => [one.record.id, presentRecord(one)]));
    },
  };
}

async function readerOf({ directory }: RecordsParts, tx: Tx, actor: Actor): Promise<Reader> {
  const unitIds = [...new Set(actor.posts.map((post) => post.unitId))];
  return { actor, paths: await Promise.all(unitIds.map((unitId) => directory.unitPath(tx, unitId))) };
}

async function readable(parts: RecordsParts, caller: Caller, recordId: string, what: Opened): Promise<RecordInFull> {
  const one = { caller, recordId, what };
  return parts.db.inMunicipality(caller.municipalityId, async (tx) => (await opened(parts, tx, one)).full);
}

/** The fact that a document was taken in (収受) for a unit, and by whom. */
export const RECORD_RECEIVED = 'records/received';

/** Every number stays visible; what a confidential case is about, only to whoever takes part in it. */
async function withoutSecrets(
  parts: RecordsParts,
  { tx, reader, locale }: { tx: Tx; reader: Reader; locale: Caller['locale'] },
  rows: readonly RegisteredRow[],
): Promise<readonly RegisteredRow[]> {
  const caseIds = rows.flatMap(({ caseId }) => caseId ?? []);
  if (caseIds.length === 0 || seesEverySection(reader)) return rows;
  const secret = [...(await parts.confidentialAmong(tx, caseIds))];
  const { staffId } = reader.actor;
  const known = await Promise.all(secret.map((caseId) => parts.participates(tx, caseId, staffId)));
  const hidden = new Set(secret.filter((_, at) => !known[at]));
  const title = say(recordsTexts, 'records.title_hidden', locale) ?? '';
  return rows.map((row) => (hidden.has(row.caseId ?? '') ? { ...row, title, counterparty: null, caseId: null } : row));
}

async function fileInside(
  parts: RecordsParts,
  tx: Tx,
  filing: { actor: Actor; input: FileRecordInput; file: PreparedFile },
) {
  const { actor, input, file } = filing;
  const { kind, title, classificationCode } = input;
  const unitId = actor.posts[0]?.unitId;
  const filed = await fileDocument(parts, tx, actor, { kind, title, classificationCode, file, caseId: null, unitId });
  const { recordId } = filed;
  const [before] = await recordsInFull(tx, [recordId]);
  invariant(before && unitId, 'what was just filed is there');
  // One moment for all of it: what the log says of the filing then also says when it was frozen.
  const at = before.record.registeredAt;
  if (kind === 'RECEIPT') {
    const by = before.record.registeredBy;
    const counterparty = input.counterparty || null;
    await takeNumber(parts, tx, { recordId, series: 'RECEIVED', counterparty, by, unitId, at });
    await emit(tx, [{ topic: RECORD_RECEIVED, payload: { recordId, unitId, staffId: actor.staffId } }]);
  } else if (frozenAtFiling(kind)) {
    await closeRecord(tx, recordId, { state: 'FROZEN', at });
  }
  return { recordId };
}

async function checkedContent({ blobs, report = silentReport }: RecordsParts, { file, record }: RecordInFull) {
  const bytes = await blobs.get(file.sha256);
  if (bytes && sha256Hex(bytes) === file.sha256) return new Download(file.fileName, file.mediaType, bytes);
  const error = new KaigiError('unavailable', bytes ? 'records.content_altered' : 'records.content_missing');
  report.failed(`records: the file of ${record.id} version ${record.fileVersion}, ${file.sha256}`, error);
  throw error;
}

function useCases(parts: RecordsParts, prepareFile: Records['prepareFile']): UseCases {
  const { db, clock, directory } = parts;
  const read = async (caller: Caller, recordId: string) =>
    presentRecord(await readable(parts, caller, recordId, 'RECORD'));
  return {
    read,
    async file(caller, input, uploaded) {
      if (input.counterparty && input.kind !== 'RECEIPT') throw badInput('records.counterparty_not_a_receipt');
      // Nobody unknown to the directory gets bytes stored.
      await db.inMunicipality(caller.municipalityId, (tx) => directory.actorOf(tx, caller));
      const file = await prepareFile(uploaded);
      const request: Json = {
        use: 'records.file',
        ...input,
        counterparty: input.counterparty ?? null,
        sha256: file.sha256,
      };
      const { recordId } = await db.inMunicipality(caller.municipalityId, async (tx) => {
        const actor = await directory.actorOf(tx, caller);
        const call = { staffId: actor.staffId, key: caller.idempotencyKey, request };
        return onlyOnce(tx, call, () => fileInside(parts, tx, { actor, input, file }));
      });
      return read(caller, recordId);
    },
    content: async (caller, recordId) => checkedContent(parts, await readable(parts, caller, recordId, 'CONTENT')),
    register: (caller, { fiscalYear = fiscalYearOf(localDateOf(clock.now())), cursor = null }) =>
      db.inMunicipality(caller.municipalityId, async (tx) => {
        if (cursor !== null && !isUuid(cursor)) throw badInput('records.bad_cursor');
        const reader = await readerOf(parts, tx, await directory.actorOf(tx, caller));
        const within = seesEverySection(reader) ? null : sectionsOf(reader);
        const search = { fiscalYear, reader: within, before: cursor, limit: REGISTER_PAGE + 1 };
        const rows = await registerPage(tx, search);
        const page = await withoutSecrets(parts, { tx, reader, locale: caller.locale }, rows.slice(0, REGISTER_PAGE));
        return presentRegister(fiscalYear, page, rows.length > REGISTER_PAGE ? (page.at(-1)?.id ?? null) : null);
      }),
  };
}

export function createRecords(parts: RecordsParts): Records {
  const lower = forCases(parts);
  return { ...lower, ...useCases(parts, lower.prepareFile) };
}
