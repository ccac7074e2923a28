import { personOf } from '../../directory/index.ts';
import { newId, onlyOnce, type Tx } from '../../platform/index.ts';
import { badInput, type Caller, conflict, type Json, localDateOf, notAllowed } from '../../shared/index.ts';
import { changeKeeping } from '../keeping/change.ts';
import { counted } from '../keeping/keep.ts';
import { opened } from '../keeping/opening.ts';
import { mayDescribe } from '../keeping/policy.ts';
import { keepingOf } from '../keeping/store.ts';
import type { RecordsParts } from '../parts.ts';
import { closeRecord } from '../store.ts';
import { type At, atRegister, numberFor, viewOf } from './at.ts';
import type {
  BranchInput,
  ChangeNumberInput,
  ConfirmNumberInput,
  NumberView,
  TakeNumberInput,
  VoidInput,
} from './contract.ts';
import { note } from './history.ts';
import type { NumberRow } from './number-row.ts';
import { assureChangeable, changeOf, isLapsed, mayVoid } from './rules.ts';
import { lockNumber, type NumberChange, saveNumber, type Taking, takeBranch, takeNext } from './store.ts';
import { type Taker, takingOf } from './taking.ts';
import { gathering, takingTogether } from './together.ts';

export interface Numbers {
  /** The same, without looking at the row afterwards: for whoever takes many. */
  takeOnly(caller: Caller, input: TakeNumberInput): Promise<{ readonly id: string }>;
  /** A number taken by hand, at once or kept until the document is complete. @throws bad-input, conflict `records.clock_behind` */
  take(caller: Caller, input: TakeNumberInput): Promise<NumberView>;
  /** 枝番. @throws conflict `records.no_branch` */
  branch(caller: Caller, id: string, input: BranchInput): Promise<NumberView>;
  /** The document of a reserved number is complete. @throws conflict `records.reservation_lapsed` */
  confirm(caller: Caller, id: string, input: ConfirmNumberInput): Promise<NumberView>;
  /** 欠番, with who and why; never given again. */
  makeVoid(caller: Caller, id: string, input: VoidInput): Promise<NumberView>;
  change(caller: Caller, id: string, input: ChangeNumberInput): Promise<NumberView>;
}

async function takeNow(at: Taker, input: TakeNumberInput): Promise<{ id: string }> {
  const row = await takingOf(at, input);
  // The last statement of the transaction: nobody who waits for this run waits for more.
  if ((await takeNext(at.tx, row)) === null) throw conflict('records.clock_behind', { symbol: row.symbol });
  return { id: row.id };
}

/** Locks the number and changes it, with its history. */
async function changed(
  at: At,
  row: NumberRow,
  { act, change, fact }: { act: string; change: NumberChange; fact: Readonly<Record<string, Json>> },
) {
  const saved = await saveNumber(at.tx, row, change);
  await note(
    { clock: at.parts.clock, tx: at.tx, actor: at.actor, via: at.caller.via },
    { kind: 'number', id: row.id, seq: row.version, act, fact },
  );
  return saved;
}

async function locked(at: At, id: string): Promise<NumberRow> {
  await numberFor(at, id);
  const row = await lockNumber(at.tx, id);
  if (!row) throw badInput('records.number_not_found');
  return row;
}

async function branchNow(at: At, id: string, input: BranchInput): Promise<{ id: string }> {
  const row = await locked(at, id);
  assureChangeable(at.actor, row, row.version);
  if (row.branch !== 0 || row.state !== 'TAKEN' || row.origin === 'IMPORTED') throw conflict('records.no_branch');
  const { symbol, fiscalYear, direction, unitId, unitName, unitPath } = row;
  const { clock } = at.parts;
  const branchId = newId(clock);
  const taking: Taking = {
    ...{ id: branchId, leafId: newId(clock), symbol, fiscalYear, direction, unitId, unitName, unitPath },
    ...{
      takenOn: at.today,
      takenAt: at.now,
      origin: 'BY_HAND',
      reservedUntil: null,
      lastYearReason: null,
      importId: null,
    },
    ...{ title: input.title, counterparty: input.counterparty ?? null, theirNumber: null, dueOn: null },
    ...{ mayBeLate: true, registeredBy: personOf(at.actor) },
  };
  await takeBranch(at.tx, taking, row.number);
  return { id: branchId };
}

/** The document that takes the reserved number: open, for reference, of the section of whoever gives it. */
async function documentFor({ parts, tx, caller, now }: At, recordId: string): Promise<NumberChange> {
  const { full, kept, sight } = await opened(parts, tx, { caller, recordId, what: 'RECORD' });
  // It is frozen by this: that is for those whose document it is, not for everybody who may read it.
  if (!mayDescribe(sight, kept)) throw notAllowed('records.cannot_describe');
  const { title, kind, state, fileVersion, ...record } = full.record;
  if (state !== 'OPEN' || kind !== 'REFERENCE' || full.number !== null) throw conflict('records.not_open_for_number');
  if (!(await closeRecord(tx, recordId, { state: 'FROZEN', at: now }))) throw conflict('records.not_open_for_number');
  const { classificationCode, classificationName, retentionYears } = record;
  const classed = { classificationCode, classificationName, retentionYears };
  return { ...classed, recordId, laterTitle: title, fileVersion, sha256: full.file.sha256 };
}

