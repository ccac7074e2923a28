import { personOf } from '../../directory/index.ts';
import { newId, onlyOnce } from '../../platform/index.ts';
import { numberLabel } from '../../regulations/index.ts';
import { asJson, badInput, type Caller, conflict, isUuid, type Json, notAllowed } from '../../shared/index.ts';
import { tell } from '../history.ts';
import type { RecordsParts } from '../parts.ts';
import type { ReadFile } from '../reading/index.ts';
import { receiptUnit } from '../receipts/store.ts';
import { type At, atRegister, numberFor, withinOf } from '../register/at.ts';
import { takeAct } from './acts.ts';
import type { DisclosureAct, Disclosures, DisclosureView, OpenDisclosure } from './contract.ts';
import { requestFor, works } from './open.ts';
import { createRedactions, type Redactions } from './redaction.ts';
import { insertRequest, type RequestRow, requestsOf } from './request-store.ts';
import { itemsOf } from './store.ts';
import { presentScheme, presentSummary, viewOf } from './view.ts';

export interface DisclosureRequests {
  readonly redactions: Redactions;
  /** The undecided first; of what is asked for only what this person may see. */
  list(caller: Caller): Promise<Disclosures>;
  /** @throws bad-input `records.disclosure_no_receipt`, `…_unknown_scheme`; conflict `…_twice`; not-allowed `…_not_yours` */
  open(caller: Caller, input: OpenDisclosure): Promise<DisclosureView>;
  /** @throws not-found `records.disclosure_not_found` */
  read(caller: Caller, id: string): Promise<DisclosureView>;
  act(caller: Caller, id: string, act: DisclosureAct): Promise<DisclosureView>;
}

const rulesOn = async ({ parts: { regulations }, tx, today }: At) => {
  await regulations.ready(tx);
  return regulations.disclosureOn({ municipalityId: tx.municipalityId, day: today });
};

/** The section that has the receipt today: it was distributed there, or taken in there. */
async function sectionOf(at: At, number: Awaited<ReturnType<typeof numberFor>>) {
  const receipt = await receiptUnit(at.tx, number.id);
  if (!receipt) return { unitId: number.unitId, unitName: number.unitName, unitPath: number.unitPath };
  const unit = (await at.parts.directory.organisation(at.tx)).units.get(receipt.unitId);
  return { ...receipt, unitName: unit?.name ?? number.unitName };
}

async function openNow(at: At, { registerId, scheme: schemeId, subject }: OpenDisclosure): Promise<string> {
  const { parts, tx, actor, caller, sight, today, now } = at;
  const number = await numberFor(at, registerId);
  if (number.direction !== 'RECEIVED' || number.state !== 'TAKEN') throw badInput('records.disclosure_no_receipt');
  const unit = await sectionOf(at, number);
  if (!works(sight, unit)) throw notAllowed('records.disclosure_not_yours');
  const scheme = (await rulesOn(at)).schemes.find(({ id }) => id === schemeId);
  if (!scheme) throw badInput('records.disclosure_unknown_scheme');
  const request: RequestRow = {
    ...{ id: newId(parts.clock), registerId, receivedOn: number.takenOn, ...unit, scheme, subject, state: 'OPEN' },
    numberLabel: numberLabel(number.symbol, number.number, number.branch),
    regulationVersion: parts.regulations.packOf(tx.municipalityId, today).version,
    ...{ correctionAskedOn: null, correctionDays: 0, correctionWanted: null, correctionUntil: null },
    ...{ withdrawnOn: null, withdrawalNote: '', dismissedOn: null, dismissalArticle: null, dismissalReason: null },
    ...{ dismissalRegisterId: null, dismissalLabel: null },
    ...{ referredOn: null, referralNumber: '', advisedOn: null, adviceNumber: '' },
    ...{ ruling: null, rulingNote: '', extendedOn: null, extensionReason: null, decidedOn: null },
    ...{ decisionRegisterId: null, decisionLabel: null, appealedOn: null, ruledOn: null },
    ...{ openedBy: personOf(actor), openedAt: now, version: 1 },
  };
  if (!(await insertRequest(tx, request))) throw conflict('records.disclosure_twice');
  const { numberLabel: label, receivedOn, unitPath } = request;
  const fact = {
    registerId,
    number: label,
    scheme: schemeId,
    subject,
    receivedOn,
    unitPath: [...unitPath],
    rules: asJson(scheme),
  };
  await tell(parts.clock, tx, {
    ...{ of: 'disclosure', id: request.id, seq: 1, act: 'OPENED', fact, by: personOf(actor), via: caller.via },
  });
  return request.id;
}

async function listNow(at: At): Promise<Disclosures> {
  const { tx, today, caller } = at;
  const { rows: requests, truncated } = await requestsOf(tx, withinOf(at.sight));
  const items = Map.groupBy(
    await itemsOf(
      tx,
      requests.map(({ id }) => id),
    ),
    ({ requestId }) => requestId,
  );
  const looking = { today, locale: caller.locale };
  return {
    items: requests.map((request) => presentSummary(request, items.get(request.id) ?? [], looking)),
    truncated,
    schemes: (await rulesOn(at)).schemes.map((scheme) => presentScheme(scheme, caller.locale)),
  };
}

/** 開示請求: from its receipt to its decision, with what is held for it. */
export function createDisclosure(parts: RecordsParts & { readonly read: ReadFile }): DisclosureRequests {
  const inside = <T>(caller: Caller, work: (at: At) => Promise<T>) =>
    parts.db.inMunicipality(caller.municipalityId, async (tx) => work(await atRegister(parts, tx, caller)));
  const once = (at: At, request: Json, work: () => Promise<string>) =>
    onlyOnce(at.tx, { staffId: at.actor.staffId, key: at.caller.idempotencyKey, request }, work);
  return {
    redactions: createRedactions(parts),
    list: (caller) => inside(caller, listNow),
    read: (caller, id) => inside(caller, async (at) => viewOf(await requestFor(at, id))),
    open: (caller, input) =>
      inside(caller, async (at) => {
        const id = await once(at, { use: 'records.disclosure', ...input }, () => openNow(at, input));
        return viewOf(await requestFor(at, id));
      }),
    act: (caller, id, act) =>
      inside(caller, async (at) => {
        await once(at, { use: 'records.disclosure_act', id, ...act } as Json, async () => {
          await takeAct(await requestFor(at, isUuid(id) ? id : '', { locked: true }), act);
          return id;
        });
        return viewOf(await requestFor(at, id));
      }),
  };
}
