import { type Actor, type Directory, hasRole } from '../directory/index.ts';
import type { Tx } from '../platform/index.ts';
import type { Where } from './policy.ts';

/** Puts a value among the parameters of a statement and gives its place: `$3`. */
export type Bind = (value: unknown) => string;

/** The binder of a statement whose parameters are these; each value is added at their end. */
export const binder =
  (values: unknown[]): Bind =>
  (value) =>
    `$${values.push(value)}`;

/** True for the cases that somebody takes part in, as SQL; answered by the cases, which stand above the records. */
export type PartInCase = (actor: Actor, caseId: string, bind: Bind) => string;

/** From where somebody looks at the records today. */
export interface Sight extends Where {
  readonly actor: Actor;
  /** 総括文書管理者 and 監査 see every section, and every level: each opening above 3C is noted. */
  readonly all: boolean;
  /** The units of their posts. */
  readonly own: readonly string[];
  /** Those, and the 課 above each: where they are staff. */
  readonly sections: readonly string[];
  /** Units whose head they are. */
  readonly headed: readonly string[];
  readonly partIn: PartInCase;
}

interface SightParts {
  readonly directory: Pick<Directory, 'unitPath' | 'lineAbove'>;
  readonly partInCase: PartInCase;
}

export async function sightOf({ directory, partInCase }: SightParts, tx: Tx, actor: Actor): Promise<Sight> {
  const own = [...new Set(actor.posts.map((post) => post.unitId))];
  const [paths, lines] = await Promise.all([
    Promise.all(own.map((unitId) => directory.unitPath(tx, unitId))),
    Promise.all(own.map((unitId) => directory.lineAbove(tx, unitId))),
  ]);
  const held = new Set(actor.posts.map(({ postId }) => postId));
  // What a 部 or the city itself files stays above.
  const above = paths.flat().filter(({ kind }) => kind !== 'DEPARTMENT' && kind !== 'BUREAU');
  return {
    actor,
    all: hasRole(actor, 'CHIEF_RECORDS_MANAGER') || hasRole(actor, 'AUDITOR'),
    own,
    sections: [...new Set([...own, ...above.map(({ unitId }) => unitId)])],
    headed: [...new Set(lines.flat().flatMap(({ unitId, head }) => (head && held.has(head.postId) ? [unitId] : [])))],
    partIn: partInCase,
  };
}

/** 収受の配布: it lies in one of these sections, whoever took it in. */
const distributedTo = ({ own, sections }: { readonly own: string; readonly sections: string }): string => `exists (
    select from kaigi.records_register g join kaigi.records_receipt t
      on t.municipality_id = g.municipality_id and t.register_id = g.id
    where g.municipality_id = r.municipality_id and g.record_id = r.id and t.state <> 'RETURNED'
      and (t.unit_id = any(${sections}) or t.unit_path && ${own}))`;

/**
 * What this person may see, as one condition over `r` (`kaigi.records_record`) and `k` (`kaigi.records_keeping`): asked by
 * the register, by search, by lists and by whoever opens one record, so that none of them shows or counts more than
 * another. A case's papers are its participants' until it is decided, and for ever above 自治体機密性 2; of all else
 * 2 and 1 are the section's and those above, 3C the section's own, 3B its head's, 3A nobody's but those named.
 */
export function visible(sight: Sight, bind: Bind): string {
  if (sight.all) return 'true';
  const [own, sections] = [`${bind(sight.own)}::uuid[]`, `${bind(sight.sections)}::uuid[]`];
  const [headed, self] = [`${bind(sight.headed)}::uuid[]`, `${bind(sight.actor.staffId)}::uuid`];
  return `(
    (r.case_id is null or (r.state = 'FROZEN' and not k.only_participants)) and (
      (k.level in ('C1', 'C2') and (k.unit_id = any(${sections}) or k.unit_path && ${own}))
      or (k.level = 'C3C' and k.unit_id = any(${sections}))
      or (k.level = 'C3B' and k.unit_id = any(${headed}))
      or (r.kind = 'RECEIPT' and k.level in ('C1', 'C2', 'C3C') and ${distributedTo({ own, sections })}))
    or ${self} = any(k.readers)
    or (r.case_id is not null and ${sight.partIn(sight.actor, 'r.case_id', bind)}))`;
}

/** Each opening of these is noted. */
export const ABOVE_3C: ReadonlySet<string> = new Set(['C3A', 'C3B']);
