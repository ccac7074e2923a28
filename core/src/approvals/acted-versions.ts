import type { Tx } from '../platform/index.ts';
import { prunedOfCases } from '../records/index.ts';
import { isDecided } from './case.ts';
import type { ActName } from './contract.ts';
import { readCase } from './queries.ts';

/** What the drafter does alone, and what nobody did: a version that saw nothing else is a working version. */
const WORKING: ReadonlySet<ActName> = new Set<ActName>([
  ...(['DRAFTED', 'EDITED', 'DOCUMENT_REPLACED', 'ROUTE_EDITED'] as const),
  ...(['ATTACHED', 'ATTACHMENT_REPLACED', 'ATTACHMENTS_ORDERED', 'ATTACHMENT_REMOVED'] as const),
  ...(['SUBMITTED', 'WITHDRAWAL_REQUESTED', 'REMINDED'] as const),
]);

interface Versions {
  /** Those that lay there while anybody acted: approved, consented, asked, sent back, decided. */
  readonly actedOn: readonly number[];
  /** The one that lies there in the end. */
  readonly last: number;
}

/** Which versions of the document lay there at which act: the first with the draft, one more with each replacement. */
export function versionsActedOn(acts: readonly ActName[]): Versions {
  const actedOn = new Set<number>();
  let last = 1;
  for (const act of acts) {
    if (act === 'DOCUMENT_REPLACED') last += 1;
    if (!WORKING.has(act)) actedOn.add(last);
  }
  return { actedOn: [...actedOn], last };
}

/**
 * Told to the records store: the versions of its document on which somebody acted, with those of which the case keeps what
 * was seen. Null as long as it is not decided, and where its history does not tell all of its versions: then none may go.
 */
export async function actedVersions(tx: Tx, caseId: string): Promise<readonly number[] | null> {
  const found = await readCase(tx, caseId);
  if (!found || !isDecided(found)) return null;
  const lines = await tx.query<{ act: ActName }>(
    'select h.act from kaigi.approvals_history h where h.municipality_id = $1 and h.case_id = $2 order by h.seq',
    [tx.municipalityId, caseId],
  );
  const { actedOn, last } = versionsActedOn(lines.map(({ act }) => act));
  if (last !== found.document.fileVersion) return null;
  const seen = found.earlier.map(({ document }) => document.fileVersion);
  return [...new Set([...actedOn, ...seen, last])].sort((a, b) => a - b);
}

/** Cases of which a version is said to be pruned on which somebody acted. */
export async function* actedAndPruned(tx: Tx): AsyncGenerator<string> {
  for (const { caseId, versions } of await prunedOfCases(tx)) {
    const actedOn = await actedVersions(tx, caseId);
    if (actedOn === null || versions.some((version) => actedOn.includes(version))) yield caseId;
  }
}
