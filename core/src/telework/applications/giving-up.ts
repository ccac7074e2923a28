import { type CaseState, caseStates } from '../../approvals/index.ts';
import { type Actor, personOf } from '../../directory/index.ts';
import { onlyOnce, type Tx } from '../../platform/index.ts';
import { badInput, type Caller, conflict, KaigiError, localDateOf, notAllowed } from '../../shared/index.ts';
import { askedAs, isStanding } from '../days/day.ts';
import { type Opened, openApplication, take } from './acts.ts';
import { refuseClosedMonths } from './closed.ts';
import type { ApplicationView, GiveUpInput } from './contract.ts';
import type { MachineParts } from './parts.ts';
import { type Application, isOpenCase, isOver, isUnderWay } from './rules.ts';
import type { KeptApplication } from './store.ts';

/** How whoever comes late or twice is shown what there is. */
export interface Showing {
  show(tx: Tx, actor: Actor, caller: Caller, applicationId: string): Promise<ApplicationView>;
}

/** Somebody's own application, as they saw it. @throws conflict `telework.application_stale` */
export interface Seen {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly caller: Caller;
  readonly applicationId: string;
  readonly version: number;
}

/** @throws not-allowed `telework.application_not_yours`; conflict `telework.application_stale` */
export async function ownOpened(showing: Showing, seen: Seen): Promise<Opened> {
  const { tx, actor, caller, applicationId, version } = seen;
  // Whoever may not see it learns here that it is not there.
  const view = await showing.show(tx, actor, caller, applicationId);
  const opened = await openApplication(tx, applicationId);
  if (opened?.application.staffId !== actor.staffId) throw notAllowed('telework.application_not_yours');
  if (opened.application.version !== version) throw conflict('telework.application_stale', {}, view);
  return opened;
}

async function giveUpCase(parts: MachineParts, caller: Caller, one: CaseState, reason: string): Promise<void> {
  const { caseId, version } = one;
  if (one.status === 'DRAFT') await parts.approvals.act(caller, caseId, { act: 'discard', version });
  else await parts.approvals.act(caller, caseId, { act: 'abandon', version, reason });
}

/** What of these cases nobody has decided is given up in the name of the applicant; what cannot be goes its way. */
export async function giveUpCases(
  parts: MachineParts,
  municipalityId: string,
  { caller, caseIds, reason }: Pick<KeptApplication, 'caller'> & { caseIds: readonly string[]; reason: string },
): Promise<void> {
  const states = await parts.db.singly(municipalityId, (tx) => caseStates(tx, caseIds));
  for (const one of states.filter(isOpenCase)) {
    try {
      await giveUpCase(parts, { ...caller, municipalityId, idempotencyKey: null }, one, reason);
    } catch (error) {
      // Decided or sent back at the same moment: the application follows what it came to.
      if (!(error instanceof KaigiError)) throw error;
    }
  }
}

const wasWithdrawn = ({ state, version }: Application, seen: number): boolean =>
  state === 'WITHDRAWN' && version === seen + 1;

/** 取下げ: before it is decided, all of it. Pressed twice it is done once. */
export async function withdraw(
  parts: MachineParts & Showing,
  caller: Caller,
  { applicationId, input: { version, reason } }: { applicationId: string; input: GiveUpInput },
): Promise<void> {
  const { db, directory } = parts;
  const { municipalityId } = caller;
  await db.inMunicipality(municipalityId, async (tx) => {
    const actor = await directory.actorOf(tx, caller);
    const view = await parts.show(tx, actor, caller, applicationId);
    const opened = await openApplication(tx, applicationId);
    if (opened && opened.application.staffId === actor.staffId && wasWithdrawn(opened.application, version)) return;
    const own = await ownOpened(parts, { tx, actor, caller, applicationId, version });
    if (!isUnderWay(own.application)) throw conflict('telework.application_decided', {}, view);
    const changed = askedAs(own.days, 'REFUSED');
    const step = { act: 'WITHDRAWN', state: 'WITHDRAWN', actor: personOf(actor), via: caller.via } as const;
    await take(parts, tx, { opened: own, step: { ...step, fact: { reason }, changed } });
  });
  parts.wake();
}

async function cancelWhole(
  parts: MachineParts & Showing,
  { tx, actor, caller, applicationId, version }: Seen,
  reason: string,
): Promise<{ done: true }> {
  const opened = await ownOpened(parts, { tx, actor, caller, applicationId, version });
  const { state, judged } = opened.application;
  // What has days is cancelled day by day.
  if (state !== 'APPROVED' || judged.days.length > 0) throw conflict('telework.application_decided');
  const step = { act: 'CANCELLED', state: 'CANCELLED', actor: personOf(actor), via: caller.via } as const;
  await take(parts, tx, { opened, step: { ...step, fact: { reason } } });
  return { done: true };
}

/** 取消し of something that is about no days: it holds no more from now on. */
export async function cancelApproved(
  parts: MachineParts & Showing,
  caller: Caller,
  { applicationId, input: { version, reason } }: { applicationId: string; input: GiveUpInput },
): Promise<void> {
  await parts.db.inMunicipality(caller.municipalityId, async (tx) => {
    const actor = await parts.directory.actorOf(tx, caller);
    const request = { use: 'telework.cancel-application', applicationId, version, reason };
    const call = { staffId: actor.staffId, key: caller.idempotencyKey, request };
    return onlyOnce(tx, call, () => cancelWhole(parts, { tx, actor, caller, applicationId, version }, reason));
  });
  parts.wake();
}

export interface CancelDay {
  readonly applicationId: string;
  readonly itemId: string;
  readonly input: GiveUpInput;
}

async function cancelOnce(
  parts: MachineParts & Showing,
  { tx, actor, caller }: Pick<Seen, 'tx' | 'actor' | 'caller'>,
  { applicationId, itemId, input: { version, reason } }: CancelDay,
): Promise<{ done: true }> {
  const opened = await ownOpened(parts, { tx, actor, caller, applicationId, version });
  const { application, days } = opened;
  const item = days.find((one) => one.itemId === itemId);
  const standing = days.filter(isStanding);
  if (!item || !isStanding(item) || isOver(application)) throw badInput('telework.day_not_standing');
  if (item.date < localDateOf(parts.clock.now())) throw badInput('telework.day_over', { date: item.date });
  await refuseClosedMonths(tx, actor.staffId, { dates: [item.date], today: localDateOf(parts.clock.now()) });
  const state = standing.length === 1 ? 'CANCELLED' : application.state;
  const fact = { itemId, date: item.date, was: item.state, reason };
  const changed = [{ ...item, state: 'CANCELLED' as const }];
  const step = { act: 'DAY_CANCELLED', state, actor: personOf(actor), via: caller.via, fact, changed } as const;
  await take(parts, tx, { opened, step });
  return { done: true };
}

/** 取消し of one day: no approval needed, the boss is told. */
export async function cancelDay(parts: MachineParts & Showing, caller: Caller, asked: CancelDay): Promise<void> {
  await parts.db.inMunicipality(caller.municipalityId, async (tx) => {
    const actor = await parts.directory.actorOf(tx, caller);
    const { applicationId, itemId, input } = asked;
    const request = { use: 'telework.cancel-day', applicationId, itemId, ...input };
    const call = { staffId: actor.staffId, key: caller.idempotencyKey, request };
    return onlyOnce(tx, call, () => cancelOnce(parts, { tx, actor, caller }, asked));
  });
  parts.wake();
}
