import type { RecordsRoute } from '../app/record-routes.ts';
import { RegisterPage } from './RegisterPage.tsx';

/** 文書管理: the register first, and every other page of it. */
export function RecordsPages({ route: { wish } }: { readonly route: RecordsRoute }) {
  return <RegisterPage wish={wish} />;
}
