import { type Actor, hasRole, personOf } from '../../directory/index.ts';
import { newId, onlyOnce } from '../../platform/index.ts';
import { numberLabel } from '../../regulations/index.ts';
import {
  addDays,
  badInput,
  type Caller,
  conflict,
  isUuid,
  type Json,
  type LocalDate,
  notAllowed,
  notFound,
} from '../../shared/index.ts';
import type { RecordsParts } from '../parts.ts';
import { hiddenTitle } from '../readers.ts';
import { type At, atRegister, numberFor, withinOf, withoutSecrets } from '../register/at.ts';
import { factsOf, note } from '../register/history.ts';
import type { NumberRow } from '../register/number-row.ts';
import { oneNumber } from '../register/queries.ts';
import { assureChangeable, mayChange } from '../register/rules.ts';
import { lockNumber, saveNumber } from '../register/store.ts';
import type {
  IssuesView,
  IssueView,
  PrepareIssueInput,
  SendInput,
  SignatureInput,
  WithdrawIssueInput,
} from './contract.ts';
import { enterNow } from './postage.ts';
import type { CheckSignature } from './signature.ts';
import { type Issue, issuesOf, lockIssue, saveIssue, signaturesUntil } from './store.ts';

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

const WARN_DAYS = 180;

/** 公印の管守: whoever keeps the seal. */
const keepsSeal = (actor: Actor): boolean =>
  hasRole(actor, 'CHIEF_RECORDS_MANAGER') || hasRole(actor, 'GENERAL_AFFAIRS') || hasRole(actor, 'RECORDS_OFFICER');

const isOpen = ({ state }: Issue): boolean => state === 'PREPARED' || state === 'SEALED';
const isReady = ({ state, seal }: Issue): boolean => state === 'SEALED' || (state === 'PREPARED' && seal !== 'SEAL');

/** Who prepared it, as its history has it. */
async function preparedBy({ tx }: At, { id }: Issue): Promise<string | null> {
  return (await factsOf(tx, { kind: 'issue', id }))[0]?.actor.staffId ?? null;
}

/** 公印: whoever keeps it, and not whoever prepared what it goes on. */
const maySeal = ({ actor }: At, { state, seal }: Issue, preparer: string | null): boolean =>
  state === 'PREPARED' && seal === 'SEAL' && keepsSeal(actor) && preparer !== actor.staffId;

/** As this reader may see it: whom a confidential document goes to says what it is about. */
async function presented(at: At, issue: Issue, full: NumberRow): Promise<IssueView> {
  const [number = full] = await withoutSecrets(at, [full]);
  const addressee = number.title === full.title ? issue.addressee : hiddenTitle(at.caller.locale);
  const { id, registerId, state, sender, seal, method, unitName, sealedBy, sentOn, version } = issue;
  const mine = mayChange(at.actor, number);
  const until = issue.signatureUntil;
  return {
    ...{ id, registerId, state, sender, addressee, seal, method, unitName, sealedBy, sentOn, version },
    ...{ number: numberLabel(number.symbol, number.number, number.branch), title: number.laterTitle ?? number.title },
    sealedAt: issue.sealedAt?.toISOString() ?? null,
    signature: issue.signatureStatus && {
      ...{
        status: issue.signatureStatus,
        by: issue.signatureBy ?? '',
        until,
        source: issue.signatureSource ?? 'BY_HAND',
      },
      expires: until !== null && until <= addDays(at.today, WARN_DAYS),
    },
    may: {
      ...{ seal: maySeal(at, issue, await preparedBy(at, issue)), send: mine && isReady(issue) },
      ...{ withdraw: mine && isOpen(issue), sign: mine && seal === 'SIGNATURE' && state !== 'WITHDRAWN' },
    },
  };
}

async function saved(
  at: At,
  issue: Issue,
  number: NumberRow,
  { act, fact }: { act: string; fact: Record<string, Json> },
) {
  await saveIssue(at.tx, issue);
  const noting = { clock: at.parts.clock, tx: at.tx, actor: at.actor, via: at.caller.via };
  await note(noting, { kind: 'issue', id: issue.id, seq: issue.version, act, fact });
  return presented(at, issue, number);
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

interface Open {
  readonly issue: Issue;
  readonly number: NumberRow;
}

/** The issue with its number, both locked. @throws not-found, conflict */
async function locked(at: At, id: string, version: number): Promise<Open> {
  const issue = isUuid(id) ? await lockIssue(at.tx, id) : null;
  if (!issue) throw notFound('records.issue_not_found');
  if (!keepsSeal(at.actor)) await numberFor(at, issue.registerId);
  const number = await lockNumber(at.tx, issue.registerId);
  if (!number) throw notFound('records.issue_not_found');
  if (issue.version !== version) throw conflict('records.stale');
  return { issue, number };
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

async function signNow(
  at: At,
  check: CheckSignature | null,
  id: string,
  { version, found }: SignatureInput,
): Promise<IssueView> {
  const { issue, number } = await locked(at, id, version);
  if (!mayChange(at.actor, number)) throw notAllowed('records.number_not_yours');
  if (issue.seal !== 'SIGNATURE' || issue.state === 'WITHDRAWN') throw conflict('records.no_signature_wanted');
  const bytes = found || number.sha256 === null ? null : await at.parts.blobs.get(number.sha256);
  if (!found && (!check || !bytes)) throw badInput('records.no_signature_checker');
  const seen = found ?? (check && bytes ? await check(bytes) : null);
  if (!seen) throw badInput('records.no_signature_checker');
  const signature = {
    ...{ signatureStatus: seen.status, signatureBy: seen.by, signatureUntil: (seen.until ?? null) as LocalDate | null },
    signatureSource: found ? ('BY_HAND' as const) : ('PLUGIN' as const),
  };
  const fact = { status: seen.status, by: seen.by, until: seen.until ?? null, source: signature.signatureSource };
  return saved(at, { ...issue, ...signature, version: version + 1 }, number, { act: 'SIGNATURE_CHECKED', fact });
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
    sign: (caller, id, input) => inside(caller, (at) => signNow(at, check, id, input)),
  };
}
