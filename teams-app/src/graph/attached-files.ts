import type { AttachedFiles, FileAsked, FileRead } from '@kaigi/core';
import { KaigiError } from '@kaigi/core/shared';
import { z } from 'zod';
import { channelAt } from './channels.ts';
import { type GraphFileReader, GraphRefusal } from './graph-client.ts';
import { shareIdOf } from './saved-document.ts';

const place = z.object({ driveId: z.string().min(1) });
const ItemSchema = z.object({
  id: z.string().min(1),
  size: z.number().nonnegative(),
  file: z.looseObject({}).nullish(),
  parentReference: place,
});
type Item = Pick<z.infer<typeof ItemSchema>, 'id' | 'parentReference'>;
const FolderSchema = z.object({ id: z.string().min(1), parentReference: place });

const identity = z.object({ id: z.string().nullish() }).nullish();
const identities = z.object({ user: identity, group: identity, siteGroup: identity }).nullish();
const PermissionSchema = z.object({
  grantedToV2: identities,
  grantedToIdentitiesV2: z.array(identities).nullish(),
  link: z.object({ preventsDownload: z.boolean().nullish() }).nullish(),
});

type Permission = z.infer<typeof PermissionSchema>;
type ChannelPlace = NonNullable<FileAsked['channel']>;

const itemAt = ({ id, parentReference: { driveId } }: Item): string =>
  `/drives/${encodeURIComponent(driveId)}/items/${encodeURIComponent(id)}`;

async function permissionsOf(graph: GraphFileReader, item: Item): Promise<readonly Permission[]> {
  const found: Permission[] = [];
  for await (const page of graph.list<unknown>(`${itemAt(item)}/permissions`))
    found.push(...z.array(PermissionSchema).parse(page));
  // What may be looked at only is not for taking along.
  return found.filter(({ link }) => !link?.preventsDownload);
}

const groupsIn = (permissions: readonly Permission[]): string[] =>
  permissions.flatMap(({ grantedToV2: to }) => [
    ...(to?.group?.id ? [`group/${to.group.id}`] : []),
    ...(to?.siteGroup?.id ? [`site/${to.siteGroup.id}`] : []),
  ]);

/** A channel that nobody has put a file into has no folder yet. */
async function folderOf(graph: GraphFileReader, channel: ChannelPlace) {
  try {
    return FolderSchema.parse(await graph.get<unknown>(`${channelAt(channel)}/filesFolder`));
  } catch (error) {
    if (error instanceof GraphRefusal && error.status === 404) return null;
    throw error;
  }
}

/**
 * The app could read every file of the tenant, and whoever writes a message can name any address. So a file counts as
 * readable only where Graph itself says so: the person is named among those who have it, or it lies in the library of
 * the channel, every group that has the channel's folder has it too, and the person is in that channel. (Libraries of
 * SharePoint do not tell what is inherited.) A link for everybody in the tenant is no proof: it is for those who were
 * given it.
 */
async function mayRead(graph: GraphFileReader, item: Item, { entraObjectId, channel }: FileAsked): Promise<boolean> {
  const permissions = await permissionsOf(graph, item);
  const own = entraObjectId.toLowerCase();
  const names = permissions.flatMap(({ grantedToV2, grantedToIdentitiesV2 }) =>
    [grantedToV2, ...(grantedToIdentitiesV2 ?? [])].map((one) => one?.user?.id?.toLowerCase()),
  );
  if (names.includes(own)) return true;
  if (channel === null) return false;
  const folder = await folderOf(graph, channel);
  if (folder?.parentReference.driveId !== item.parentReference.driveId) return false;
  const [ofFile, ofChannel] = [groupsIn(permissions), groupsIn(await permissionsOf(graph, folder))];
  return ofChannel.length > 0 && ofChannel.every((group) => ofFile.includes(group));
}

/** The same of what is not there and of what is not for this person: neither is told apart from the other. */
const NOT_READABLE = { notFetched: 'records.capture_file_not_readable' } as const;

async function readFile(graph: GraphFileReader, asked: FileAsked): Promise<FileRead> {
  const found = await graph.get<unknown>(`/shares/${shareIdOf(asked.url)}/driveItem`);
  const item = ItemSchema.parse(found);
  if (!item.file) return NOT_READABLE;
  if (!(await mayRead(graph, item, asked))) return NOT_READABLE;
  if (item.size > asked.most) return { notFetched: 'records.capture_file_too_large' };
  return { bytes: await graph.bytes(`${itemAt(item)}/content`, asked.most) };
}

function reasonOf(error: unknown): string {
  if (error instanceof GraphRefusal) {
    if (error.status === 401 || error.status === 403) return 'records.capture_files_not_permitted';
    return error.status === 413 ? 'records.capture_file_too_large' : NOT_READABLE.notFetched;
  }
  if (error instanceof z.ZodError) return NOT_READABLE.notFetched;
  if (!(error instanceof KaigiError) || error.kind !== 'unavailable') throw error;
  return error.code === 'sign_in.app_token_refused'
    ? 'records.capture_files_not_permitted'
    : 'records.capture_file_busy';
}

/**
 * Files in OneDrive and SharePoint that messages name, for somebody who may read them.
 * Permission: Sites.ReadWrite.All (application); Graph takes no lesser one for /shares in the name of an app
 */
export function createAttachedFiles(graphOf: (municipalityId: string) => GraphFileReader): AttachedFiles {
  return {
    async read(asked) {
      if (URL.parse(asked.url)?.protocol !== 'https:') return { notFetched: 'records.capture_file_elsewhere' };
      try {
        return await readFile(graphOf(asked.municipalityId), asked);
      } catch (error) {
        return { notFetched: reasonOf(error) };
      }
    },
  };
}
