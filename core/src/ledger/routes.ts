import { z } from 'zod';
import type { Database, Tx } from '../platform/index.ts';
import { type Caller, Download, notAllowed, type Route, route } from '../shared/index.ts';
import { type LedgerKey, LedgerKeySchema } from './contract.ts';
import { mayReadLog } from './policy.ts';
import { readCheckpoint, readTile } from './read-log.ts';

export interface LedgerRouteOptions {
  readonly db: Database;
  /** The roles of the caller, asked of the directory inside the same transaction. */
  readonly rolesOf: (tx: Tx, caller: Caller) => Promise<readonly string[]>;
  readonly keyOf: (tx: Tx) => Promise<LedgerKey>;
}

const utf8 = new TextEncoder();

/** The log in the paths of c2sp.org/tlog-tiles; the prefix is `/api/v1/ledger`. `{path+}` is the rest of the path. */
export function ledgerRoutes({ db, rolesOf, keyOf }: LedgerRouteOptions): readonly Route[] {
  const asAuditor = <T>(caller: Caller, read: (tx: Tx) => Promise<T>): Promise<T> =>
    db.inMunicipality(caller.municipalityId, async (tx) => {
      if (!mayReadLog(await rolesOf(tx, caller))) throw notAllowed('ledger.not_an_auditor');
      return read(tx);
    });
  return [
    route({
      method: 'GET',
      path: '/ledger/checkpoint',
      summary: { ja: '改ざん検知ログの最新のチェックポイント', en: 'The newest checkpoint of the log' },
      answer: 'download',
      handle: async (caller) => {
        const note = await asAuditor(caller, readCheckpoint);
        return new Download('checkpoint', 'text/plain; charset=utf-8', utf8.encode(note));
      },
    }),
    route({
      method: 'GET',
      path: '/ledger/tile/{path+}',
      summary: { ja: '改ざん検知ログのタイルと記録', en: 'Tiles and entry bundles of the log' },
      params: z.strictObject({ path: z.string().max(100) }),
      answer: 'download',
      handle: async (caller, { params }) => {
        const bytes = await asAuditor(caller, (tx) => readTile(tx, params.path));
        return new Download(`tile-${params.path.replaceAll('/', '-')}`, 'application/octet-stream', bytes);
      },
    }),
    route({
      method: 'GET',
      path: '/ledger/key',
      summary: { ja: 'チェックポイントの署名を確かめる鍵', en: 'The key that checks the checkpoints' },
      answer: LedgerKeySchema,
      handle: (caller) => asAuditor(caller, keyOf),
    }),
  ];
}
