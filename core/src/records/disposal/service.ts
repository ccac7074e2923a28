import { createReadStream } from 'node:fs';
import { BY_THE_RULES, personOf } from '../../directory/index.ts';
import { emit, onlyOnce } from '../../platform/index.ts';
import {
  badInput,
  type Caller,
  conflict,
  Download,
  fiscalYearOf,
  type LocalDate,
  localDateOf,
  notAllowed,
  notFound,
  StreamedDownload,
  warekiFiscalYear,
  writeCsv,
} from '../../shared/index.ts';
import { sectionsOf, seesEverySection } from '../policy.ts';
import { hiddenTitle, secretRows } from '../readers.ts';
import { tombstone, tombstones } from './buried.ts';
import type {
  DecideDisposalInput,
  DisposalStepInput,
  Disposals,
  DisposalView,
  ReceiptInput,
  Tombstone,
  Tombstones,
  TombstonesQuery,
} from './contract.ts';
import { decideLines } from './deciding.ts';
import { listDocument, listTable } from './document.ts';
import { type ForCases, forCases } from './for-cases.ts';
import { type Item, type ListRow, recordOf } from './list.ts';
import { makeLists } from './making.ts';
import { type DisposalParts, inside, listFor, type Open } from './open.ts';
import { isChief } from './policy.ts';
import { mayMake, presentList, presentSummary } from './present.ts';
import { listName } from './proposal.ts';
import { letGoOn, listsOf, remainingOf } from './queries.ts';
import { DISPOSAL_CONFIRMED, saveStep, settleCase, takeStep } from './steps.ts';
import { itemsOf } from './store.ts';

