import type { Database } from '../../platform/index.ts';
import type { Disposal } from '../../records/index.ts';
import type { Regulations } from '../../regulations/index.ts';
import type { Caller } from '../../shared/index.ts';
import type { Approvals } from '../service.ts';

export interface DraftingParts {
  readonly db: Database;
  readonly approvals: Pick<Approvals, 'draft'>;
  readonly regulations: Pick<Regulations, 'classifications'>;
  readonly disposal: Pick<Disposal, 'toDecide' | 'nameCase'>;
}

export interface ProposedList {
  readonly municipalityId: string;
  readonly listId: string;
  readonly round: number;
}

/** By what the file plan is asked for the class of the case itself. */
const HINT = '公文書の廃棄及び移管';

/**
 * A disposal list lies before those who decide: a draft in the name of whoever proposed it, with the list as its
 * document. They look it over and put it on its way themselves. Told again, it is the same draft.
 */
export async function draftDisposalCase(
  parts: DraftingParts,
  { municipalityId, listId, round }: ProposedList,
): Promise<void> {
  const { approvals, regulations, disposal } = parts;
  const list = await disposal.toDecide(municipalityId, listId, round);
  if (!list) return;
  const caller: Caller = { municipalityId, ...list.as, idempotencyKey: null };
  const { items } = await regulations.classifications(caller, HINT);
  const code = (items.find(({ suggested }) => suggested) ?? items[0])?.code ?? '';
  const { title, proposalText, document } = list;
  const input = { title, proposalText, classificationCode: code, externalId: `records/disposal/${listId}/${round}` };
  const { id: caseId } = await approvals.draft(caller, input, document);
  await disposal.nameCase(municipalityId, { listId, round, caseId });
}
