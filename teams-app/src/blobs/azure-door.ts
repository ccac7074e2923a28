import {
  BlobServiceClient,
  ContainerClient,
  newPipeline,
  type RequestPolicyFactory,
  RestError,
  StorageSharedKeyCredential,
} from '@azure/storage-blob';
import { KaigiError } from '@kaigi/core/shared';
import type { AzureAddress } from './azure-address.ts';
import { askedToWaitMs, type Patience, patiently } from './patience.ts';

/** The one door to Azure Blob Storage: key, deadlines, bounded retries, refusals by code. */
export interface AzureDoor {
  readonly container: ContainerClient;
  readonly account: BlobServiceClient;
  readonly prefix: string;
  readonly patience: Patience;
  /** @throws unavailable `blobs.unreachable`, `blobs.refused`, `blobs.container_missing` */
  ask<T>(work: (abortSignal: AbortSignal) => Promise<T>, deadlineMs?: number): Promise<T>;
}

export function azureDoor(address: AzureAddress, key: string, patience: Patience): AzureDoor {
  const credential = new StorageSharedKeyCredential(address.account, key);
  const pipeline = newPipeline(credential, { retryOptions: { maxTries: 1 } });
  (pipeline.factories as RequestPolicyFactory[]).push(patiently(patience));
  return {
    container: new ContainerClient(`${address.endpoint}/${address.container}`, pipeline),
    account: new BlobServiceClient(address.endpoint, pipeline),
    prefix: address.prefix,
    patience,
    async ask(work, deadlineMs = patience.workMs) {
      const over = new AbortController();
      try {
        return await work(AbortSignal.any([over.signal, AbortSignal.timeout(deadlineMs)]));
      } catch (error) {
        // What else was under way for it is of no use any more.
        over.abort();
        throw translated(error);
      }
    },
  };
}

/** What the store answers where something is not there, or is there already, is no failure: the caller says what it means. */
export class AzureAnswer extends Error {
  override readonly name = 'AzureAnswer';
  readonly status: number;

  constructor({ statusCode = 0, code = '' }: RestError) {
    super(`the store answered ${statusCode} ${code}`);
    this.status = statusCode;
  }
}

/** The value where the store refuses with one of these. */
export function unless(...statuses: readonly number[]): (error: unknown) => null {
  return (error) => {
    if (error instanceof AzureAnswer && statuses.includes(error.status)) return null;
    throw error;
  };
}

const EXPECTED = new Set([404, 409, 412, 416]);

function translated(error: unknown): unknown {
  const rest = error instanceof RestError ? error : null;
  if (rest === null && !(error instanceof Error && error.name === 'AbortError')) return error;
  const because = (code: string, params = {}) =>
    Object.assign(new KaigiError('unavailable', code, params), { cause: error });
  if (rest?.code === 'ContainerNotFound') return because('blobs.container_missing');
  if (rest?.statusCode !== undefined && EXPECTED.has(rest.statusCode)) return new AzureAnswer(rest);
  if (rest?.statusCode === 401 || rest?.statusCode === 403) return because('blobs.refused');
  const wait = rest && askedToWaitMs(rest);
  return because('blobs.unreachable', wait === null ? {} : { retryAfterSeconds: Math.ceil(wait / 1_000) });
}
