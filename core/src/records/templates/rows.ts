import type { Person } from '../../directory/index.ts';
import type { Json } from '../../shared/index.ts';
import type { FileRef, RecordKind } from '../contract.ts';
import { personFact } from '../rows.ts';

export interface TemplateRow {
  readonly id: string;
  readonly title: string;
  readonly purpose: string;
  readonly kind: RecordKind | null;
  readonly classificationCode: string | null;
  readonly ownerUnitId: string;
  readonly ownerUnitName: string;
  readonly state: 'OFFERED' | 'RETIRED';
  readonly edition: number;
  readonly version: number;
  readonly changedAt: Date;
  readonly changedBy: Person;
}

export interface EditionRow extends FileRef {
  readonly templateId: string;
  readonly edition: number;
  readonly note: string;
  readonly addedAt: Date;
  readonly addedBy: Person;
  readonly leafId: string;
}

export const TEMPLATE_KIND = 'records/template';

/** What the log says of an edition: the whole row. */
export function editionLeaf(row: EditionRow) {
  const { templateId, edition, sha256, fileName, mediaType, size, note, leafId } = row;
  const body: Json = {
    ...{ templateId, edition, sha256, fileName, mediaType, size, note },
    addedAt: row.addedAt.toISOString(),
    addedBy: personFact(row.addedBy),
  };
  return { kind: TEMPLATE_KIND, subject: `${templateId}/${edition}`, body, leafId };
}
