import { type Actor, hasRole } from '../../directory/index.ts';
import { numberLabel } from '../../regulations/index.ts';
import { addDays, conflict, isUuid, type Json, notFound } from '../../shared/index.ts';
import { type At, numberFor, withoutSecrets } from '../register/at.ts';
import { factsOf, note } from '../register/history.ts';
import type { NumberRow } from '../register/number-row.ts';
import { mayChange } from '../register/rules.ts';
import { lockNumber } from '../register/store.ts';
import type { IssueView } from './contract.ts';
import { type Issue, lockIssue, saveIssue } from './store.ts';
import { hiddenAddressee } from './text.ts';

/** Before it can no longer be checked. */
export const WARN_DAYS = 180;

/** 公印の管守: whoever keeps the seal. */
export const keepsSeal = (actor: Actor): boolean =>
  hasRole(actor, 'CHIEF_RECORDS_MANAGER') || hasRole(actor, 'GENERAL_AFFAIRS') || hasRole(actor, 'RECORDS_OFFICER');

export const isOpen = ({ state }: Issue): boolean => state === 'PREPARED' || state === 'SEALED';
export const isReady = ({ state, seal }: Issue): boolean =>
  state === 'SEALED' || (state === 'PREPARED' && seal !== 'SEAL');

/** Who prepared it, as its history has it. */
export async function preparedBy({ tx }: At, { id }: Issue): Promise<string | null> {
  return (await factsOf(tx, { kind: 'issue', id }))[0]?.actor.staffId ?? null;
}

/** 公印: whoever keeps it, and not whoever prepared what it goes on. */
const maySeal = ({ actor }: At, { state, seal }: Issue, preparer: string | null): boolean =>
  state === 'PREPARED' && seal === 'SEAL' && keepsSeal(actor) && preparer !== actor.staffId;

/** As this reader may see it: whom a confidential document goes to says what it is about. */
export async function presented(at: At, issue: Issue, full: NumberRow): Promise<IssueView> {
  const [number = full] = await withoutSecrets(at, [full]);
  const addressee = number.title === full.title ? issue.addressee : hiddenAddressee(at.caller.locale);
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

/** As it is after an act, with its line of history, as this reader may see it. */
export async function saved(
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

export interface Open {
  readonly issue: Issue;
  readonly number: NumberRow;
}

/** The issue with its number, both locked. @throws not-found, conflict */
export async function locked(at: At, id: string, version: number): Promise<Open> {
  const issue = isUuid(id) ? await lockIssue(at.tx, id) : null;
  if (!issue) throw notFound('records.issue_not_found');
  if (!keepsSeal(at.actor)) await numberFor(at, issue.registerId);
  const number = await lockNumber(at.tx, issue.registerId);
  if (!number) throw notFound('records.issue_not_found');
  if (issue.version !== version) throw conflict('records.stale');
  return { issue, number };
}
