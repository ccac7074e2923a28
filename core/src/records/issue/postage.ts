import { personOf } from '../../directory/index.ts';
import { newId, onlyOnce } from '../../platform/index.ts';
import {
  type Caller,
  conflict,
  Download,
  firstOfNextMonth,
  isUuid,
  type Json,
  type LocalDate,
  notAllowed,
  notFound,
  say,
  warekiMonth,
  writeCsv,
} from '../../shared/index.ts';
import { ownerOf } from '../owner.ts';
import type { RecordsParts } from '../parts.ts';
import { secretRows } from '../readers.ts';
import { type At, atRegister, isWithin, withinOf } from '../register/at.ts';
import { note } from '../register/history.ts';
import { mayChange } from '../register/rules.ts';
import type { EnterPostageInput, PostageEntry, PostageMonth, VoidPostageInput } from './contract.ts';
import {
  insertPostage,
  lockPostage,
  type PostageEntered,
  type PostageListed,
  postageBetween,
  voidPostage,
} from './postage-store.ts';
import { reckon, sumsBy } from './rules.ts';
import { hiddenAddressee, issueLabels } from './text.ts';

export interface Postage {
  /** 郵便発送簿 of a month, added up by itself. */
  month(caller: Caller, month: string | null): Promise<PostageMonth>;
  csv(caller: Caller, month: string | null, encoding: 'utf-8' | 'shift_jis'): Promise<Download>;
  /** @throws bad-input `records.unknown_charge`, `records.no_postage_table`, `records.no_unit` */
  enter(caller: Caller, input: EnterPostageInput): Promise<PostageMonth>;
  /** A wrong entry stands, and no longer counts. @throws conflict `records.stale`, `records.postage_void` */
  makeVoid(caller: Caller, id: string, input: VoidPostageInput): Promise<PostageMonth>;
}

const tableOn = ({ parts, tx }: At, day: LocalDate) =>
  parts.regulations.registersOn({ municipalityId: tx.municipalityId, day }).postageOn(day);

/** Writes an entry, reckoned by the table in force on the day, with its history. */
export async function enterNow(at: At, input: EnterPostageInput, issueId: string | null): Promise<{ month: string }> {
  const { parts, tx, actor, now, caller } = at;
  const sentOn = input.sentOn as LocalDate;
  const owner = await ownerOf(parts, tx, { unitId: actor.posts[0]?.unitId, day: at.today });
  const { chargeName, extras, unitYen, article, from } = reckon(tableOn(at, sentOn), input, sentOn);
  const { addressee, chargeId, pieces } = input;
  const id = newId(parts.clock);
  const said = { addressee, chargeId, chargeName, unitYen, pieces, issueId, sentOn, article };
  await insertPostage(tx, {
    ...{ ...said, id, extras, chargesFrom: from, ...owner },
    ...{ enteredBy: personOf(actor), enteredAt: now },
  });
  const fact: Record<string, Json> = { ...said, extras: extras.map((one) => one.id) };
  await note({ clock: parts.clock, tx, actor, via: caller.via }, { kind: 'postage', id, seq: 1, act: 'ENTERED', fact });
  return { month: sentOn.slice(0, 7) };
}

/** The ledger adds up for everybody; whom a document goes to says what it is about, and so does why it was not to. */
async function withoutAddressees({ tx, sight, caller }: At, rows: readonly PostageListed[]): Promise<PostageEntered[]> {
  const secret = await secretRows(tx, sight, rows);
  const hidden = hiddenAddressee(caller.locale);
  return rows.map((row) =>
    secret.has(row) ? { ...row, addressee: hidden, voidReason: row.voidReason && hidden } : row,
  );
}

function presentEntry(at: At, row: PostageEntered): PostageEntry {
  const { id, sentOn, unitName, addressee, unitYen, pieces, totalYen, voidReason, version } = row;
  return {
    ...{ id, sentOn, unitName, addressee, unitYen, pieces, totalYen, voidReason, version },
    ...{ charge: row.chargeName, extras: row.extras.map(({ name }) => name), enteredBy: row.enteredBy.name },
    may: { void: voidReason === null && mayChange(at.actor, row) },
  };
}

