import type { Tx } from '../../platform/index.ts';
import { hiddenTitle } from '../readers.ts';
import { listDocument } from './document.ts';
import { type Item, type ListRow, recordOf } from './list.ts';
import type { DisposalParts } from './open.ts';
import { caseTextOf, listName } from './proposal.ts';
import { secretsAmong } from './queries.ts';
import { itemsOf, nameCaseOf, readList } from './store.ts';

/** What a case about a list is to say: whoever is above the records drafts it. */
export interface ListToDecide {
  readonly title: string;
  readonly proposalText: string;
  readonly document: { readonly fileName: string; readonly bytes: Uint8Array };
  readonly as: NonNullable<ListRow['proposedAs']>;
}

export interface ForCases {
  /** For whoever drafts cases: null where there is nothing to draft (any more). */
  toDecide(municipalityId: string, listId: string, round: number): Promise<ListToDecide | null>;
  /** This case decides upon the list as it was proposed then. Again is harmless. */
  nameCase(municipalityId: string, of: { listId: string; round: number; caseId: string }): Promise<void>;
}

/** As it is put before those who decide, and so before everybody who sees the case. */
async function itemsForCase(tx: Tx, listId: string): Promise<Item[]> {
  const items = await itemsOf(tx, listId);
  const secret = await secretsAmong(
    tx,
    items.flatMap((item) => recordOf(item) ?? []),
  );
  return items.map((item) => (secret.has(item.subjectId) ? { ...item, title: hiddenTitle('ja') } : item));
}

export const forCases = (parts: Pick<DisposalParts, 'db'>): ForCases => ({
  toDecide: (municipalityId, listId, round) =>
    parts.db.singly(municipalityId, async (tx) => {
      const list = await readList(tx, listId);
      if (list?.state !== 'PROPOSED' || list.round !== round || list.caseId !== null || !list.proposedAs) return null;
      const items = await itemsForCase(tx, listId);
      const document = { fileName: `${listName(list)}.docx`, bytes: listDocument(list, items) };
      return { ...caseTextOf(list, items), document, as: list.proposedAs };
    }),
  nameCase: (municipalityId, { listId, round, caseId }) =>
    parts.db.inMunicipality(municipalityId, (tx) => named(tx, { listId, round, caseId })),
});

async function named(
  tx: Tx,
  { listId, round, caseId }: { listId: string; round: number; caseId: string },
): Promise<void> {
  const list = await readList(tx, listId, { locked: true });
  if (list?.state !== 'PROPOSED' || list.round !== round || list.caseId !== null) return;
  // Not a step of its own: the case's history tells of it, and the approval names the case.
  await nameCaseOf(tx, list.id, caseId);
}
