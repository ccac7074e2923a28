import { GRAPH_RESOURCE } from '../settings.ts';
import type { Item, Library } from './library.ts';

const METADATA = `${GRAPH_RESOURCE}/v1.0/$metadata`;
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};
const iso = (at: number): string => new Date(at).toISOString();

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

export function itemShape({ driveId }: Library, item: Item): Record<string, unknown> {
  const { id, path, bytes, version, contentVersion } = item;
  const name = nameOf(path);
  return {
    ...{ id, name, size: bytes.length, eTag: `"{${id}},${version}"`, cTag: `"c:{${id}},${contentVersion}"` },
    ...{ createdDateTime: iso(item.createdAt), lastModifiedDateTime: iso(item.changedAt) },
    webUrl: `https://sharepoint.example/${encodeURI(path)}`,
    parentReference: { driveId, driveType: 'documentLibrary', path: `/drives/${driveId}/root:/${parentOf(path)}` },
    file: {
      mimeType: MEDIA_TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      hashes: { quickXorHash: item.hash },
    },
    fileSystemInfo: { createdDateTime: iso(item.createdAt), lastModifiedDateTime: iso(item.changedAt) },
  };
}

export const itemAnswer = (library: Library, item: Item) => ({
  '@odata.context': `${METADATA}#drives('${library.driveId}')/items/$entity`,
  ...itemShape(library, item),
});

export const driveShape = ({ driveId }: Library) => ({
  ...{ id: driveId, name: '公文書', driveType: 'documentLibrary', webUrl: 'https://sharepoint.example/公文書' },
});

export function labelShape({ id, label, labelledAt }: Item) {
  const context = `${METADATA}#drives/items('${id}')/retentionLabel/$entity`;
  if (label === null) return { '@odata.context': context, id, name: null };
  const { isDeleteAllowed, behavior } = label;
  return {
    ...{ '@odata.context': context, id, name: label.name },
    retentionSettings: {
      behaviorDuringRetentionPeriod: behavior,
      isDeleteAllowed,
      ...{ isRecordLocked: !isDeleteAllowed, isMetadataUpdateAllowed: true },
      ...{ isContentUpdateAllowed: isDeleteAllowed, isLabelUpdateAllowed: isDeleteAllowed },
    },
    ...{ isLabelAppliedExplicitly: true, labelAppliedDateTime: iso(labelledAt) },
    labelAppliedBy: { application: { id: '00000000-0000-0000-0000-000000000000', displayName: 'kaigi' } },
  };
}

/** Where `$skiptoken` and `$deltatoken` stand; those deleted are named and nothing more. */
export function deltaShape(library: Library, params: URLSearchParams, pageSize: number) {
  const token = params.get('$skiptoken') ?? params.get('$deltatoken') ?? '';
  const since = token === '' ? 0 : Number(token);
  const isFirst = since === 0;
  const changed = library
    .all()
    .filter((item) => item.seq > since && !(isFirst && item.deleted))
    .sort((a, b) => a.seq - b.seq);
  const page = changed.slice(0, pageSize);
  const link = (name: string, at: number) =>
    `${GRAPH_RESOURCE}/v1.0/drives/${library.driveId}/root/delta()?${name}=${at}`;
  const more = changed.length > page.length;
  return {
    '@odata.context': `${METADATA}#Collection(driveItem)`,
    ...(more
      ? { '@odata.nextLink': link('$skiptoken', page.at(-1)?.seq ?? since) }
      : { '@odata.deltaLink': link('$deltatoken', Math.max(since, library.seq)) }),
    value: page.map((item) =>
      item.deleted ? { id: item.id, deleted: { state: 'deleted' } } : itemShape(library, item),
    ),
  };
}