async function monthNow(at: At, asked: string | null): Promise<PostageMonth> {
  const month = asked ?? at.today.slice(0, 7);
  const from = `${month}-01` as LocalDate;
  await at.parts.regulations.ready(at.tx);
  const found = await postageBetween(at.tx, withinOf(at.sight), { from, to: firstOfNextMonth(from) });
  const rows = await withoutAddressees(at, found);
  const table = tableOn(at, at.today);
  const charges = (table?.charges ?? []).map(({ id, name, yen, upToGrams, extra }) => ({
    id,
    name: name[at.caller.locale],
    yen,
    upToGrams,
    extra,
  }));
  const [all = { pieces: 0, totalYen: 0 }] = sumsBy(rows, () => '');
  return {
    ...{ month, monthLabel: warekiMonth(month), items: rows.map((row) => presentEntry(at, row)) },
    byCharge: sumsBy(rows, ({ chargeName, extras }) => [chargeName, ...extras.map(({ name }) => name)].join(' + ')),
    byUnit: sumsBy(rows, ({ unitName }) => unitName),
    ...{ pieces: all.pieces, totalYen: all.totalYen, article: table?.article ?? '' },
    charges: charges.filter(({ extra }) => !extra).map(({ extra: _, ...one }) => one),
    extras: charges.filter(({ extra }) => extra).map(({ extra: _, ...one }) => one),
    may: { enter: at.actor.posts.length > 0 },
  };
}

async function voidNow(at: At, id: string, { version, reason }: VoidPostageInput): Promise<{ month: string }> {
  const row = isUuid(id) ? await lockPostage(at.tx, id) : null;
  if (!row || !isWithin(withinOf(at.sight), row.unitId, row.unitPath)) throw notFound('records.postage_not_found');
  if (!mayChange(at.actor, row)) throw notAllowed('records.number_not_yours');
  if (row.voidReason !== null) throw conflict('records.postage_void');
  if (row.version !== version) throw conflict('records.stale');
  await voidPostage(at.tx, id, reason);
  const { clock } = at.parts;
  await note(
    { clock, tx: at.tx, actor: at.actor, via: at.caller.via },
    { kind: 'postage', id, seq: 2, act: 'VOIDED', fact: { reason } },
  );
  return { month: row.sentOn.slice(0, 7) };
}

const COLUMNS = ['day', 'unit', 'addressee', 'charge', 'unit_yen', 'pieces', 'total', 'by', 'note'] as const;

async function csvNow(at: At, month: string | null, encoding: 'utf-8' | 'shift_jis'): Promise<Download> {
  const { items, pieces, totalYen, month: shown } = await monthNow(at, month);
  const said = (code: keyof typeof issueLabels) => say(issueLabels, code, at.caller.locale) ?? '';
  const rows = items.map((one) => [
    ...[one.sentOn, one.unitName, one.addressee, [one.charge, ...one.extras].join(' + '), one.unitYen, one.pieces],
    ...[one.voidReason === null ? one.totalYen : 0, one.enteredBy, one.voidReason],
  ]);
  const head = COLUMNS.map((column) => said(`records.postage_${column}`));
  const sum = [said('records.postage_sum'), null, null, null, null, pieces, totalYen, null, null];
  return new Download(`郵便発送簿_${shown}.csv`, 'text/csv', writeCsv([head, ...rows, sum], encoding).bytes);
}

export function createPostage(parts: RecordsParts): Postage {
  const inside = <T>(caller: Caller, work: (at: At) => Promise<T>) =>
    parts.db.inMunicipality(caller.municipalityId, async (tx) => work(await atRegister(parts, tx, caller)));
  const month = (caller: Caller, asked: string | null) => inside(caller, (at) => monthNow(at, asked));
  return {
    month,
    csv: (caller, asked, encoding) => inside(caller, (at) => csvNow(at, asked, encoding)),
    async enter(caller, input) {
      const request = { use: 'records.postage', ...input } as Json;
      const entered = await inside(caller, (at) =>
        onlyOnce(at.tx, { staffId: at.actor.staffId, key: caller.idempotencyKey, request }, () =>
          enterNow(at, input, null),
        ),
      );
      return month(caller, entered.month);
    },
    async makeVoid(caller, id, input) {
      return month(caller, (await inside(caller, (at) => voidNow(at, id, input))).month);
    },
  };
}
