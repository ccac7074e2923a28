import { type Actor, type Person, personOf } from '../directory/index.ts';
import { emit, onlyOnce, type Tx } from '../platform/index.ts';
import {
  badInput,
  type Caller,
  type Download,
  type GivenFile,
  invariant,
  type Json,
  type LocalDate,
  localDateOf,
} from '../shared/index.ts';
import { type Captures, createCaptures } from './captures/service.ts';
import { checkedContent } from './checked-content.ts';
import type { DocumentNumber, FileRecordInput, FileRef, RecordKind, RecordView } from './contract.ts';
import { createDisclosure, type DisclosureRequests } from './disclosure/index.ts';
import { refuseGone } from './disposal/tombstones.ts';
import { filePreparer, type PreparedFile } from './files.ts';
import {
  type CaseDocument,
  type Described,
  describe,
  discard,
  type Filed,
  fileDocument,
  type NumberRequest,
  refusal,
  replaceFile,
  takeNumber,
} from './filing.ts';
import { createKeeping, type Keeping } from './keeping/index.ts';
import { type Opened, opened } from './keeping/opening.ts';
import { wishOf } from './keeping/wish-of.ts';
import type { RecordsParts } from './parts.ts';
import { presentRecord } from './present.ts';
import { type RecordInFull, recordsInFull } from './queries.ts';
import { createMailShower, createReader } from './reading/index.ts';
import { createReadingLogs, type ReadingLogs } from './readings/index.ts';
import { type Book, createBook } from './register/book.ts';
import { note } from './register/history.ts';
import { createRegisterLists, type RegisterLists } from './register/lists.ts';
import { needOf } from './register/need-of.ts';
import { numberOfRecord } from './register/queries.ts';
import { insertNeed, saveNumber } from './register/store.ts';
import { frozenAtFiling } from './rules.ts';
import { createFinder, noteAttached, type RecordsFinder } from './search/index.ts';
import { createShown, type Shown } from './shown/service.ts';
import { noteRead } from './space/queries.ts';
import { closeRecord } from './store.ts';

/** What is decided, and in which series it is numbered. */
export interface Decision {
  readonly recordId: string;
  readonly inCharge: Person;
  readonly unitId: string;
  readonly at: Date;
  /** 指令, 告示 and the like have a series of the whole city; else the section’s own. */
  readonly symbol?: string | null;
}

export interface Records extends Captures, ReadingLogs, RecordsFinder, Shown {
  /**
   * Looks a file over and stores its bytes durably. Before any transaction: it may take seconds.
   * @throws bad-input with the reason; nothing is stored then
   */
  prepareFile(given: GivenFile | null, kind?: RecordKind): Promise<PreparedFile>;
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
  /** What is attached to the case that was just decided is to be found by its words too. */
  attachmentsFollow(tx: Tx, recordId: string): Promise<void>;
  viewsOf(tx: Tx, recordIds: readonly string[]): Promise<Map<string, RecordView>>;

  /** 収受・参考・完成図書. @throws bad-input; conflict `platform.idempotency_key_reused` */
  file(caller: Caller, input: FileRecordInput, uploaded: GivenFile | null): Promise<RecordView>;
  /** @throws not-found `records.not_found`, also for who may not read it */
  read(caller: Caller, recordId: string): Promise<RecordView>;
  /** @throws not-found `records.not_found`; unavailable `records.content_altered`, `records.content_missing` */
  content(caller: Caller, recordId: string): Promise<Download>;
  /** The 文書収発簿 of a 年度, as far as the reader's section goes. */
  readonly register: RegisterLists['register'];
  /** How what was filed is kept, until when, and where. */
  readonly keeping: Keeping;
  /** Everything else of the 文書収発簿. */
  readonly book: Book;
  /** 開示請求 */
  readonly disclosure: DisclosureRequests;
}

type UseCases = Pick<Records, 'file' | 'read' | 'content'>;
type ForCases = Omit<
  Records,
  keyof (UseCases & Captures & ReadingLogs & Shown & RecordsFinder) | ('keeping' | 'register' | 'book' | 'disclosure')
>;

function forCases(parts: RecordsParts & Required<Pick<RecordsParts, 'read'>>): ForCases {
  const { blobs, read } = parts;
  return {
    prepareFile: filePreparer({ blobs, read }),
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
    attachmentsFollow: noteAttached,
    async viewsOf(tx, recordIds) {
      const found = recordIds.length === 0 ? [] : await recordsInFull(tx, recordIds);
      return new Map(found.map((one) => [one.record.id, presentRecord(one)]));
    },
  };
}

async function readable(parts: RecordsParts, caller: Caller, recordId: string, what: Opened): Promise<RecordInFull> {
  const one = { caller, recordId, what };
  return parts.db.inMunicipality(caller.municipalityId, async (tx) => (await opened(parts, tx, one)).full);
}

/** The fact that a document was taken in (収受) for a unit, and by whom. */
export const RECORD_RECEIVED = 'records/received';