export interface Disposal extends ForCases {
  lists(caller: Caller, query: { fiscalYear?: number | undefined }): Promise<Disposals>;
  /** @throws not-allowed `records.disposal_make_not_yours` */
  make(caller: Caller, fiscalYear: number): Promise<Disposals>;
  /** @throws not-found `records.disposal_not_found` */
  read(caller: Caller, listId: string): Promise<DisposalView>;
  /** @throws not-allowed `records.disposal_not_yours`; conflict `records.disposal_stale` */
  decide(caller: Caller, listId: string, input: DecideDisposalInput): Promise<DisposalView>;
  /** @throws not-allowed `records.disposal_not_yours`; conflict with the present state */
  step(caller: Caller, listId: string, input: DisposalStepInput): Promise<DisposalView>;
  /** The archives have what was sent to them. @throws conflict `records.disposal_receipt_early`, `…_not_packed` */
  receive(caller: Caller, listId: string, input: ReceiptInput): Promise<DisposalView>;
  document(caller: Caller, listId: string): Promise<Download>;
  table(caller: Caller, listId: string, encoding: 'utf-8' | 'shift_jis'): Promise<Download>;
  /** 移管パッケージ (a zip of BagIt). @throws not-found `records.disposal_no_package`; not-allowed `…_not_yours` */
  package(caller: Caller, listId: string): Promise<Download | StreamedDownload>;
  /** @throws not-found `records.tombstone_not_found` */
  tombstone(caller: Caller, recordId: string): Promise<Tombstone>;
  tombstones(caller: Caller, query: TombstonesQuery): Promise<Tombstones>;
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Lines as this reader may see them: what is secret stands there with its number and class, but without its name. */
async function seenItems({ tx, sight, caller }: Open, listId: string): Promise<Item[]> {
  const items = (await itemsOf(tx, listId)).map((item) => ({ ...item, recordId: recordOf(item) }));
  const secret = await secretRows(tx, sight, items);
  return items.map((item) => (secret.has(item) ? { ...item, title: hiddenTitle(caller.locale) } : item));
}

const viewOf = async (parts: DisposalParts, open: Open, list: ListRow): Promise<DisposalView> =>
  presentList(list, await seenItems(open, list.id), {
    ...open,
    backupDays: parts.backupDays,
    remaining: await remainingOf(open.tx, list.id),
    letGo: await letGoOn(open.tx, list.id),
  });

/** What a case has settled meanwhile stands on the page that is opened. */
async function upToDate(parts: DisposalParts, open: Open, listId: string): Promise<ListRow> {
  const list = await listFor(open, listId);
  if (list.state !== 'PROPOSED' || list.caseId === null) return list;
  const locked = await listFor(open, listId, { locked: true });
  return (await settleCase(parts, open.tx, locked, BY_THE_RULES)) ? listFor(open, listId) : locked;
}

async function listing(open: Open, fiscalYear: number): Promise<Disposals> {
  const within = seesEverySection(open.reader) ? null : sectionsOf(open.reader);
  const { rows, truncated } = await listsOf(open.tx, { fiscalYear, state: null, reader: within });
  const items = rows.map((row) => presentSummary(row, open));
  return { fiscalYear, fiscalYearLabel: warekiFiscalYear(fiscalYear), items, truncated, mayMake: mayMake(open) };
}

async function receive(parts: DisposalParts, open: Open, list: ListRow, input: ReceiptInput): Promise<void> {
  const { tx, actor, caller, today } = open;
  if (!isChief(actor)) throw notAllowed('records.disposal_not_yours');
  if (list.version !== input.version) throw conflict('records.disposal_stale');
  const waits = (await itemsOf(tx, list.id)).some(({ state }) => state === 'AWAITS_RECEIPT');
  if (list.state !== 'EXECUTING' || !waits || list.receipt) throw conflict('records.disposal_receipt_early');
  if (list.packageSha256 === null) throw conflict('records.disposal_receipt_not_packed');
  const { institution, reference, keepsCopy } = input;
  const receivedOn = input.receivedOn as LocalDate;
  if (receivedOn > today || (list.approvedAt && receivedOn < localDateOf(list.approvedAt)))
    throw badInput('records.disposal_receipt_day');
  const by = personOf(actor);
  const receipt = { institution, reference, receivedOn, keepsCopy, by, at: parts.clock.now().toISOString() };
  const fact = { institution, reference, receivedOn, keepsCopy: String(keepsCopy), package: list.packageSha256 };
  await saveStep(parts, tx, { ...list, receipt }, { step: 'RECEIVE', by, via: caller.via, fact });
  await emit(tx, [{ topic: DISPOSAL_CONFIRMED, payload: { listId: list.id } }]);
}

const changing = async (
  parts: DisposalParts,
  caller: Caller,
  listId: string,
  work: (open: Open, list: ListRow) => Promise<void>,
): Promise<DisposalView> => {
  const view = await inside(parts, caller, async (open) => {
    await upToDate(parts, open, listId);
    await work(open, await listFor(open, listId, { locked: true }));
    return viewOf(parts, open, await listFor(open, listId));
  });
  parts.wake();
  return view;
};

interface Shown {
  readonly list: ListRow;
  readonly items: readonly Item[];
}

const shown = (parts: DisposalParts, caller: Caller, listId: string): Promise<Shown> =>
  inside(parts, caller, async (open) => {
    const list = await upToDate(parts, open, listId);
    return { list, items: await seenItems(open, listId) };
  });

/** Of any length: where it lies as a file it is read while it is sent. */
async function packageOf(parts: DisposalParts, caller: Caller, listId: string): Promise<Download | StreamedDownload> {
  const list = await inside(parts, caller, async (open) => {
    const found = await listFor(open, listId);
    if (!isChief(open.actor)) throw notAllowed('records.disposal_not_yours');
    return found;
  });
  const place = list.packageSha256 === null ? null : await parts.blobs.file(list.packageSha256);
  if (place) return new StreamedDownload(`${listName(list)}.zip`, 'application/zip', () => createReadStream(place));
  const bytes = list.packageSha256 === null ? null : await parts.blobs.get(list.packageSha256);
  if (!bytes) throw notFound('records.disposal_no_package');
  return new Download(`${listName(list)}.zip`, 'application/zip', bytes);
}

export function createDisposal(parts: DisposalParts): Disposal {
  const thisYear = () => fiscalYearOf(localDateOf(parts.clock.now()));
  return {
    lists: (caller, { fiscalYear = thisYear() }) => inside(parts, caller, (open) => listing(open, fiscalYear)),
    async make(caller, fiscalYear) {
      const made = await inside(parts, caller, async (open) => {
        const request = { use: 'records.disposals', fiscalYear };
        const call = { staffId: open.actor.staffId, key: caller.idempotencyKey, request };
        await onlyOnce(open.tx, call, async () => {
          await makeLists(parts, open, fiscalYear);
          return fiscalYear;
        });
        return listing(open, fiscalYear);
      });
      parts.wake();
      return made;
    },
    read: (caller, listId) =>
      inside(parts, caller, async (open) => viewOf(parts, open, await upToDate(parts, open, listId))),
    decide: (caller, listId, input) =>
      changing(parts, caller, listId, (open, list) => decideLines(parts, open, { list, input })),
    step: (caller, listId, input) =>
      changing(parts, caller, listId, (open, list) => takeStep(parts, open, list, input)),
    receive: (caller, listId, input) =>
      changing(parts, caller, listId, (open, list) => receive(parts, open, list, input)),
    async document(caller, listId) {
      const { list, items } = await shown(parts, caller, listId);
      return new Download(`${listName(list)}.docx`, WORD, listDocument(list, items));
    },
    async table(caller, listId, encoding) {
      const { list, items } = await shown(parts, caller, listId);
      const { bytes } = writeCsv(listTable(list, items), encoding);
      return new Download(`${listName(list)}.csv`, `text/csv; charset=${encoding}`, bytes);
    },
    package: (caller, listId) => packageOf(parts, caller, listId),
    tombstone: (caller, recordId) => tombstone(parts, caller, recordId),
    tombstones: (caller, query) => tombstones(parts, caller, query),
    ...forCases(parts),
  };
}
