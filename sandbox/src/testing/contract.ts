import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ajv from 'ajv';
import addFormats from 'ajv-formats';
import type { Answer } from './tenant.ts';

export interface Contract {
  validateResponse(
    ...[method, path, status, body, options]: [
      string,
      string,
      number,
      unknown,
      { strict: boolean; contentType: string },
    ]
  ): { ok: boolean; errors: unknown[] };
  schemaOf(name: string, options: { strict: boolean }): ((body: unknown) => boolean) & { errors?: unknown[] | null };
}

/** The description of Graph, where `KAIGI_CONTRACTS` names its folder; null, and said so, where it does not. */
export async function loadContract(): Promise<Contract | null> {
  const folder = process.env.KAIGI_CONTRACTS ?? '';
  const loader = join(folder, 'graph-contract.mjs');
  if (folder === '' || !existsSync(loader)) {
    console.info(
      'The Graph contract was not there (KAIGI_CONTRACTS): answers were checked for status and errors only.',
    );
    return null;
  }
  const module = (await import(pathToFileURL(loader).href)) as {
    loadContract(file: string, validator: unknown, formats: unknown): Contract;
  };
  return module.loadContract(
    join(folder, 'graph-v1-subset.openapi.json'),
    ajv.default ?? ajv,
    addFormats.default ?? addFormats,
  );
}

/** What the description finds wrong with an answer; nothing where it is not there. */
export function disagreements(contract: Contract | null, asked: { method: string; path: string }, answer: Answer) {
  if (contract === null) return [];
  const contentType = answer.headers.get('content-type') ?? 'application/json';
  const body = answer.text === '' ? undefined : (answer.json ?? answer.text);
  const { ok, errors } = contract.validateResponse(asked.method, asked.path, answer.status, body, {
    strict: true,
    contentType,
  });
  return ok ? [] : [...errors, ...(errors.length === 0 ? ['refused'] : [])];
}
