import { z } from 'zod';
import type { Database, Tx } from '../platform/index.ts';
import { badInput, type Caller, Download, notAllowed, notFound, type Route, route } from '../shared/index.ts';
import { toBase64 } from './bytes.ts';
import {
  ConsistencyQuerySchema,
  ConsistencySchema,
  InclusionQuerySchema,
  InclusionSchema,
  type LedgerKey,
  LedgerKeySchema,
  TimestampsQuerySchema,
  TimestampsSchema,
} from './contract.ts';
import { provedEntry } from './offline-proof.ts';
import { mayReadLog } from './policy.ts';
import { newestTree, proveConsistency, proveInclusion, readCheckpoint, readTile } from './read-log.ts';
import { stampsAfter } from './stamps/stamping.ts';

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
    ...proofRoutes(asAuditor),
  ];
}

const STAMPS = 100;

type AsAuditor = <T>(caller: Caller, read: (tx: Tx) => Promise<T>) => Promise<T>;

const proofRoutes = (asAuditor: AsAuditor): readonly Route[] => [
  route({
    method: 'GET',
    path: '/ledger/timestamps',
    summary: { ja: 'チェックポイントの時刻認証（RFC 3161）', en: 'Time stamps of checkpoints (RFC 3161)' },
    query: TimestampsQuerySchema,
    answer: TimestampsSchema,
    handle: (caller, { query: { after = 0 } }) =>
      asAuditor(caller, async (tx) => {
        const kept = await stampsAfter(tx, after, STAMPS);
        const items = kept.map(({ token, ...stamp }) => ({ ...stamp, token: toBase64(token) }));
        return { items, next: items.length === STAMPS ? (items.at(-1)?.size ?? null) : null };
      }),
  }),
  route({
    method: 'GET',
    path: '/ledger/proofs/inclusion',
    summary: { ja: '記録がログにあることの証明', en: 'Proof that an entry is in the log (RFC 6962)' },
    query: InclusionQuerySchema,
    answer: InclusionSchema,
    handle: (caller, { query }) =>
      asAuditor(caller, async (tx) => {
        const proved = await proveInclusion(tx, query.leafId);
        return { ...provedEntry(proved), checkpoint: proved.checkpoint };
      }),
  }),
  route({
    method: 'GET',
    path: '/ledger/proofs/consistency',
    summary: { ja: 'ログが追記だけで伸びたことの証明', en: 'Proof that the log was only added to (RFC 6962)' },
    query: ConsistencyQuerySchema,
    answer: ConsistencySchema,
    handle: (caller, { query: { from } }) =>
      asAuditor(caller, async (tx) => {
        const tree = await newestTree(tx);
        if (!tree) throw notFound('ledger.no_checkpoint');
        if (from > tree.size) throw badInput('ledger.beyond_the_log', { size: tree.size });
        const proof = (await proveConsistency(tx, from, tree.size)).map(toBase64);
        return { from, to: tree.size, proof, checkpoint: tree.note };
      }),
  }),
];
