import type {
  ItemChange,
  LibraryAnswer,
  MirroredItem,
  MirrorLibrary,
  MirrorProblem,
  Removed,
  ToMirror,
} from '@kaigi/core';
import { KaigiError } from '@kaigi/core/shared';
import type { DriveItem, ItemRetentionLabel, UploadSession } from '@microsoft/microsoft-graph-types';
import type { Transport } from '../transport/transport.ts';
import { comeAgain } from './asked.ts';
import { type GraphEditor, GraphRefusal, insideGraph } from './graph-client.ts';
import { quickXorOf } from './quick-xor.ts';
import { sendPieces } from './upload-session.ts';

export interface LibraryParts {
  readonly graphOf: (municipalityId: string) => GraphEditor;
  readonly transport: Transport;
  /** The drive of each municipality that has one. */
  readonly drives: ReadonlyMap<string, string>;
  /** The retention label that copies carry; null: none. */
  readonly label: string | null;
}

function problemOf({ status, code }: GraphRefusal): MirrorProblem {
  if (status === 401 || status === 403) return 'records.mirror_not_permitted';
  if (status === 404 || status === 410) return 'records.mirror_library_gone';
  if (status === 507 || code === 'quotaLimitReached') return 'records.mirror_full';
  if (status === 409) return 'records.mirror_name_taken';
  return 'records.mirror_strange_answer';
}

/** Asks, and says plainly what came of it. */
async function asking<T>(work: () => Promise<T>, say = problemOf): Promise<LibraryAnswer<T>> {
  try {
    return { kind: 'OK', value: await work() };
  } catch (error) {
    if (error instanceof GraphRefusal) return { kind: 'REFUSED', code: say(error) };
    if (!(error instanceof KaigiError) || error.kind !== 'unavailable') throw error;
    if (error.code === 'sign_in.app_token_refused') return { kind: 'REFUSED', code: 'records.mirror_not_permitted' };
    return { kind: 'LATER', at: comeAgain(error) };
  }
}

type Drive = Pick<LibraryParts, 'transport' | 'label'> & { readonly graph: GraphEditor; readonly drive: string };

const encoded = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
const rootOf = ({ drive }: Drive, path: string): string =>
  `/drives/${encodeURIComponent(drive)}/root:/${encoded(path)}:`;
const itemOf = ({ drive }: Drive, id: string): string =>
  `/drives/${encodeURIComponent(drive)}/items/${encodeURIComponent(id)}`;

/** Put before an answer was lost: whatever has the name is taken for ours only if its bytes are. */
async function putBefore(on: Drive, at: string, { path, bytes }: ToMirror, refusal: unknown): Promise<DriveItem> {
  if (!(refusal instanceof GraphRefusal) || refusal.status !== 409) throw refusal;
  const there = await on.graph.get<DriveItem>(rootOf(on, at));
  if (there.size === bytes && there.file?.hashes?.quickXorHash === (await quickXorOf(path))) return there;
  throw refusal;
}

async function put(on: Drive, file: ToMirror): Promise<DriveItem> {
  const at = `${file.folder}/${file.name}`;
  const wish = { item: { '@microsoft.graph.conflictBehavior': 'fail', name: file.name } };
  try {
    const session = await on.graph.post<UploadSession>(`${rootOf(on, at)}/createUploadSession`, wish);
    return await sendPieces(on.transport, session ?? {}, file);
  } catch (error) {
    return putBefore(on, at, file, error);
  }
}

/** Permission: Sites.ReadWrite.All (application) */
async function upload(on: Drive, file: ToMirror): Promise<MirroredItem> {
  const sent = await put(on, file);
  const itemId = sent.id ?? '';
  const labelled = on.label === null ? null : await asking(() => setLabel(on, itemId, on.label ?? ''));
  if (labelled?.kind === 'LATER') throw new KaigiError('unavailable', 'graph.busy');
  // The label turned the item's mark: it is read anew.
  const item = labelled === null ? sent : await on.graph.get<DriveItem>(itemOf(on, itemId));
  const isLabelled = labelled?.kind === 'OK';
  return {
    ...{ itemId, etag: item.eTag ?? '', ctag: item.cTag ?? '', name: item.name ?? file.name },
    label: isLabelled ? on.label : null,
    labelProblem: labelled === null || isLabelled ? null : 'records.mirror_label_refused',
  };
}

const setLabel = (on: Drive, itemId: string, name: string): Promise<ItemRetentionLabel> =>
  on.graph.patch(`${itemOf(on, itemId)}/retentionLabel`, { name });

