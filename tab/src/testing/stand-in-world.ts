import {
  CasePageSchema,
  type CaseView,
  CaseViewSchema,
  type HistoryEntry,
  HistorySchema,
  type Me,
  MeSchema,
  ProblemSchema,
  RegisterPageSchema,
  type RegisterRow,
} from '@kaigi/core/contract';
import { aCase, aDecidedCase, aRegisterRow, caseId, HISTORY, summaryOf } from './cases.ts';
import { ME } from './people.ts';
import type { Answer, Call } from './stand-in-wire.ts';

/** The data behind the stand-in: plain values that a test may change at any time. */
export interface World {
  me: Me;
  cases: Map<string, CaseView>;
  history: HistoryEntry[];
  register: RegisterRow[];
  clientConfig(origin: string, hostOrigins: readonly string[]): unknown;
  problem(status: number, code: string, detail: string, present?: unknown): unknown;
  notSignedIn(): Answer;
  answer(call: Call): Answer;
  reset(): void;
}

function problem(status: number, code: string, detail: string, present?: unknown): unknown {
  const body = { type: 'about:blank', title: code, status, detail, code, errorId: 'err-0123', present };
  return ProblemSchema.parse(body);
}

function clientConfig(origin: string, hostOrigins: readonly string[]): unknown {
  return {
    clientId: '4b616967-6900-4000-8000-000000000001',
    scope: 'api://localhost/access_as_user',
    authority: `${origin}/organizations`,
    appId: '4b616967-6900-4000-8000-0000000000aa',
    sandbox: true,
    hostOrigins,
    officeJsUrl: '',
  };
}

function caseList(world: World, query: URLSearchParams): Answer {
  const q = query.get('q') ?? '';
  const inbox = query.get('box') === 'inbox';
  const items = [...world.cases.values()]
    .map(summaryOf)
    .filter((item) => item.title.includes(q) && (!inbox || item.task));
  return { body: CasePageSchema.parse({ items, nextCursor: null }) };
}

function register(world: World, query: URLSearchParams): Answer {
  const fiscalYear = Number(query.get('fiscalYear') ?? 2026);
  const items = world.register.filter((row) => row.number.fiscalYear === fiscalYear);
  const page = { fiscalYear, fiscalYearLabel: `令和${fiscalYear - 2018}年度`, items, nextCursor: null };
  return { body: RegisterPageSchema.parse(page) };
}

function answer(world: World, { path }: Call): Answer {
  const url = new URL(path, 'http://stand-in');
  const [first, id, rest] = url.pathname.replace('/api/v1/', '').split('/');
  if (first === 'me') return { body: MeSchema.parse(world.me) };
  if (first === 'register') return register(world, url.searchParams);
  if (first === 'records')
    return { body: Buffer.from('PK docx bytes'), headers: { 'Content-Type': 'application/octet-stream' } };
  if (first === 'cases' && id === undefined) return caseList(world, url.searchParams);
  const view = world.cases.get(id ?? '');
  if (first !== 'cases' || !view)
    return { status: 404, body: problem(404, 'approvals.not_found', '案件が見つかりません。') };
  if (rest === 'history') return { body: HistorySchema.parse({ items: world.history }) };
  return { body: CaseViewSchema.parse(view) };
}

function firstCases(): Map<string, CaseView> {
  const cases = [
    aCase(),
    aDecidedCase({ id: caseId(2), title: '庁舎会議室の利用基準の改正について' }),
    aCase({ id: caseId(3), title: '職員研修の実施について', task: 'ANSWER', version: 5 }),
  ];
  return new Map(cases.map((view) => [view.id, view]));
}

export function createWorld(): World {
  const world: World = {
    me: ME,
    cases: firstCases(),
    history: [...HISTORY],
    register: [],
    clientConfig,
    problem,
    notSignedIn: () => ({ status: 401, body: problem(401, 'auth.not_signed_in', 'サインインしてください。') }),
    answer: (call) => answer(world, call),
    reset: () => {
      world.me = ME;
      world.cases = firstCases();
      world.history = [...HISTORY];
      world.register = [
        aRegisterRow(14, {
          direction: 'RECEIVED',
          counterparty: '県 市町村課',
          caseId: null,
          title: '交付税の算定に関する照会',
        }),
        aRegisterRow(13, { state: 'VOID' }),
        aRegisterRow(12),
      ];
    },
  };
  world.reset();
  return world;
}