/** Takes the number of 収受, with what is known of the sender's number and the day by which it is to be handled. */
async function receive(
  parts: RecordsParts,
  { tx, actor }: { tx: Tx; actor: Actor },
  { input: { theirNumber, dueOn }, request }: { input: FileRecordInput; request: NumberRequest },
): Promise<void> {
  await takeNumber(parts, tx, request);
  if (theirNumber === undefined && dueOn === undefined) return;
  const row = await numberOfRecord(tx, request.recordId);
  invariant(row, 'what was just numbered is in the register');
  const said = { theirNumber: theirNumber ?? null, dueOn: (dueOn ?? null) as LocalDate | null };
  await saveNumber(tx, row, said);
  const noted = { kind: 'number', id: row.id, seq: row.version, act: 'CHANGED', fact: said } as const;
  await note({ clock: parts.clock, tx, actor, via: 'api' }, noted);
}

async function fileInside(
  parts: RecordsParts,
  tx: Tx,
  filing: { actor: Actor; input: FileRecordInput; file: PreparedFile; frozen?: true },
) {
  const { actor, input, file, frozen } = filing;
  const { kind, title, classificationCode } = input;
  const unitId = actor.posts[0]?.unitId;
  const { folderId } = input;
  const named = { kind, title, classificationCode, folderId, keeping: wishOf(input, actor.staffId) };
  const filed = await fileDocument(parts, tx, actor, { ...named, file, caseId: null, unitId });
  const { recordId } = filed;
  const [before] = await recordsInFull(tx, [recordId]);
  invariant(before && unitId, 'what was just filed is there');
  // One moment for all of it: what the log says of the filing then also says when it was frozen.
  const at = before.record.registeredAt;
  const by = before.record.registeredBy;
  const need = await needOf(parts, tx, { answers: input.need, at });
  if (need) await insertNeed(tx, { recordId, ...need, answeredBy: by, answeredAt: at });
  if (kind === 'RECEIPT') {
    const counterparty = input.counterparty || null;
    if (need && need.outcome !== 'NUMBERED') await closeRecord(tx, recordId, { state: 'FROZEN', at, unnumbered: true });
    else
      await receive(
        parts,
        { tx, actor },
        { input, request: { recordId, series: 'RECEIVED', counterparty, by, unitId, at } },
      );
    await emit(tx, [{ topic: RECORD_RECEIVED, payload: { recordId, unitId, staffId: actor.staffId } }]);
  } else if (frozen || frozenAtFiling(kind, file.mediaType)) {
    await closeRecord(tx, recordId, { state: 'FROZEN', at });
  }
  return { recordId };
}

function useCases(parts: RecordsParts, prepareFile: Records['prepareFile']): UseCases {
  const { db, directory } = parts;
  const read = async (caller: Caller, recordId: string) =>
    presentRecord(await readable(parts, caller, recordId, 'RECORD'));
  return {
    read,
    async file(caller, input, uploaded) {
      const ofReceipt = input.counterparty ?? input.theirNumber ?? input.dueOn;
      if (ofReceipt && input.kind !== 'RECEIPT') throw badInput('records.counterparty_not_a_receipt');
      // Nobody unknown to the directory gets bytes stored.
      await db.inMunicipality(caller.municipalityId, (tx) => directory.actorOf(tx, caller));
      const file = await prepareFile(uploaded, input.kind);
      const request: Json = {
        use: 'records.file',
        ...input,
        counterparty: input.counterparty ?? null,
        theirNumber: input.theirNumber ?? null,
        dueOn: input.dueOn ?? null,
        need: input.need ?? null,
        ...{ folderId: input.folderId ?? null, level: input.level ?? null, levelAnswers: input.levelAnswers ?? null },
        sha256: file.sha256,
      };
      const { recordId } = await db.inMunicipality(caller.municipalityId, async (tx) => {
        const actor = await directory.actorOf(tx, caller);
        const call = { staffId: actor.staffId, key: caller.idempotencyKey, request };
        return onlyOnce(tx, call, () => fileInside(parts, tx, { actor, input, file }));
      });
      return read(caller, recordId);
    },
    async content(caller, recordId) {
      const found = await readable(parts, caller, recordId, 'CONTENT');
      await db.singly(caller.municipalityId, async (tx) => {
        await refuseGone(tx, recordId);
        await noteRead(tx, recordId, localDateOf(parts.clock.now()));
      });
      return checkedContent(parts, found);
    },
  };
}

export function createRecords(given: RecordsParts): Records {
  const parts = { ...given, read: given.read ?? createReader() };
  const lower = forCases(parts);
  const lists = createRegisterLists(parts);
  const book = createBook(parts, lists);
  const use = useCases(parts, lower.prepareFile);
  const captures = createCaptures(parts, {
    ...{ read: parts.read, showMail: createMailShower(), readRecord: use.read, content: use.content },
    fileFrozen: (tx, filing) => fileInside(parts, tx, { ...filing, frozen: true }),
  });
  const shown = createShown({
    ...{ read: parts.read, readRecord: use.read, content: use.content, pageOf: captures.pageOf },
  });
  const [keeping, disclosure] = [createKeeping(parts), createDisclosure(parts)];
  const rooms = { keeping, register: lists.register, book, disclosure };
  return { ...lower, ...use, ...captures, ...shown, ...createFinder(parts), ...createReadingLogs(parts), ...rooms };
}
