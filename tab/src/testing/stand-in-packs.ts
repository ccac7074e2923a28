import {
  type PackFinding,
  PackListSchema,
  type PackReview,
  PackReviewSchema,
  type PackTable,
  PackTableSchema,
  type PackView,
  PackViewSchema,
} from '@kaigi/core/contract';
import { SECTION_HEAD } from './people.ts';
import type { Answer } from './stand-in-wire.ts';

/** The versions of the regulations; a test may change them at any time. */
export interface PacksWorld {
  packs: PackView[];
  review: Omit<PackReview, keyof PackView>;
  table: PackTable;
  /** Findings for which the next text is refused. */
  findings: PackFinding[];
}

export const PACK_ID = '01900000-0000-7000-8000-00000000e001';

export function aPack(change: Partial<PackView> = {}): PackView {
  return {
    packId: PACK_ID,
    version: 'minato/2026-12-01',
    regulation: 'みなと市事務決裁規程',
    effectiveFrom: '2026-12-01',
    state: 'PROPOSED',
    inForceToday: false,
    inForceFrom: null,
    importedBy: SECTION_HEAD,
    importedAt: '2026-11-20T01:00:00Z',
    caseId: null,
    fingerprint: 'sha256:0123456789abcdef01234567',
    rows: 168,
    ...change,
  };
}

const BUILT_IN = aPack({
  packId: null,
  version: 'minato/2026-04-01',
  effectiveFrom: '2026-04-01',
  state: 'BUILT_IN',
  inForceToday: true,
  inForceFrom: '2026-04-01',
  importedBy: null,
  importedAt: null,
  fingerprint: null,
  rows: 167,
});

export const firstPacks = (): PacksWorld => ({
  packs: [aPack(), BUILT_IN],
  review: {
    comparedWith: 'minato/2026-04-01',
    matter: { code: 'REGULATION_DATA', name: '事務決裁規程等の電子データの施行' },
    added: [
      { ruleId: 'expenditure.drone', article: '別表第1 支出の部 第9項', sentence: 'ドローンの購入は部長専決です。' },
    ],
    changed: [
      { ruleId: 'expenditure.1', article: '別表第1 支出の部 第1項第3号', sentence: '80万円以下の支出は課長専決です。' },
    ],
    removed: [],
    breaks: [{ ruleId: 'consult.dx', article: '別表第3', sentence: 'DX推進課が今日の組織にありません。' }],
    proposalText: 'みなと市事務決裁規程を改正してよろしいか。（minato/2026-12-01、sha256:0123456789abcdef01234567）',
  },
  table: {
    version: 'minato/2026-04-01',
    regulation: 'みなと市事務決裁規程',
    body: 'みなと市',
    effectiveFrom: '2026-04-01',
    sections: [
      {
        title: '決裁区分：支出',
        head: ['行', '条件', '定め', '根拠', '理由文'],
        rows: [
          ['expenditure.1', '50万円以下', '課長', '別表第1 支出の部 第1項第3号', '50万円以下の支出は課長専決です。'],
          ['expenditure.2', '50万円超', '部長', '別表第1 支出の部 第1項第4号', '50万円を超える支出は部長専決です。'],
        ],
      },
      {
        title: '代決者',
        head: ['行', '条件', '定め', '根拠', '理由文'],
        rows: [['deputy.mayor', '', '市長： 1 副市長', '第8条', '市長が不在のときは副市長が代決します。']],
      },
    ],
  },
  findings: [],
});

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: unknown;
}

const reviewOf = (world: PacksWorld, pack: PackView): Answer => ({
  body: PackReviewSchema.parse({ ...pack, ...world.review }),
});

function refused(findings: readonly PackFinding[]): Answer {
  const detail = `規程の版を受け付けられません（${findings.length}件）。最初の理由: ${findings[0]?.sentence}`;
  const code = 'regulations.pack_refused';
  const body = { type: 'about:blank', title: code, status: 400, detail, code, errorId: 'err-0123', present: findings };
  return { status: 400, body };
}

function changed(world: PacksWorld, pack: PackView, change: Partial<PackView>): PackView {
  const next = { ...pack, ...change };
  world.packs = world.packs.map((one) => (one === pack ? next : one));
  return next;
}

/** Everything under `/regulations/packs`, and the tables; null for whatever else. */
export function ofPacks(world: PacksWorld, { method, url, body }: Asked): Answer | null {
  const path = url.pathname.replace('/api/v1/regulations/', '');
  if (path === 'table/sections') return { body: PackTableSchema.parse(world.table) };
  const [first, id, rest = ''] = path.split('/');
  if (first !== 'packs') return null;
  if (id === undefined && method === 'GET') return { body: PackListSchema.parse({ items: world.packs }) };
  const pack = world.packs.find(({ packId }) => packId === (id ?? PACK_ID));
  if (!pack) return { status: 404, body: { status: 404, code: 'regulations.pack_not_found', detail: 'ありません。' } };
  if (id === undefined) return world.findings.length > 0 ? refused(world.findings) : reviewOf(world, pack);
  if (rest === 'file' || rest === 'document') return { body: Buffer.from(`bytes of the ${rest}`) };
  if (rest === 'drop') return { body: PackViewSchema.parse(changed(world, pack, { state: 'DROPPED' })) };
  if (rest !== 'case') return reviewOf(world, pack);
  const { caseId } = body as { caseId: string };
  return reviewOf(world, changed(world, pack, { caseId }));
}
