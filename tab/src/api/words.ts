import type {
  AddTermInput,
  ChangeTermInput,
  GlossaryExportQuery,
  GlossaryImport,
  GlossaryItem,
  GlossaryPreview,
  GlossaryPreviewInput,
  GlossaryView,
  MinutesSearch,
  MinutesSearchQuery,
} from '@kaigi/core/contract';
import { bytes, json, withFile } from './answers.ts';
import { queryOf } from './paths.ts';
import type { Transport } from './transport.ts';

/** The words of 会議録: the search over them, and the 用語集. */
export interface WordsClient {
  search(query: MinutesSearchQuery, signal?: AbortSignal): Promise<MinutesSearch>;
  glossary(signal?: AbortSignal): Promise<GlossaryView>;
  addTerm(input: AddTermInput, idempotencyKey: string): Promise<GlossaryItem>;
  changeTerm(termId: string, input: ChangeTermInput, idempotencyKey: string): Promise<GlossaryItem>;
  removeTerm(termId: string): Promise<GlossaryView>;
  preview(input: GlossaryPreviewInput, signal?: AbortSignal): Promise<GlossaryPreview>;
  takeTermsIn(file: File, dryRun: boolean, idempotencyKey: string): Promise<GlossaryImport>;
  terms(query: Partial<GlossaryExportQuery>): Promise<Blob>;
}

const GLOSSARY = '/api/v1/minutes/glossary';
/** Thousands of terms over the line of a branch office. */
const DEADLINE_MS = 60_000;

export function wordsClient(transport: Transport): WordsClient {
  const one = (id: string) => `${GLOSSARY}/${encodeURIComponent(id)}`;
  const get = <T>(path: string, signal?: AbortSignal) =>
    json<T>(transport({ method: 'GET', path, signal, deadlineMs: DEADLINE_MS }));
  return {
    search: (query, signal) => get(`/api/v1/meetings/search${queryOf(query)}`, signal),
    glossary: (signal) => get(GLOSSARY, signal),
    addTerm: (body, idempotencyKey) => json(transport({ method: 'POST', path: GLOSSARY, body, idempotencyKey })),
    changeTerm: (id, body, idempotencyKey) => json(transport({ method: 'PATCH', path: one(id), body, idempotencyKey })),
    removeTerm: (id) => json(transport({ method: 'DELETE', path: one(id) })),
    preview: (body, signal) => json(transport({ method: 'POST', path: one('preview'), body, signal })),
    takeTermsIn: (file, dryRun, idempotencyKey) => {
      const form = withFile({ dryRun }, file);
      return json(transport({ method: 'POST', path: one('import'), form, idempotencyKey, deadlineMs: DEADLINE_MS }));
    },
    terms: (query) =>
      bytes(
        transport({
          ...{ method: 'GET', path: `${one('export')}${queryOf(query)}`, accept: '*/*', deadlineMs: DEADLINE_MS },
        }),
      ),
  };
}