const isGone = (error: unknown): boolean =>
  error instanceof GraphRefusal && (error.status === 404 || error.status === 410);
/** Where the cloud or the library knows no deletion past its recycle bin. */
const NOT_KNOWN = new Set([400, 405, 501]);

const unlessGone = (error: unknown): null => {
  if (isGone(error)) return null;
  throw error;
};

/**
 * A label that retains would keep what is deleted in the library's hold: ours is taken off. Another's is respected. That
 * an item carries none is no sign that it is gone: that is for its deletion to say.
 */
async function takeOffLabel(on: Drive, itemId: string): Promise<void> {
  if (on.label === null) return;
  const path = `${itemOf(on, itemId)}/retentionLabel`;
  const carries = await on.graph.get<ItemRetentionLabel>(path).catch(unlessGone);
  if (carries?.name === on.label) await on.graph.delete(path).catch(unlessGone);
}

/** @throws GraphRefusal 404 of a library that is not there: of that nobody can say what is gone */
async function isThere(on: Drive, itemId: string): Promise<boolean> {
  const item = await on.graph.get<DriveItem>(itemOf(on, itemId)).catch(unlessGone);
  if (item === null) await on.graph.get(`/drives/${encodeURIComponent(on.drive)}`);
  return item !== null;
}

/** For good; where that is not known into the recycle bin, which is said. Permission: Sites.ReadWrite.All (application) */
async function remove(on: Drive, itemId: string): Promise<Removed> {
  try {
    await takeOffLabel(on, itemId);
    await on.graph.post(`${itemOf(on, itemId)}/permanentDelete`, undefined);
    return 'GONE';
  } catch (error) {
    if (!(error instanceof GraphRefusal)) throw error;
    // Where the cloud does not know that act, it may be the act that is not found, and not the item.
    if (isGone(error)) {
      if (!(await isThere(on, itemId))) return 'NOT_FOUND';
    } else if (!NOT_KNOWN.has(error.status)) throw error;
    await on.graph.delete(itemOf(on, itemId));
    return 'RECYCLED';
  }
}

const deletionProblem = (refusal: GraphRefusal): MirrorProblem =>
  [403, 409, 423].includes(refusal.status) ? 'records.mirror_deletion_refused' : problemOf(refusal);

interface Page {
  readonly value: readonly DriveItem[];
  readonly '@odata.nextLink'?: string;
  readonly '@odata.deltaLink'?: string;
}

const changeOf = ({ id, deleted, folder, cTag }: DriveItem): ItemChange[] =>
  !id || folder ? [] : [{ itemId: id, ctag: deleted ? null : (cTag ?? '') }];

async function changes(on: Drive, since: string | null) {
  const found: ItemChange[] = [];
  let next: string | undefined = since ?? `/drives/${encodeURIComponent(on.drive)}/root/delta()`;
  for (;;) {
    const page: Page = await on.graph.get<Page>(next);
    found.push(...page.value.flatMap(changeOf));
    const end = page['@odata.deltaLink'];
    if (end !== undefined) return { changes: found, whole: since === null, since: insideGraph(end) ?? '' };
    next = insideGraph(page['@odata.nextLink']);
    if (next === undefined) throw new KaigiError('unavailable', 'graph.strange_answer');
  }
}

/** Libraries of SharePoint, each of one municipality, reached in the app's own name. */
export function createLibrary({ graphOf, transport, drives, label }: LibraryParts): MirrorLibrary {
  const onDrive = (municipalityId: string): Drive => ({
    ...{ transport, label, graph: graphOf(municipalityId), drive: drives.get(municipalityId) ?? '' },
  });
  return {
    municipalityIds: [...drives.keys()],
    placeNow: (municipalityId) => drives.get(municipalityId) ?? '',
    placeOf: (since) => {
      const drive = /^\/drives\/([^/?]+)\//.exec(since)?.[1];
      return drive === undefined ? null : decodeURIComponent(drive);
    },
    upload: (municipalityId, file) => asking(() => upload(onDrive(municipalityId), file)),
    isThere: (municipalityId, itemId) => asking(() => isThere(onDrive(municipalityId), itemId)),
    remove: (municipalityId, itemId) => asking(() => remove(onDrive(municipalityId), itemId), deletionProblem),
    async changes(municipalityId, since) {
      const on = onDrive(municipalityId);
      const answer = await asking(() => changes(on, since));
      // What it remembered is forgotten after a while (410): then everything is told anew.
      const forgotten = answer.kind === 'REFUSED' && answer.code === 'records.mirror_library_gone' && since !== null;
      return forgotten ? asking(() => changes(on, null)) : answer;
    },
  };
}
