import type { RecordsRoute } from '../app/record-routes.ts';
import { ImportPage } from './book/ImportPage.tsx';
import { NumberPage } from './book/NumberPage.tsx';
import { PostagePage } from './book/PostagePage.tsx';
import { ReceiptsPage } from './book/ReceiptsPage.tsx';
import { DisposalPage } from './disposal/DisposalPage.tsx';
import { DisposalsPage } from './disposal/DisposalsPage.tsx';
import { FolderPage } from './folders/FolderPage.tsx';
import { FoldersPage } from './folders/FoldersPage.tsx';
import { RegisterPage } from './RegisterPage.tsx';
import { RecordPage } from './record/RecordPage.tsx';
import { SearchPage } from './search/SearchPage.tsx';
import { TemplatePage } from './templates/TemplatePage.tsx';
import { TemplatesPage } from './templates/TemplatesPage.tsx';

/** 文書管理: the register first, and every other page of it. */
export function RecordsPages({ route: { part, id, wish } }: { readonly route: RecordsRoute }) {
  if (part === 'receipts') return <ReceiptsPage />;
  if (part === 'postage') return <PostagePage wish={wish} />;
  if (part === 'import') return <ImportPage />;
  if (part === 'register' && id !== null) return <NumberPage key={id} id={id} />;
  if (part === 'disposals') return id === null ? <DisposalsPage wish={wish} /> : <DisposalPage id={id} />;
  if (part === 'record' && id !== null) return <RecordPage id={id} />;
  if (part === 'folders') return id === null ? <FoldersPage wish={wish} /> : <FolderPage id={id} />;
  if (part === 'search') return <SearchPage wish={wish} />;
  if (part === 'templates') return id === null ? <TemplatesPage /> : <TemplatePage id={id} />;
  return <RegisterPage wish={wish} />;
}
