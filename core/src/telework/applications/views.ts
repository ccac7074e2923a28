import { caseStates } from '../../approvals/index.ts';
import type { Actor } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import {
  badInput,
  type Caller,
  isUuid,
  type LocalDate,
  type Locale,
  notFound,
  type Texts,
} from '../../shared/index.ts';
import { daysOf } from '../days/store.ts';
import { factsOfAll } from '../history/store.ts';
import { mayLookAt, mayReadPersonal, peopleUnder } from '../people/people.ts';
import { APPLICATION } from './acts.ts';
import type { AllApplicationsQuery, ApplicationPage, ApplicationQuery, ApplicationView } from './contract.ts';
import type { MachineParts } from './parts.ts';
import { presentApplication } from './present.ts';
import { type KeptApplication, listApplications, readApplication } from './store.ts';
import { takeOutsOf } from './take-outs.ts';

const PAGE = 30;

export interface ViewParts extends MachineParts {
  /** The sentences of every capability. */
  readonly texts: Texts;
}

interface Look {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly locale: Locale;
}

/** These applications as somebody who may look at them sees them. */
export async function viewsOf(
  { clock, texts, directory, kinds }: ViewParts,
  { tx, actor, locale }: Look,
  found: readonly KeptApplication[],
): Promise<ApplicationView[]> {
  const ids = found.map(({ applicationId }) => applicationId);
  const caseIds = found.flatMap(({ cases }) => cases.map(({ caseId }) => caseId));
  const [days, facts, states] = [
    Map.groupBy(await daysOf(tx, ids), ({ applicationId }) => applicationId),
    await factsOfAll(tx, APPLICATION, ids),
    new Map((await caseStates(tx, caseIds)).map((one) => [one.caseId, one])),
  ];
  const out = Map.groupBy(await takeOutsOf(tx, ids), ({ applicationId }) => applicationId);
  const there = await directory.organisation(tx);
  const open = (application: KeptApplication): KeptApplication => {
    const { staffId, kind, input } = application;
    if (mayReadPersonal(there, actor, staffId)) return application;
    return { ...application, input: kinds.get(kind)?.withoutPersonal?.(input) ?? input };
  };
  const looking = { staffId: actor.staffId, now: clock.now(), locale, texts };
  return found.map((application) => {
    const { applicationId } = application;
    const around = {
      ...{ days: days.get(applicationId) ?? [], facts: facts.get(applicationId) ?? [], states },
      takeOuts: out.get(applicationId) ?? [],
    };
    return presentApplication({ application: open(application), ...around }, looking);
  });
}

/** For the person, the heads above and personnel; for all others it is not there. @throws not-found */
export async function seenBy(parts: ViewParts, look: Look, applicationId: string): Promise<ApplicationView> {
  const { tx, actor } = look;
  const [found, there] = [await readApplication(tx, applicationId), await parts.directory.organisation(tx)];
  if (!found || !mayLookAt(there, actor, found.staffId)) throw notFound('telework.application_not_found');
  const [view] = await viewsOf(parts, look, [found]);
  if (!view) throw notFound('telework.application_not_found');
  return view;
}

/** Whose applications are listed. @throws not-found where the caller may not look at the person */
async function whose(parts: ViewParts, { tx, actor }: Look, query: ApplicationQuery) {
  const there = await parts.directory.organisation(tx);
  const { staffId, box } = query;
  if (staffId !== undefined) {
    if (!mayLookAt(there, actor, staffId)) throw notFound('telework.application_not_found');
    return [staffId];
  }
  return box === 'mine' ? [actor.staffId] : peopleUnder(there, actor).map((one) => one.staffId);
}

/** One's own, or those of the people below, newest first. */
export async function list(parts: ViewParts, caller: Caller, query: AllApplicationsQuery): Promise<ApplicationPage> {
  const { kind = null, state = null, from = null, to = null, cursor } = query;
  const before = cursor === undefined ? null : Buffer.from(cursor, 'base64url').toString();
  if (before !== null && !isUuid(before)) throw badInput('telework.bad_cursor');
  return parts.db.inMunicipality(caller.municipalityId, async (tx) => {
    const actor = await parts.directory.actorOf(tx, caller);
    const look = { tx, actor, locale: caller.locale };
    const staffIds = await whose(parts, look, query);
    const dates = { from: from as LocalDate | null, to: to as LocalDate | null };
    const found = await listApplications(tx, { kind, staffIds, state, ...dates, before, limit: PAGE + 1 });
    const items = await viewsOf(parts, look, found.slice(0, PAGE));
    const last = found.length > PAGE ? items.at(-1) : undefined;
    return { items, nextCursor: last ? Buffer.from(last.id).toString('base64url') : null };
  });
}
