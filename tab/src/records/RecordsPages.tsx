import type { RecordsRoute } from '../app/record-routes.ts';
import { ImportPage } from './book/ImportPage.tsx';
import { NumberPage } from './book/NumberPage.tsx';
import { PostagePage } from './book/PostagePage.tsx';
import { ReceiptsPage } from './book/ReceiptsPage.tsx';
import { CataloguePage } from './catalogue/CataloguePage.tsx';
import { DisclosurePage } from './disclosure/DisclosurePage.tsx';
import { DisclosuresPage } from './disclosure/DisclosuresPage.tsx';
import { RedactionPage } from './disclosure/RedactionPage.tsx';
import { BuriedPage } from './disposal/BuriedPage.tsx';
import { DisposalPage } from './disposal/DisposalPage.tsx';
import { DisposalsPage } from './disposal/DisposalsPage.tsx';
import { FolderPage } from './folders/FolderPage.tsx';
import { FoldersPage } from './folders/FoldersPage.tsx';
import { BoxPage } from './paper/BoxPage.tsx';
import { PaperPage } from './paper/PaperPage.tsx';
import { WorkingVersionsPage } from './pruning/WorkingVersionsPage.tsx';
import { RegisterPage } from './RegisterPage.tsx';
import { RecordPage } from './record/RecordPage.tsx';
import { SearchPage } from './search/SearchPage.tsx';
import { SpacePage } from './space/SpacePage.tsx';
import { TemplatePage } from './templates/TemplatePage.tsx';
import { TemplatesPage } from './templates/TemplatesPage.tsx';
import { TodoPage } from './todo/TodoPage.tsx';

/** 廃棄・移管: the lists, one of them, or what was disposed of. */
function OfDisposals({ id, wish }: Pick<RecordsRoute, 'id' | 'wish'>) {
  if (id !== null) return <DisposalPage id={id} />;
  return wish.show === 'buried' ? <BuriedPage wish={wish} /> : <DisposalsPage wish={wish} />;
}

/** 開示請求: all of them, one, or the 墨消し of one of its documents. */
function OfDisclosures({ id, wish: { item } }: Pick<RecordsRoute, 'id' | 'wish'>) {
  if (id === null) return <DisclosuresPage />;
  return item === undefined ? <DisclosurePage key={id} id={id} /> : <RedactionPage key={item} id={id} itemId={item} />;
}

/** 文書管理: the register first, and every other page of it. */
export function RecordsPages({ route: { part, id, wish } }: { readonly route: RecordsRoute }) {
  if (part === 'receipts') return <ReceiptsPage />;
  if (part === 'postage') return <PostagePage wish={wish} />;
  if (part === 'import') return <ImportPage />;
  if (part === 'register' && id !== null) return <NumberPage key={id} id={id} />;
  if (part === 'disposals') return <OfDisposals {...{ id, wish }} />;
  if (part === 'disclosures') return <OfDisclosures {...{ id, wish }} />;
  if (part === 'record' && id !== null) return <RecordPage id={id} />;
  if (part === 'folders') return id === null ? <FoldersPage wish={wish} /> : <FolderPage id={id} />;
  if (part === 'paper') return id === null ? <PaperPage wish={wish} /> : <BoxPage key={id} id={id} />;
  if (part === 'todo') return <TodoPage />;
  if (part === 'space') return wish.show === 'versions' ? <WorkingVersionsPage /> : <SpacePage wish={wish} />;
  if (part === 'catalogue') return <CataloguePage wish={wish} />;
  if (part === 'search') return <SearchPage wish={wish} />;
  if (part === 'templates') return id === null ? <TemplatesPage /> : <TemplatePage id={id} />;
  return <RegisterPage wish={wish} />;
}
