import type { SnapshotPost } from '../../directory/index.ts';
import type { DutyCode } from '../contract.ts';
import type { AbsenceRow, DeputyRow } from '../language/schema.ts';
import type { Pack } from './pack.ts';
import { applies, classOf, type Situation } from './situation.ts';

/** A duty on the route, of a certain post. */
export interface StoodInFor {
  readonly duty: DutyCode;
  readonly post: SnapshotPost;
}

export const ofClass = (named: readonly string[] | undefined, name: string | null): boolean =>
  named === undefined || (name !== null && named.includes(name));
const ofDuty = (named: readonly string[] | undefined, duty: DutyCode): boolean =>
  named === undefined || named.includes(duty);

/** What absence means for this post and duty: the first row that speaks of them. */
export function absenceRowFor(pack: Pack, { duty, post }: StoodInFor): AbsenceRow | undefined {
  const name = classOf(pack, post);
  return pack.file.absence.find((row) => ofClass(row.classes, name) && ofDuty(row.duties, duty));
}

/** Who may stand in: the first row that speaks of the post, the duty and the matter. */
export function deputyRowFor(situation: Situation, { duty, post }: StoodInFor): DeputyRow | undefined {
  const name = classOf(situation.pack, post);
  return situation.pack.file.deputies.find(
    (row) =>
      ofDuty(row.duties, duty) &&
      ofClass(row.classes, name) &&
      (row.posts === undefined || row.posts.includes(post.code)) &&
      applies(row, situation),
  );
}
