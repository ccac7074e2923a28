import type { Actor } from '../../directory/index.ts';
import type { TemplateEdition, TemplateView } from './contract.ts';
import { mayChange } from './policy.ts';
import type { EditionRow, TemplateRow } from './rows.ts';

export function presentEdition(row: EditionRow): TemplateEdition {
  const { edition, sha256, fileName, mediaType, size, note, addedAt, addedBy } = row;
  return { edition, file: { sha256, fileName, mediaType, size }, note, addedAt: addedAt.toISOString(), addedBy };
}

export interface Shown {
  readonly row: TemplateRow;
  readonly current: EditionRow;
  readonly actor: Actor;
  /** 小分類 by code, of the file plan of today. */
  readonly classes: ReadonlyMap<string, string>;
}

export function presentTemplate({ row, current, actor, classes }: Shown): TemplateView {
  const code = row.classificationCode;
  const name = code === null ? undefined : classes.get(code);
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    purpose: row.purpose,
    kind: row.kind,
    // A class that the plan no longer has is no suggestion any more.
    classification: code === null || name === undefined ? null : { code, name },
    ownerUnitName: row.ownerUnitName,
    state: row.state,
    current: presentEdition(current),
    may: { change: mayChange(actor, row) },
  };
}
