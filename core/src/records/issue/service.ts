import { personOf } from '../../directory/index.ts';
import { newId, onlyOnce } from '../../platform/index.ts';
import {
  addDays,
  badInput,
  type Caller,
  conflict,
  type Json,
  type LocalDate,
  notAllowed,
  notFound,
} from '../../shared/index.ts';
import type { RecordsParts } from '../parts.ts';
import { type At, atRegister, numberFor, withinOf } from '../register/at.ts';
import { note } from '../register/history.ts';
import { oneNumber } from '../register/queries.ts';
import { assureChangeable, mayChange } from '../register/rules.ts';
import { saveNumber } from '../register/store.ts';
import type {
  IssuesView,
  IssueView,
  PrepareIssueInput,
  SendInput,
  SignatureInput,
  WithdrawIssueInput,
} from './contract.ts';
import { isOpen, isReady, keepsSeal, locked, preparedBy, presented, saved, WARN_DAYS } from './open.ts';
import { enterNow } from './postage.ts';
import type { CheckSignature } from './signature.ts';
import { checkedBy, signable, signNow } from './signing.ts';
import { type Issue, issuesOf, lockIssue, signaturesUntil } from './store.ts';

export interface Issues {
  /** Of one number, or all that wait to be sealed or sent. */
  list(caller: Caller, registerId: string | null): Promise<IssuesView>;
  /** 施行の準備. @throws conflict `records.not_decided` */
  prepare(caller: Caller, input: PrepareIssueInput): Promise<IssueView>;
  /** 公印を押した: 総務 or the 文書主任 says so, never who prepared it alone. */
  seal(caller: Caller, id: string, version: number): Promise<IssueView>;
  /** 発送, with its postage where it goes by post. @throws conflict `records.not_sealed` */
  send(caller: Caller, id: string, input: SendInput): Promise<IssueView>;
  withdraw(caller: Caller, id: string, input: WithdrawIssueInput): Promise<IssueView>;
  /** @throws bad-input `records.no_signature_checker` */
  sign(caller: Caller, id: string, input: SignatureInput): Promise<IssueView>;
}

async function prepareNow(at: At, input: PrepareIssueInput): Promise<{ id: string }> {
  const number = await numberFor(at, input.registerId);
  assureChangeable(at.actor, number, number.version);
  if (number.state !== 'TAKEN' || number.direction === 'RECEIVED') throw conflict('records.not_decided');
  const { registerId, sender, addressee, seal, method } = input;
  const { unitId, unitName, unitPath } = number;
  const issue: Issue = {
    ...{ id: newId(at.parts.clock), registerId, state: 'PREPARED', sender, addressee, seal, method },
    ...{ unitId, unitName, unitPath },
    ...{ sealedBy: null, sealedAt: null, sentOn: null, sentBy: null, version: 1, madeAt: at.now },
    ...{ signatureStatus: null, signatureBy: null, signatureUntil: null, signatureSource: null },
  };
  await saved(at, issue, number, { act: 'PREPARED', fact: { registerId, sender, addressee, seal, method } });
  return { id: issue.id };
}

async function sealNow(at: At, id: string, version: number): Promise<IssueView> {
  const { issue, number } = await locked(at, id, version);
  if (!keepsSeal(at.actor)) throw notAllowed('records.not_the_seal_keeper');
  if (issue.seal !== 'SEAL' || issue.state !== 'PREPARED') throw conflict('records.no_seal_wanted');
  if ((await preparedBy(at, issue)) === at.actor.staffId) throw conflict('records.seal_by_another');
  const sealed: Issue = {
    ...issue,
    state: 'SEALED',
    sealedBy: personOf(at.actor),
    sealedAt: at.now,
    version: version + 1,
  };
  return saved(at, sealed, number, { act: 'SEALED', fact: {} });
}

