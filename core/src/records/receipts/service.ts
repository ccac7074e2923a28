import { type Actor, hasRole, personOf } from '../../directory/index.ts';
import { badInput, type Caller, conflict, type LocalDate, notAllowed } from '../../shared/index.ts';
import type { RecordsParts } from '../parts.ts';
import { type At, atRegister, numberFor, withinOf, withoutSecrets } from '../register/at.ts';
import { note } from '../register/history.ts';
import type { NumberRow } from '../register/number-row.ts';
import { presentRow } from '../register/present.ts';
import { mayChange } from '../register/rules.ts';
import { lockNumber, saveNumber } from '../register/store.ts';
import type { AcceptInput, DistributeInput, ReceiptsView, ReceiptView, ReturnInput } from './contract.ts';
import { lockReceipt, openReceipts, type Receipt, type ReceivedRow, saveReceipt } from './store.ts';

export interface Receipts {
  /** What waits to be distributed, what waits in the caller's section, what it works on. */
  open(caller: Caller): Promise<ReceiptsView>;
  /** @throws bad-input `records.not_a_receipt`, `records.unknown_unit`; conflict `records.stale` */
  distribute(caller: Caller, id: string, input: DistributeInput): Promise<ReceiptView>;
  /** 処理区分 and 処理期限. @throws conflict `records.not_distributed` */
  accept(caller: Caller, id: string, input: AcceptInput): Promise<ReceiptView>;
  /** It belongs to another section: back to whoever took it in. */
  giveBack(caller: Caller, id: string, input: ReturnInput): Promise<ReceiptView>;
}

/** In the section where it lies. */
const isThere = (actor: Actor, { unitId, unitPath }: Pick<Receipt, 'unitId' | 'unitPath'>): boolean =>
  actor.posts.some((post) => post.sectionId === unitId || post.unitId === unitId || unitPath.includes(post.unitId));

const mayDistribute = (actor: Actor, row: NumberRow): boolean =>
  mayChange(actor, row) || hasRole(actor, 'CHIEF_RECORDS_MANAGER');

function presented(at: At, row: NumberRow, receipt: Receipt): ReceiptView {
  const {
    state,
    unitId,
    unitName,
    cameBy,
    signature,
    acknowledged,
    acknowledgedOn,
    returnReason,
    acceptedBy,
    version,
  } = receipt;
  const waits = state === 'DISTRIBUTED' && isThere(at.actor, receipt);
  return {
    row: presentRow(row, { locale: at.caller.locale, today: at.today }),
    ...{ state, unitId, unitName, cameBy, signature, acknowledged, acknowledgedOn, returnReason, acceptedBy, version },
    distributedAt: receipt.distributedAt.toISOString(),
    may: { accept: waits, giveBack: waits, distribute: mayDistribute(at.actor, row) && state !== 'ACCEPTED' },
  };
}

interface Locked {
  readonly row: NumberRow;
  readonly receipt: Receipt | null;
}

/** @throws not-found, bad-input */
async function locked(at: At, id: string): Promise<Locked> {
  await numberFor(at, id);
  const row = await lockNumber(at.tx, id);
  if (row?.direction !== 'RECEIVED' || row.state !== 'TAKEN') throw badInput('records.not_a_receipt');
  return { row, receipt: await lockReceipt(at.tx, id) };
}

/** Saves it with its history and shows it. */
async function saved(
  at: At,
  row: NumberRow,
  { receipt, act, fact }: { receipt: Receipt; act: string; fact: Record<string, string | null> },
) {
  await saveReceipt(at.tx, receipt);
  const noting = { clock: at.parts.clock, tx: at.tx, actor: at.actor, via: at.caller.via };
  await note(noting, {
    kind: 'receipt',
    id: row.id,
    seq: receipt.version,
    act,
    fact: { unitId: receipt.unitId, ...fact },
  });
  const [shown = row] = await withoutSecrets(at, [row]);
  return presented(at, shown, receipt);
}

