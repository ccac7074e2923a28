import type { BoardPage, PaperAnswerView, Statistics } from '@kaigi/core/contract';
import { bytes, json } from './answers.ts';
import { queryOf } from './paths.ts';
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

export function statsClient(transport: Transport): StatsClient {
  const paper = (caseId: string) => `/api/v1/cases/${encodeURIComponent(caseId)}/paper-answer`;
  return {
    board: (unit, cursor, signal) =>
      json(transport({ method: 'GET', path: `${STATS}/board${queryOf({ unit, cursor })}`, signal })),
    approvals: (period, signal) =>
      json(transport({ method: 'GET', path: `${STATS}/approvals${queryOf({ ...period })}`, signal })),
    csv: (period) =>
      bytes(transport({ method: 'GET', path: `${STATS}/approvals/csv${queryOf({ ...period })}`, accept: 'text/csv' })),
    paperAnswer: (caseId, signal) => json(transport({ method: 'GET', path: paper(caseId), signal })),
    answerPaper: (caseId, parallelPaper, idempotencyKey) =>
      json(transport({ method: 'POST', path: paper(caseId), body: { parallelPaper }, idempotencyKey })),
  };
}