async function confirmNow(
  at: At,
  id: string,
  { version, title, counterparty, recordId }: ConfirmNumberInput,
): Promise<NumberRow> {
  const row = await locked(at, id);
  assureChangeable(at.actor, row, version);
  if (row.state !== 'RESERVED') throw conflict('records.number_not_reserved');
  if (isLapsed(row, at.now)) throw conflict('records.reservation_lapsed');
  const document = recordId === undefined ? {} : await documentFor(at, recordId);
  const change: NumberChange = {
    ...{ state: 'TAKEN', confirmedAt: at.now, laterCounterparty: counterparty ?? null },
    ...{ laterTitle: title ?? null, ...document },
  };
  const fact = {
    ...{ title: change.laterTitle ?? null, counterparty: counterparty ?? null, recordId: recordId ?? null },
    ...{ fileVersion: change.fileVersion ?? null, sha256: change.sha256 ?? null },
  };
  return changed(at, row, { act: 'CONFIRMED', change, fact });
}

async function voidNow(at: At, id: string, { version, reason }: VoidInput): Promise<NumberRow> {
  const row = await locked(at, id);
  if (row.version !== version) throw conflict('records.stale');
  if (row.state === 'VOID') throw conflict('records.number_void');
  if (!mayVoid(at.actor, row)) throw notAllowed('records.number_not_voidable');
  return changed(at, row, { act: 'VOIDED', change: { state: 'VOID', voidReason: reason }, fact: { reason } });
}

/** 完結 of what has no case moves how its document is kept; the document of a case is completed with it. */
async function completeDocument({ parts, tx, actor, caller, today }: At, before: NumberRow, after: NumberRow) {
  const { recordId, caseId, completedOn } = after;
  if (recordId === null || caseId !== null || before.completedOn === completedOn) return;
  if (completedOn !== null && completedOn > today) throw badInput('records.day_to_come');
  const kept = await keepingOf(tx, recordId);
  if (kept?.state !== 'KEPT') return;
  const doing = { recordId, act: 'COMPLETED', by: personOf(actor), via: caller.via, said: { registerId: after.id } };
  await changeKeeping(parts.clock, tx, doing, (was) => counted({ ...was, completedOn }));
}

async function changeNow(at: At, id: string, { version, ...said }: ChangeNumberInput): Promise<NumberRow> {
  const row = await locked(at, id);
  assureChangeable(at.actor, row, version);
  const fact = said as Record<string, Json>;
  const after = await changed(at, row, { act: 'CHANGED', change: changeOf(row, said), fact });
  await completeDocument(at, row, after);
  return after;
}

export function createNumbers(parts: RecordsParts): Numbers {
  const { db } = parts;
  const inside = <T>(caller: Caller, work: (at: At) => Promise<T>) =>
    db.inMunicipality(caller.municipalityId, async (tx: Tx) => work(await atRegister(parts, tx, caller)));
  const view = (caller: Caller, id: string) => inside(caller, (at) => viewOf(at, id));
  const takeOne = takingTogether(db);
  // Whose turn it is, which run, what the row says: read once for all who ask at the same moment.
  const prepared = gathering<{ caller: Caller; input: TakeNumberInput }, Taking>((municipalityId, asked) =>
    db.singly(municipalityId, (tx) =>
      Promise.allSettled(asked.map(async ({ caller, input }) => takingOf(await takerOf(tx, caller), input))),
    ),
  );
  const takerOf = async (tx: Tx, caller: Caller): Promise<Taker> => {
    const [actor, now] = [await parts.directory.actorOf(tx, caller), parts.clock.now()];
    return { parts, tx, actor, now, today: localDateOf(now) };
  };
  const takeOnly: Numbers['takeOnly'] = async (caller, input) => {
    if (caller.idempotencyKey !== null)
      return db.inMunicipality(caller.municipalityId, async (tx) => {
        const taker = await takerOf(tx, caller);
        const request = { use: 'records.take', ...input } as Json;
        const call = { staffId: taker.actor.staffId, key: caller.idempotencyKey, request };
        return onlyOnce(tx, call, () => takeNow(taker, input));
      });
    // One statement writes all there is, without a key to be kept beside it: what is asked before needs no transaction.
    const row = await prepared(caller.municipalityId, { caller, input });
    if ((await takeOne(caller.municipalityId, row)) === null)
      throw conflict('records.clock_behind', { symbol: row.symbol });
    return { id: row.id };
  };
  return {
    take: async (caller, input) => view(caller, (await takeOnly(caller, input)).id),
    takeOnly,
    async branch(caller, id, input) {
      const made = await inside(caller, (at) =>
        onlyOnce(
          at.tx,
          {
            staffId: at.actor.staffId,
            key: caller.idempotencyKey,
            request: { use: 'records.branch', id, ...input } as Json,
          },
          () => branchNow(at, id, input),
        ),
      );
      return view(caller, made.id);
    },
    async confirm(caller, id, input) {
      await inside(caller, (at) => confirmNow(at, id, input));
      return view(caller, id);
    },
    async makeVoid(caller, id, input) {
      await inside(caller, (at) => voidNow(at, id, input));
      return view(caller, id);
    },
    async change(caller, id, input) {
      await inside(caller, (at) => changeNow(at, id, input));
      return view(caller, id);
    },
  };
}
