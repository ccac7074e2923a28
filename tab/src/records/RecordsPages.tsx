import type { RecordsRoute } from '../app/record-routes.ts';
import { DisposalPage } from './disposal/DisposalPage.tsx';
import { DisposalsPage } from './disposal/DisposalsPage.tsx';
import { RegisterPage } from './RegisterPage.tsx';
import { SearchPage } from './search/SearchPage.tsx';

/** 文書管理: the register first, and every other page of it. */
export function RecordsPages({ route: { part, id, wish } }: { readonly route: RecordsRoute }) {
  if (part === 'disposals') return id === null ? <DisposalsPage wish={wish} /> : <DisposalPage id={id} />;
  if (part === 'search') return <SearchPage wish={wish} />;
  return <RegisterPage wish={wish} />;
}
