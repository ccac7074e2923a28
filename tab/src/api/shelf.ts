import type {
  BoxesOnly,
  CataloguePreview,
  PaperBoxView,
  PaperView,
  RecordBox,
  RecordsTodo,
  SpaceAnswerInput,
  SpaceView,
} from '@kaigi/core/contract';
import { bytes, json } from './answers.ts';
import { pathOf } from './paths.ts';
import type { Transport } from './transport.ts';

export interface PaperAnswers {
  readonly places: PaperView;
  readonly box: PaperBoxView;
}

/** Something to be done in the 書庫; what it answers is of its `of`. */
export interface PaperOrder<Of extends keyof PaperAnswers = keyof PaperAnswers> {
  readonly of: Of;
  /** Below `/api/v1/paper`. */
  readonly path: string;
  readonly body: object;
}

export interface BoxWish {
  readonly q: string;
  readonly only: BoxesOnly | null;
}

/** 書庫・容量・文書主任の仕事・文書目録 */
export interface ShelfClient {
  boxes(wish: BoxWish, signal?: AbortSignal): Promise<PaperView>;
  box(id: string, signal?: AbortSignal): Promise<PaperBoxView>;
  /** In which box the paper of a record lies. */
  boxOf(recordId: string, signal?: AbortSignal): Promise<RecordBox>;
  order<Of extends keyof PaperAnswers>(order: PaperOrder<Of>, idempotencyKey: string): Promise<PaperAnswers[Of]>;
  space(years: number, signal?: AbortSignal): Promise<SpaceView>;
  answer(recordId: string, body: SpaceAnswerInput, idempotencyKey: string): Promise<unknown>;
  todo(signal?: AbortSignal): Promise<RecordsTodo>;
  preview(fiscalYear: number | null, signal?: AbortSignal): Promise<CataloguePreview>;
  catalogue(fiscalYear: number, encoding: 'utf-8' | 'shift_jis'): Promise<Blob>;
}

export function shelfClient(transport: Transport): ShelfClient {
  const get = <T>(path: string, signal?: AbortSignal): Promise<T> =>
    json<T>(transport({ method: 'GET', path, signal }));
  const post = <T>(path: string, body: object, idempotencyKey: string): Promise<T> =>
    json<T>(transport({ method: 'POST', path: pathOf(path), body, idempotencyKey }));
  return {
    boxes: ({ q, only }, signal) => get(pathOf('/paper', { q, ...(only === null ? {} : { only }) }), signal),
    box: (id, signal) => get(pathOf(`/paper/boxes/${encodeURIComponent(id)}`), signal),
    boxOf: (id, signal) => get(pathOf(`/records/${encodeURIComponent(id)}/box`), signal),
    order: ({ path, body }, key) => post(`/paper${path}`, body, key),
    space: (years, signal) => get(pathOf('/records/space', { years }), signal),
    answer: (id, body, key) => post(`/records/${encodeURIComponent(id)}/space-answer`, body, key),
    todo: (signal) => get(pathOf('/records/todo'), signal),
    preview: (fiscalYear, signal) =>
      get(pathOf('/catalogue/preview', fiscalYear === null ? {} : { fiscalYear }), signal),
    catalogue: (fiscalYear, encoding) =>
      bytes(transport({ method: 'GET', path: pathOf('/catalogue', { fiscalYear, encoding }), accept: '*/*' })),
  };
}
