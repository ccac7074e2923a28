import type { Tx } from '../../platform/index.ts';
import { badInput, notFound } from '../../shared/index.ts';
import { type FolderRow, folderOf, onlyFolder } from './folder-store.ts';

interface OfFolder {
  readonly unitId: string;
  readonly fiscalYear: number;
  readonly code: string;
}

/**
 * 簿冊 of a document that is filed today: the one that was named, else the only one there is.
 * @throws not-found `records.folder_not_found`; bad-input `records.folder_other_unit`, `…_class`, `…_year`
 */
export async function folderFor(tx: Tx, folderId: string | undefined, of: OfFolder): Promise<FolderRow | null> {
  if (folderId === undefined) return onlyFolder(tx, of);
  const folder = await folderOf(tx, folderId);
  if (!folder) throw notFound('records.folder_not_found');
  if (folder.unitId !== of.unitId) throw badInput('records.folder_other_unit');
  const { classificationCode } = folder;
  if (classificationCode !== of.code) {
    throw badInput('records.folder_other_class', { folder: classificationCode, record: of.code });
  }
  // Into one of an earlier year it is moved afterwards, with a reason.
  if (folder.fiscalYear !== of.fiscalYear || folder.custody !== 'SECTION') throw badInput('records.folder_other_year');
  return folder;
}
