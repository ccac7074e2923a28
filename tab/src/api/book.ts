import type {
  ImportReport,
  IssuesView,
  IssueView,
  NeedView,
  NumberView,
  PostageMonth,
  ReceiptsView,
  ReceiptView,
  RegisterChoices,
  RegisterPage,
} from '@kaigi/core/contract';
import { bytes, json, withFile } from './answers.ts';
import { pathOf, type Query } from './paths.ts';
import type { Transport } from './transport.ts';

export interface BookAnswers {
  readonly number: NumberView;
  readonly receipt: ReceiptView;
  readonly issue: IssueView;
  readonly postage: PostageMonth;
}

/** Something to be done at the register; what it answers is of its `of`. */
export interface BookOrder<Of extends keyof BookAnswers = keyof BookAnswers> {
  readonly of: Of;
  readonly method: 'POST' | 'PATCH' | 'PUT';
  /** Below `/api/v1`. */
  readonly path: string;
  readonly body: object;
}

/** 文書収発簿・収受の配布・施行・郵便・取込み */
export interface BookClient {
  page(query: Query, signal?: AbortSignal): Promise<RegisterPage>;
  choices(fiscalYear: number | null, signal?: AbortSignal): Promise<RegisterChoices>;
  need(answers: string, signal?: AbortSignal): Promise<NeedView>;
  number(id: string, signal?: AbortSignal): Promise<NumberView>;
  issues(registerId: string | null, signal?: AbortSignal): Promise<IssuesView>;
  receipts(signal?: AbortSignal): Promise<ReceiptsView>;
  postage(month: string | null, signal?: AbortSignal): Promise<PostageMonth>;
  order<Of extends keyof BookAnswers>(order: BookOrder<Of>, idempotencyKey: string): Promise<BookAnswers[Of]>;
  /** The register or the postage of a month as CSV. */
  csv(path: '/register.csv' | '/postage.csv', query: Query): Promise<Blob>;
  import(file: File, dryRun: boolean, idempotencyKey: string): Promise<ImportReport>;
}

// A hundred thousand rows take their time.
const IMPORT_MS = 300_000;

export function bookClient(transport: Transport): BookClient {
  const get = <T>(path: string, query: Query, signal?: AbortSignal): Promise<T> =>
    json<T>(transport({ method: 'GET', path: pathOf(path, query), signal }));
  return {
    page: (query, signal) => get('/register', query, signal),
    choices: (fiscalYear, signal) => get('/register/choices', { fiscalYear }, signal),
    need: (answers, signal) => get('/register/need', { answers }, signal),
    number: (id, signal) => get(`/register/${encodeURIComponent(id)}`, {}, signal),
    issues: (register, signal) => get('/issues', { register }, signal),
    receipts: (signal) => get('/receipts', {}, signal),
    postage: (month, signal) => get('/postage', { month }, signal),
    order: ({ method, path, body }, idempotencyKey) =>
      json(transport({ method, path: pathOf(path), body, idempotencyKey })),
    csv: (path, query) => bytes(transport({ method: 'GET', path: pathOf(path, query), accept: '*/*' })),
    import: (file, dryRun, idempotencyKey) => {
      const form = withFile({ dryRun }, file);
      return json(
        transport({ method: 'POST', path: pathOf('/register/import'), form, idempotencyKey, deadlineMs: IMPORT_MS }),
      );
    },
  };
}
