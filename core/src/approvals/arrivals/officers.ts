import type { Directory } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';

/** The 文書主任 of the section, or where it has none its head. */
export async function officersOrHead(directory: Directory, tx: Tx, sectionId: string): Promise<string[]> {
  const officers = (await directory.actorsWith(tx, 'RECORDS_OFFICER')).filter(({ posts }) =>
    posts.some((post) => post.sectionId === sectionId),
  );
  const there = officers.length > 0 ? officers : ((await directory.organisation(tx)).headOf(sectionId)?.holders ?? []);
  return there.map(({ staffId }) => staffId);
}
