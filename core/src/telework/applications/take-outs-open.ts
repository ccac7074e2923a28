import { caseStates } from '../../approvals/index.ts';
import type { Tx } from '../../platform/index.ts';
import { type Caller, type LocalDate, localDateOf } from '../../shared/index.ts';
import type { TakeOutList } from './contract.ts';
import type { MachineParts } from './parts.ts';
import { readApplication } from './store.ts';
import { type OutUnderPermit, permitsOut, takeOutsOut } from './take-outs.ts';

// What is due first stands first; nobody reads more of it at once.
const MOST = 100;

/** Those of which the case was decided for one of these posts. */
async function permittedBy(tx: Tx, postIds: ReadonlySet<string>): Promise<OutUnderPermit[]> {
  const out = await permitsOut(tx);
  const states = await caseStates(
    tx,
    out.map(({ caseId }) => caseId),
  );
  const own = states.filter(({ decidingPostId }) => decidingPostId !== null && postIds.has(decidingPostId));
  const permitted = new Set(own.map(({ caseId }) => caseId));
  return out.filter(({ caseId }) => permitted.has(caseId));
}

async function withItems<T extends { readonly applicationId: string; readonly dueOn: LocalDate }>(
  tx: Tx,
  { out, today }: { out: readonly T[]; today: LocalDate },
) {
  const found = out.slice(0, MOST).map(async (one) => {
    const application = await readApplication(tx, one.applicationId);
    if (!application) return [];
    const { applicant: person, judged, version } = application;
    return [{ ...one, person, version, items: [...(judged.takeOut?.items ?? [])], due: one.dueOn <= today }];
  });
  return (await Promise.all(found)).flat();
}

/** 返却の確認: what the caller took out, and what is out under a permit of their post, until it is said to be back. */
export function openTakeOuts({ db, directory, clock }: MachineParts, caller: Caller): Promise<TakeOutList> {
  const today = localDateOf(clock.now());
  return db.inMunicipality(caller.municipalityId, async (tx) => {
    const { staffId, posts } = await directory.actorOf(tx, caller);
    const permitted = await permittedBy(tx, new Set(posts.map(({ postId }) => postId)));
    const own = await takeOutsOut(tx, staffId);
    const shown = await withItems(tx, { out: permitted, today });
    return {
      own: (await withItems(tx, { out: own, today })).map(({ person: _, ...one }) => one),
      permitted: shown.map(({ version: _, ...one }) => one),
      more: permitted.length > MOST,
    };
  });
}
