import type {
  CapturedAgain,
  FolderChoices,
  FolderDetail,
  FolderList,
  FolderView,
  HandoverView,
  KeepingAct,
  KeepingView,
  MakeFolder,
  PlaceHold,
  PrunableList,
  PrunedMany,
  PruneInput,
  PruneManyInput,
  ReadingLog,
  RecordCheck,
  RecordView,
  ScheduleChange,
  VersionsView,
} from '@kaigi/core/contract';
import { bytes, json } from './answers.ts';
import { pathOf } from './paths.ts';
import type { Transport } from './transport.ts';

/** What is done to holds, 簿冊 and the schedule. */
export type KeepingOrder =
  | { readonly to: 'hold'; readonly body: Partial<PlaceHold> & Pick<PlaceHold, 'reason' | 'note'> }
  | {
      readonly to: 'endHold';
      readonly id: string;
      readonly body: { readonly version: number; readonly decidedOn: string; readonly note?: string };
    }
  | {
      readonly to: 'handOver';
      readonly body: { readonly folders: readonly { readonly id: string; readonly version: number }[] };
    }
  | { readonly to: 'applySchedule'; readonly body: { readonly digest: string; readonly reason: string } }
  | {
      readonly to: 'passOn';
      readonly id: string;
      readonly body: { readonly version: number; readonly unitId: string; readonly reason: string };
    };

function pathFor(order: KeepingOrder): string {
  switch (order.to) {
    case 'hold':
      return '/holds';
    case 'endHold':
      return `/holds/${encodeURIComponent(order.id)}/end`;
    case 'handOver':
      return '/handovers';
    case 'applySchedule':
      return '/retention-changes';
    case 'passOn':
      return `/folders/${encodeURIComponent(order.id)}/section`;
  }
}

/** 保存: a record as it is kept, and 簿冊. */
export interface KeepingClient {
  record(id: string, signal?: AbortSignal): Promise<RecordView>;
  read(id: string, signal?: AbortSignal): Promise<KeepingView>;
  act(id: string, act: KeepingAct, idempotencyKey: string): Promise<KeepingView>;
  /** Which 簿冊 it may be moved to. */
  choices(id: string, signal?: AbortSignal): Promise<FolderChoices>;
  /** Whether it is as it was recorded, looked at now. */
  check(id: string, signal?: AbortSignal): Promise<RecordCheck>;
  proof(id: string): Promise<Blob>;
  /** Who opened it. */
  readings(id: string, signal?: AbortSignal): Promise<ReadingLog>;
  /** Of messages of Teams: which other records hold them. */
  captures(id: string, signal?: AbortSignal): Promise<CapturedAgain>;
  order(order: KeepingOrder, idempotencyKey: string): Promise<unknown>;
  /** Every version of its file, and what of it may go. */
  versions(id: string, signal?: AbortSignal): Promise<VersionsView>;
  prune(id: string, body: PruneInput, idempotencyKey: string): Promise<VersionsView>;
  /** The documents with working versions that the reader may let go of. */
  prunable(cursor: string | null, signal?: AbortSignal): Promise<PrunableList>;
  pruneMany(body: PruneManyInput, idempotencyKey: string): Promise<PrunedMany>;
  handovers(fiscalYear: number | null, signal?: AbortSignal): Promise<HandoverView>;
  schedule(signal?: AbortSignal): Promise<ScheduleChange>;
  folders(fiscalYear: number | null, signal?: AbortSignal): Promise<FolderList>;
  folder(id: string, signal?: AbortSignal): Promise<FolderDetail>;
  make(folder: MakeFolder, idempotencyKey: string): Promise<FolderView>;
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
    choices: (id, signal) => get(pathOf(`${one(id)}/folders`), signal),
    check: (id, signal) => get(pathOf(`${one(id)}/proof/check`), signal),
    readings: (id, signal) => get(pathOf(`${one(id)}/readings`), signal),
    captures: (id, signal) => get(pathOf(`${one(id)}/captures`), signal),
    proof: (id) => bytes(transport({ method: 'GET', path: pathOf(`${one(id)}/proof`) })),
    order: (order, idempotencyKey) =>
      json(transport({ method: 'POST', path: pathOf(pathFor(order)), body: order.body, idempotencyKey })),
    versions: (id, signal) => get(pathOf(`${one(id)}/versions`), signal),
    prune: (id, body, idempotencyKey) =>
      json(transport({ method: 'POST', path: pathOf(`${one(id)}/versions/prune`), body, idempotencyKey })),
    prunable: (cursor, signal) => get(pathOf('/records/working-versions', cursor === null ? {} : { cursor }), signal),
    pruneMany: (body, idempotencyKey) =>
      json(transport({ method: 'POST', path: pathOf('/records/working-versions/prune'), body, idempotencyKey })),
    handovers: (fiscalYear, signal) => get(pathOf('/handovers', fiscalYear === null ? {} : { fiscalYear }), signal),
    schedule: (signal) => get(pathOf('/retention-changes'), signal),
    folders: (fiscalYear, signal) => get(pathOf('/folders', fiscalYear === null ? {} : { fiscalYear }), signal),
    folder: (id, signal) => get(pathOf(`/folders/${encodeURIComponent(id)}`), signal),
    make: (body, idempotencyKey) => json(transport({ method: 'POST', path: pathOf('/folders'), body, idempotencyKey })),
    copy: (unitId, from, idempotencyKey) =>
      json(transport({ method: 'POST', path: pathOf('/folders/copy'), body: { unitId, from }, idempotencyKey })),
  };
}
