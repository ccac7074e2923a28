import { type CaseState, caseStates } from '../../approvals/index.ts';
import type { Tx } from '../../platform/index.ts';
import { KaigiError, say } from '../../shared/index.ts';
import type { MachineParts } from './parts.ts';
import { isUnderWay } from './rules.ts';
import type { KeptApplication } from './store.ts';
import { takeOutsOf } from './take-outs.ts';
import { applicationTexts } from './text.ts';

const PERMIT = 'TAKE_OUT_PERMIT';

/** Its cases with which nothing is left to do: not that of a permit under which something is still out. */
async function doneWith(tx: Tx, application: KeptApplication): Promise<string[]> {
  if (isUnderWay(application)) return [];
  const { applicationId, cases } = application;
  const isOut = (await takeOutsOf(tx, [applicationId])).some(({ returnedAt }) => returnedAt === null);
  return cases.flatMap(({ procedure, caseId }) => (isOut && procedure.startsWith(PERMIT) ? [] : [caseId]));
}

/**
 * 完結: the approval tells the applicant by itself and nothing is issued, so nobody has to close the case by hand. It is
 * done in the applicant's name, by the rules. What waits for a 後閲 is completed after that.
 */
export async function completeCases(
  { db, approvals }: MachineParts,
  municipalityId: string,
  { application, left }: { application: KeptApplication; left: readonly string[] },
): Promise<void> {
  const states = await db.singly(municipalityId, async (tx) =>
    caseStates(tx, [...(await doneWith(tx, application)), ...left]),
  );
  const waits = ({ awaits }: CaseState) => awaits === 'COMPLETION';
  const note = say(applicationTexts, 'telework.application_completed', 'ja') ?? '';
  const by = { ...application.caller, municipalityId, via: 'rules', idempotencyKey: null } as const;
  for (const { caseId, version } of states.filter(waits)) {
    try {
      await approvals.act(by, caseId, { act: 'complete', version, note });
    } catch (error) {
      // Somebody was faster, or the applicant has left: whoever has their post, or the 文書主任, completes it.
      if (!(error instanceof KaigiError)) throw error;
    }
  }
}