async function distributeNow(at: At, id: string, input: DistributeInput): Promise<ReceiptView> {
  const { row, receipt: before } = await locked(at, id);
  if (!mayDistribute(at.actor, row)) throw notAllowed('records.not_the_distributor');
  if (before && (before.version !== input.version || before.state === 'ACCEPTED')) throw conflict('records.stale');
  const path = await at.parts.directory.unitPath(at.tx, input.unitId);
  const [unit] = path;
  if (!unit) throw badInput('records.unknown_unit');
  const { cameBy, signature, acknowledged, acknowledgedOn } = input;
  if (cameBy !== 'LGWAN' && (signature || acknowledged)) throw badInput('records.signature_not_lgwan');
  const receipt: Receipt = {
    ...{ registerId: id, state: 'DISTRIBUTED', unitId: unit.unitId, unitName: unit.name, cameBy },
    unitPath: path.map(({ unitId }) => unitId),
    ...{ signature: cameBy === 'LGWAN' ? (signature ?? 'UNCHECKED') : null, acknowledged: acknowledged ?? null },
    acknowledgedOn: acknowledged ? ((acknowledgedOn ?? at.today) as LocalDate) : null,
    ...{ returnReason: null, distributedAt: at.now, acceptedBy: null, version: (before?.version ?? 0) + 1 },
  };
  const fact = { cameBy, signature: receipt.signature, acknowledged: receipt.acknowledged };
  return saved(at, row, { receipt, act: 'DISTRIBUTED', fact });
}

/** The receipt as it waits in the caller's section. @throws conflict, not-allowed */
function waiting(at: At, receipt: Receipt | null, version: number): Receipt {
  if (receipt?.state !== 'DISTRIBUTED') throw conflict('records.not_distributed');
  if (!isThere(at.actor, receipt)) throw notAllowed('records.not_the_receiver');
  if (receipt.version !== version) throw conflict('records.stale');
  return receipt;
}

async function acceptNow(at: At, id: string, { version, handling, dueOn }: AcceptInput): Promise<ReceiptView> {
  const { row, receipt } = await locked(at, id);
  const before = waiting(at, receipt, version);
  if (handling === 'REPLY' && dueOn === undefined && row.dueOn === null) throw badInput('records.reply_without_day');
  const due = (dueOn ?? row.dueOn) as LocalDate | null;
  const number = await saveNumber(at.tx, row, { handling, dueOn: due });
  const noting = { clock: at.parts.clock, tx: at.tx, actor: at.actor, via: at.caller.via };
  await note(noting, { kind: 'number', id, seq: row.version, act: 'CHANGED', fact: { handling, dueOn: due } });
  const accepted: Receipt = { ...before, state: 'ACCEPTED', acceptedBy: personOf(at.actor).name, version: version + 1 };
  return saved(at, number, { receipt: accepted, act: 'ACCEPTED', fact: { handling, dueOn: due } });
}

async function giveBackNow(at: At, id: string, { version, reason }: ReturnInput): Promise<ReceiptView> {
  const { row, receipt } = await locked(at, id);
  const before = waiting(at, receipt, version);
  const back: Receipt = { ...before, state: 'RETURNED', returnReason: reason, version: version + 1 };
  return saved(at, row, { receipt: back, act: 'RETURNED', fact: { reason } });
}

async function openNow(at: At): Promise<ReceiptsView> {
  const found = await openReceipts(at.tx, withinOf(at.sight));
  const rows = await withoutSecrets(
    at,
    found.map(({ row }) => row),
  );
  const all: ReceivedRow[] = found.map(({ receipt }, index) => ({
    row: rows[index] ?? (found[index] as ReceivedRow).row,
    receipt,
  }));
  const looking = { locale: at.caller.locale, today: at.today };
  const views = all.flatMap(({ row, receipt }) => (receipt ? [presented(at, row, receipt)] : []));
  const there = await at.parts.directory.organisation(at.tx);
  const units = [...there.units.values()].filter(({ kind }) => kind !== 'SUBSECTION' && kind !== 'BUREAU');
  return {
    toDistribute: all.flatMap(({ row, receipt }) =>
      receipt === null && row.handling === null && mayDistribute(at.actor, row) ? [presentRow(row, looking)] : [],
    ),
    returned: views.filter(({ state, may }) => state === 'RETURNED' && may.distribute),
    waiting: views.filter(({ may }) => may.accept),
    underWay: views.filter(({ state }) => state === 'ACCEPTED'),
    units: units.map(({ unitId, name }) => ({ unitId, name })),
  };
}

export function createReceipts(parts: RecordsParts): Receipts {
  const inside = <T>(caller: Caller, work: (at: At) => Promise<T>) =>
    parts.db.inMunicipality(caller.municipalityId, async (tx) => work(await atRegister(parts, tx, caller)));
  return {
    open: (caller) => inside(caller, openNow),
    distribute: (caller, id, input) => inside(caller, (at) => distributeNow(at, id, input)),
    accept: (caller, id, input) => inside(caller, (at) => acceptNow(at, id, input)),
    giveBack: (caller, id, input) => inside(caller, (at) => giveBackNow(at, id, input)),
  };
}
