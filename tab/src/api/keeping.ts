import type { FolderDetail, FolderList, KeepingAct, KeepingView, RecordView } from '@kaigi/core/contract';
import { json } from './answers.ts';
import { pathOf } from './paths.ts';
import type { Transport } from './transport.ts';

/** 保存: a record as it is kept, and 簿冊. */
export interface KeepingClient {
  record(id: string, signal?: AbortSignal): Promise<RecordView>;
  read(id: string, signal?: AbortSignal): Promise<KeepingView>;
  act(id: string, act: KeepingAct, idempotencyKey: string): Promise<KeepingView>;
  folders(fiscalYear: number | null, signal?: AbortSignal): Promise<FolderList>;
  folder(id: string, signal?: AbortSignal): Promise<FolderDetail>;
  copy(unitId: string, from: number, idempotencyKey: string): Promise<{ made: number; there: number }>;
}

const one = (id: string): string => `/records/${encodeURIComponent(id)}`;

export function keepingClient(transport: Transport): KeepingClient {
  const get = <T>(path: string, signal?: AbortSignal): Promise<T> =>
    json<T>(transport({ method: 'GET', path, signal }));
  return {
    record: (id, signal) => get(pathOf(one(id)), signal),
    read: (id, signal) => get(pathOf(`${one(id)}/keeping`), signal),
    act: (id, body, idempotencyKey) =>
      json(transport({ method: 'POST', path: pathOf(`${one(id)}/keeping`), body, idempotencyKey })),
    folders: (fiscalYear, signal) => get(pathOf('/folders', fiscalYear === null ? {} : { fiscalYear }), signal),
    folder: (id, signal) => get(pathOf(`/folders/${encodeURIComponent(id)}`), signal),
    copy: (unitId, from, idempotencyKey) =>
      json(transport({ method: 'POST', path: pathOf('/folders/copy'), body: { unitId, from }, idempotencyKey })),
  };
}