async function sendNow(at: At, id: string, { version, sentOn, postage }: SendInput): Promise<IssueView> {
  const { issue, number } = await locked(at, id, version);
  if (!mayChange(at.actor, number)) throw notAllowed('records.number_not_yours');
  if (!isReady(issue)) throw conflict(isOpen(issue) ? 'records.not_sealed' : 'records.issue_over');
  const day = sentOn as LocalDate;
  if (day < number.takenOn) throw badInput('records.day_before_number', { name: '発送日', on: day });
  if (postage && issue.method !== 'POST') throw badInput('records.postage_not_post');
  if (postage) await enterNow(at, { ...postage, sentOn, addressee: issue.addressee }, issue.id);
  const sent: Issue = { ...issue, state: 'SENT', sentOn: day, sentBy: personOf(at.actor), version: version + 1 };
  // The first day on which it went out is the 施行日; the day of the decision is another.
  if (number.issuedOn === null && number.state !== 'VOID') {
    await saveNumber(at.tx, number, { issuedOn: day });
    const noting = { clock: at.parts.clock, tx: at.tx, actor: at.actor, via: at.caller.via };
    await note(noting, { kind: 'number', id: number.id, seq: number.version, act: 'CHANGED', fact: { issuedOn: day } });
  }
  return saved(at, sent, number, { act: 'SENT', fact: { sentOn: day } });
}

async function withdrawNow(at: At, id: string, { version, reason }: WithdrawIssueInput): Promise<IssueView> {
  const { issue, number } = await locked(at, id, version);
  if (!mayChange(at.actor, number)) throw notAllowed('records.number_not_yours');
  if (!isOpen(issue)) throw conflict('records.issue_over');
  const withdrawn: Issue = { ...issue, state: 'WITHDRAWN', sealedAt: issue.sealedAt, version: version + 1 };
  return saved(at, withdrawn, number, { act: 'WITHDRAWN', fact: { reason } });
}

async function shown(at: At, issues: readonly Issue[]): Promise<IssueView[]> {
  const views: IssueView[] = [];
  for (const issue of issues) {
    const number = await oneNumber(at.tx, issue.registerId);
    if (number) views.push(await presented(at, issue, number));
  }
  return views;
}

async function listNow(at: At, registerId: string | null): Promise<IssuesView> {
  if (registerId !== null) await numberFor(at, registerId);
  // Whoever keeps the seal sees what waits for it, whichever section it is of.
  const within = registerId === null && keepsSeal(at.actor) ? null : withinOf(at.sight);
  const [items, expiring] = [
    await issuesOf(at.tx, within, registerId),
    await signaturesUntil(at.tx, withinOf(at.sight), addDays(at.today, WARN_DAYS)),
  ];
  return { items: await shown(at, items), expiring: await shown(at, expiring) };
}

export function createIssues(parts: RecordsParts, check: CheckSignature | null = null): Issues {
  const inside = <T>(caller: Caller, work: (at: At) => Promise<T>) =>
    parts.db.inMunicipality(caller.municipalityId, async (tx) => work(await atRegister(parts, tx, caller)));
  return {
    list: (caller, registerId) => inside(caller, (at) => listNow(at, registerId)),
    async prepare(caller, input) {
      const request = { use: 'records.issue', ...input } as Json;
      return inside(caller, async (at) => {
        const call = { staffId: at.actor.staffId, key: caller.idempotencyKey, request };
        const { id } = await onlyOnce(at.tx, call, () => prepareNow(at, input));
        const issue = await lockIssue(at.tx, id);
        const [view] = issue ? await shown(at, [issue]) : [];
        if (!view) throw notFound('records.issue_not_found');
        return view;
      });
    },
    seal: (caller, id, version) => inside(caller, (at) => sealNow(at, id, version)),
    send: (caller, id, input) => inside(caller, (at) => sendNow(at, id, input)),
    withdraw: (caller, id, input) => inside(caller, (at) => withdrawNow(at, id, input)),
    async sign(caller, id, { version, found }) {
      const asked = () => inside(caller, async (at) => (await signable(at, id, version)).number.sha256);
      const signed = found ? { found, sha256: null } : await checkedBy(parts, check, asked);
      return inside(caller, (at) => signNow(at, id, { version, ...signed }));
    },
  };
}
