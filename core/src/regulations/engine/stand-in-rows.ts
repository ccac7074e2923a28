import type { SnapshotPost } from '../../directory/index.ts';
import type { DutyCode } from '../contract.ts';
import type { AbsenceRow, DeputyRow } from '../language/schema.ts';
import { applies, classOf, type Situation } from './situation.ts';

/** A duty on the route, of a certain post. */
export interface StoodInFor {
  readonly duty: DutyCode;
  readonly post: SnapshotPost;
}

const ofDuty = (named: readonly string[] | undefined, duty: DutyCode): boolean =>
  named === undefined || named.includes(duty);

/** Whether the row speaks of this post: by its class, by its code, or of every post. */
export function ofPost(
  { pack }: Situation,
  { classes, posts }: { classes?: readonly string[] | undefined; posts?: readonly string[] | undefined },
  post: SnapshotPost,
): boolean {
  if (posts !== undefined && !posts.includes(post.code)) return false;
  const name = classOf(pack, post);
  return classes === undefined || (name !== null && classes.includes(name));
}

/** What absence means for this post, duty and matter: the first row that speaks of them. */
export function absenceRowFor(situation: Situation, { duty, post }: StoodInFor): AbsenceRow | undefined {
  return situation.pack.file.absence.find(
    (row) => ofPost(situation, row, post) && ofDuty(row.duties, duty) && applies(row, situation),
  );
}

/** Who may stand in: the first row that speaks of the post, the duty and the matter. */
export function deputyRowFor(situation: Situation, { duty, post }: StoodInFor): DeputyRow | undefined {
  return situation.pack.file.deputies.find(
    (row) => ofDuty(row.duties, duty) && ofPost(situation, row, post) && applies(row, situation),
  );
}
