import type { RecordsRoute } from '../app/record-routes.ts';
import { ImportPage } from './book/ImportPage.tsx';
import { NumberPage } from './book/NumberPage.tsx';
import { PostagePage } from './book/PostagePage.tsx';
import { ReceiptsPage } from './book/ReceiptsPage.tsx';
import { CataloguePage } from './catalogue/CataloguePage.tsx';
import { DisposalPage } from './disposal/DisposalPage.tsx';
import { DisposalsPage } from './disposal/DisposalsPage.tsx';
import { FolderPage } from './folders/FolderPage.tsx';
import { FoldersPage } from './folders/FoldersPage.tsx';
import { BoxPage } from './paper/BoxPage.tsx';
import { PaperPage } from './paper/PaperPage.tsx';
import { RegisterPage } from './RegisterPage.tsx';
import { RecordPage } from './record/RecordPage.tsx';
import { SearchPage } from './search/SearchPage.tsx';
import { SpacePage } from './space/SpacePage.tsx';
import { TemplatePage } from './templates/TemplatePage.tsx';
import { TemplatesPage } from './templates/TemplatesPage.tsx';
import { TodoPage } from './todo/TodoPage.tsx';

/** 文書管理: the register first, and every other page of it. */
export function RecordsPages({ route: { part, id, wish } }: { readonly route: RecordsRoute }) {
  if (part === 'receipts') return <ReceiptsPage />;
  if (part === 'postage') return <PostagePage wish={wish} />;
  if (part === 'import') return <ImportPage />;
  if (part === 'register' && id !== null) return <NumberPage key={id} id={id} />;
  if (part === 'disposals') return id === null ? <DisposalsPage wish={wish} /> : <DisposalPage id={id} />;
  if (part === 'record' && id !== null) return <RecordPage id={id} />;
  if (part === 'folders') return id === null ? <FoldersPage wish={wish} /> : <FolderPage id={id} />;
  if (part === 'paper') return id === null ? <PaperPage wish={wish} /> : <BoxPage key={id} id={id} />;
  if (part === 'todo') return <TodoPage />;
  if (part === 'space') return <SpacePage wish={wish} />;
  if (part === 'catalogue') return <CataloguePage wish={wish} />;
  if (part === 'search') return <SearchPage wish={wish} />;
  if (part === 'templates') return id === null ? <TemplatesPage /> : <TemplatePage id={id} />;
  return <RegisterPage wish={wish} />;
}
