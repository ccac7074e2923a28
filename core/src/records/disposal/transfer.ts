import type { Readable } from 'node:stream';
import { BY_THE_RULES } from '../../directory/index.ts';
import { newId } from '../../platform/index.ts';
import { listDocument } from './document.ts';
import type { Item, ListRow } from './list.ts';
import type { DisposalParts } from './open.ts';
import { listName } from './proposal.ts';
import { saveStep } from './steps.ts';
import { itemsOf, readList } from './store.ts';

interface ToPack {
  readonly list: ListRow;
  readonly items: readonly Item[];
}

/** What waits for the archives and is in no package yet. */
const toPack = ({ db }: DisposalParts, municipalityId: string, listId: string): Promise<ToPack | null> =>
  db.singly(municipalityId, async (tx) => {
    const list = await readList(tx, listId);
    if (list?.state !== 'EXECUTING' || list.packageSha256 !== null) return null;
    const items = (await itemsOf(tx, listId)).filter(({ state }) => state === 'AWAITS_RECEIPT');
    return items.length === 0 ? null : { list, items };
  });

/** Of any length: it is never held in memory. */
async function stored({ blobs }: DisposalParts, id: string, bag: Readable): Promise<string> {
  let at = 0;
  await blobs.incoming.forget(id);
  for await (const chunk of bag) {
    const bytes = chunk as Buffer;
    await blobs.incoming.write(id, at, bytes);
    at += bytes.length;
  }
  const sha256 = await blobs.incoming.keep(id, at);
  await blobs.incoming.forget(id);
  return sha256 ?? '';
}

/**
 * 移管: records with files, what is known about them, history and proofs as one bag (RFC 8493), made once. Killed while
 * it is written, it is written anew: what no row names counts as nothing.
 */
export async function makePackage(parts: DisposalParts, municipalityId: string, listId: string): Promise<void> {
  const found = await toPack(parts, municipalityId, listId);
  if (!found) return;
  const { list, items } = found;
  const name = listName(list);
  const bag = await parts.writePackage({
    ...{ municipalityId, name, recordIds: items.map(({ subjectId }) => subjectId) },
    info: [
      ['Source-Organization', list.unitName],
      ['External-Description', name],
      ['External-Identifier', `${list.id} ${list.fingerprint ?? ''}`],
    ],
    more: [{ path: `${name}.docx`, content: listDocument(list, items) }],
  });
  const sha256 = await stored(parts, newId(parts.clock), bag);
  await parts.db.inMunicipality(municipalityId, async (tx) => {
    const now = await readList(tx, listId, { locked: true });
    if (now?.state !== 'EXECUTING' || now.packageSha256 !== null) return;
    const fact = { package: sha256, records: items.length };
    const packed = { ...now, packageSha256: sha256 };
    await saveStep(parts, tx, packed, { step: 'PACKED', by: BY_THE_RULES, via: 'rules', fact });
  });
}
