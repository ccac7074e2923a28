import type { Directory } from '../directory/index.ts';
import type { Tx } from '../platform/index.ts';
import { type Caller, notFound } from '../shared/index.ts';
import type { ApprovalCase } from './case.ts';
import { maySee } from './policy.ts';
import * as queries from './queries.ts';
import type { StandIns } from './stand-ins.ts';
import type { Look } from './views.ts';

/** Whoever may see the case by itself, and whoever may act on it today for somebody who is away. */
export const maySeeToday = async (standIns: StandIns, look: Look, approvalCase: ApprovalCase): Promise<boolean> =>
  maySee(look.actor, approvalCase) || standIns.lets(look, approvalCase);

interface Asked {
  readonly tx: Tx;
  readonly caller: Caller;
  readonly caseId: string;
  readonly locked?: boolean;
}

/** The case for somebody who may see it today; for others it is not there. @throws not-found `approvals.not_found` */
export async function visibleCase(
  { directory, standIns }: { directory: Directory; standIns: StandIns },
  { tx, caller, caseId, locked = false }: Asked,
): Promise<{ look: Look; approvalCase: ApprovalCase }> {
  const { actor, approvalCase } = await queries.openCase({ tx, caller, directory }, caseId, { locked });
  const look = { tx, actor, locale: caller.locale };
  const seen = approvalCase && (await maySeeToday(standIns, look, approvalCase));
  if (!seen) throw notFound('approvals.not_found');
  return { look, approvalCase };
}
