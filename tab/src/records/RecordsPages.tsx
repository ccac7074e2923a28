import type { RecordsRoute } from '../app/record-routes.ts';
import { DisposalPage } from './disposal/DisposalPage.tsx';
import { DisposalsPage } from './disposal/DisposalsPage.tsx';
import { FolderPage } from './folders/FolderPage.tsx';
import { FoldersPage } from './folders/FoldersPage.tsx';
import { RegisterPage } from './RegisterPage.tsx';
import { RecordPage } from './record/RecordPage.tsx';

/** 文書管理: the register first, and every other page of it. */
export function RecordsPages({ route: { part, id, wish } }: { readonly route: RecordsRoute }) {
  if (part === 'disposals') return id === null ? <DisposalsPage wish={wish} /> : <DisposalPage id={id} />;
  if (part === 'record' && id !== null) return <RecordPage id={id} />;
  if (part === 'folders') return id === null ? <FoldersPage wish={wish} /> : <FolderPage id={id} />;
  return <RegisterPage wish={wish} />;
}
