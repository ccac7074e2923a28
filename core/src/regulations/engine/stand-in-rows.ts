import type { SnapshotPost } from '../../directory/index.ts';
import type { DutyCode } from '../contract.ts';
import type { AbsenceRow, DeputyRow } from '../language/schema.ts';
import { type AwayNow, daysAway } from './absence-length.ts';
import { applies, classOf, meets, type Situation } from './situation.ts';

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

interface Spoken {
  readonly classes?: readonly string[] | undefined;
  readonly posts?: readonly string[] | undefined;
  readonly duties?: readonly string[] | undefined;
  readonly vacant?: boolean | undefined;
  readonly whileOrdered?: readonly string[] | undefined;
}

/** Whether the row speaks of this post in this duty, as it is filled today. */
export const ofSlot = (situation: Situation, row: Spoken, { duty, post }: StoodInFor): boolean =>
  ofDuty(row.duties, duty) &&
  ofPost(situation, row, post) &&
  (row.whileOrdered === undefined || row.whileOrdered.some((code) => situation.ordered.includes(code))) &&
  (row.vacant === undefined || row.vacant === (post.holders.length === 0));

/** What absence means for this post, duty and matter: the first row that speaks of them. */
export function absenceRowFor(situation: Situation, slot: StoodInFor): AbsenceRow | undefined {
  return situation.pack.file.absence.find((row) => ofSlot(situation, row, slot) && applies(row, situation));
}

/** Every row that may say who stands in, by how long the holder is away: the first that asks for no length is the last. */
export function deputyRowsFor(situation: Situation, slot: StoodInFor): DeputyRow[] {
  const vacant = slot.post.holders.length === 0;
  const rows: DeputyRow[] = [];
  for (const row of situation.pack.file.deputies) {
    const speaks = !(vacant && row.absentDays) && ofSlot(situation, row, slot) && applies(row, situation);
    if (speaks) rows.push(row);
    if (speaks && row.absentDays === undefined) break;
  }
  return rows;
}

/** Who may stand in: the first row that speaks of the post, the duty, the matter and the length of the absence. */
export function deputyRowFor(situation: Situation, slot: StoodInFor, away: AwayNow): DeputyRow | undefined {
  return deputyRowsFor(situation, slot).find(
    ({ absentDays }) => absentDays === undefined || meets(absentDays, daysAway(away)),
  );
}

/** Whether somebody else may stand in once the absence, whose end nobody knows, has lasted longer. */
export function lengthIsOpen(situation: Situation, slot: StoodInFor, away: AwayNow): boolean {
  if (away.absent === null || away.absent.until !== null) return false;
  const days = daysAway(away);
  return deputyRowsFor(situation, slot).some(({ absentDays }) =>
    Object.values(absentDays ?? {}).some((limit) => limit !== undefined && limit >= days),
  );
}
