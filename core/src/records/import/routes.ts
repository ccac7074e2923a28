import { type Route, route } from '../../shared/index.ts';
import { ImportInputSchema, ImportReportSchema } from './contract.ts';
import type { Imports } from './service.ts';

export function importRoutes(imports: Imports): Route[] {
  return [
    route({
      ...{
        method: 'POST',
        path: '/register/import',
        body: ImportInputSchema,
        upload: true,
        answer: ImportReportSchema,
      },
      summary: {
        ja: '旧台帳を取り込む（試しの確認・取込み）',
        en: 'Import an old ledger: look it over, or take it in',
      },
      handle: (caller, { body, file }) => imports.import(caller, body, file),
    }),
  ];
}
