import type { BoardPage, PaperAnswerView, Statistics } from '@kaigi/core/contract';
import type { Transport } from './transport.ts';

export interface Period {
  readonly from: string;
  readonly to: string;
  readonly unit: string | null;
}

export interface StatsClient {
  board(unit: string | null, cursor: string | null, signal?: AbortSignal): Promise<BoardPage>;
  approvals(period: Period, signal?: AbortSignal): Promise<Statistics>;
  csv(period: Period): Promise<Blob>;
  paperAnswer(caseId: string, signal?: AbortSignal): Promise<PaperAnswerView>;
  answerPaper(caseId: string, parallelPaper: boolean, idempotencyKey: string): Promise<unknown>;
}

const STATS = '/api/v1/stats';

async function json<T>(answer: Promise<Response>): Promise<T> {
  return (await (await answer).json()) as T;
}

function search(query: Readonly<Record<string, string | null>>): string {
  const parts = Object.entries(query).filter((part): part is [string, string] => part[1] !== null && part[1] !== '');
  return parts.length === 0 ? '' : `?${new URLSearchParams(parts)}`;
}

export function statsClient(transport: Transport): StatsClient {
  const paper = (caseId: string) => `/api/v1/cases/${encodeURIComponent(caseId)}/paper-answer`;
  return {
    board: (unit, cursor, signal) =>
      json(transport({ method: 'GET', path: `${STATS}/board${search({ unit, cursor })}`, signal })),
    approvals: (period, signal) =>
      json(transport({ method: 'GET', path: `${STATS}/approvals${search({ ...period })}`, signal })),
    csv: async (period) => {
      const path = `${STATS}/approvals/csv${search({ ...period })}`;
      return (await transport({ method: 'GET', path, accept: 'text/csv' })).blob();
    },
    paperAnswer: (caseId, signal) => json(transport({ method: 'GET', path: paper(caseId), signal })),
    answerPaper: (caseId, parallelPaper, idempotencyKey) =>
      json(transport({ method: 'POST', path: paper(caseId), body: { parallelPaper }, idempotencyKey })),
  };
}
