import { describe, expect, it } from '@jest/globals';
import { createAttachedFiles } from './attached-files.ts';
import { microsoft } from './microsoft.fixture.ts';
import { shareIdOf } from './saved-document.ts';

const CITY = '6d696e61-746f-4000-8000-000000000001';
const ME = 'aaaaaaaa-0000-4000-8000-000000000001';
const url = 'https://minato.sharepoint.example/sites/x/a.txt';
const CHANNEL = { teamId: 'bbbbbbbb-0000-4000-8000-000000000002', channelId: '19:c@thread.tacv2' };

const site = (id: string, role = 'write') => ({
  id,
  roles: [role],
  grantedToV2: { siteGroup: { id, displayName: id } },
});
const TEAM = [site('3', 'owner'), site('5')];

/** As SharePoint gives permissions: without a word of what is inherited. */
async function read(
  permissions: readonly object[],
  { folder = TEAM as readonly object[], drive = 'b!team', made = true } = {},
) {
  const { graph } = microsoft({
    [`GET /shares/${shareIdOf(url)}/driveItem`]: { id: 'i', size: 3, file: {}, parentReference: { driveId: 'b!team' } },
    'GET /drives/b!team/items/i/permissions': { value: permissions },
    [`GET /teams/${CHANNEL.teamId}/channels/${CHANNEL.channelId}/filesFolder`]: made
      ? { id: 'f', parentReference: { driveId: drive } }
      : 404,
    [`GET /drives/${drive}/items/f/permissions`]: { value: folder },
    'GET /drives/b!team/items/i/content': { some: 'bytes' },
  });
  const files = createAttachedFiles(() => graph);
  return files.read({ municipalityId: CITY, entraObjectId: ME, url, most: 1_000, channel: CHANNEL });
}
const CLOSED = { notFetched: 'records.capture_file_not_readable' };

describe('R-27: a file in the library of a channel, for somebody who is in it', () => {
  it('comes where every group that has the channel has the file too', async () => {
    expect(await read(TEAM)).toHaveProperty('bytes');
    expect(await read([...TEAM, site('9')])).toHaveProperty('bytes');
  });

  it.each([
    ['restricted to those who own the team', [site('3', 'owner')], {}],
    ['restricted to others by name', [{ grantedToV2: { user: { id: 'cccccccc-0000-4000-8000-000000000003' } } }], {}],
    ['in the library of another team', TEAM, { drive: 'b!other' }],
    ['for a channel whose folder nobody has made yet', TEAM, { made: false }],
    ['in a channel of which nobody knows who has it', TEAM, { folder: [] }],
    [
      'said to inherit its rights, and from a folder that is restricted',
      [{ ...site('3'), inheritedFrom: { id: 'g' } }],
      {},
    ],
    ['only to be looked at', [{ link: { preventsDownload: true }, grantedToIdentitiesV2: [{ user: { id: ME } }] }], {}],
    ['open to everybody of the tenant by a link', [{ link: { scope: 'organization' }, grantedToIdentitiesV2: [] }], {}],
  ])('does not where it is %s', async (_, permissions, more) => {
    expect(await read(permissions, more)).toEqual(CLOSED);
  });

  it('comes to whoever is named, wherever it lies', async () => {
    const mine = [{ roles: ['read'], grantedToV2: { user: { id: ME.toUpperCase() } } }];
    expect(await read(mine, { drive: 'b!other' })).toHaveProperty('bytes');
  });
});

describe('R-27: whether anything lies at an address that somebody may not see', () => {
  const answers = async (replies: Parameters<typeof microsoft>[0]) => {
    const { graph } = microsoft(replies);
    const files = createAttachedFiles(() => graph);
    return files.read({ municipalityId: CITY, entraObjectId: ME, url, most: 1_000, channel: CHANNEL });
  };
  const item = (more: object) => ({
    [`GET /shares/${shareIdOf(url)}/driveItem`]: {
      ...{ id: 'i', size: 3, file: {}, parentReference: { driveId: 'b!team' }, ...more },
    },
    'GET /drives/b!team/items/i/permissions': { value: [] },
    [`GET /teams/${CHANNEL.teamId}/channels/${CHANNEL.channelId}/filesFolder`]: {
      ...{ id: 'f', parentReference: { driveId: 'b!other' } },
    },
  });

  it('is not told: a file, a larger one, a folder and nothing at all are answered alike', async () => {
    expect(await answers(item({}))).toEqual(CLOSED);
    expect(await answers(item({ size: 1_000_000_000 }))).toEqual(CLOSED);
    expect(await answers(item({ file: null, folder: {} }))).toEqual(CLOSED);
    expect(await answers({})).toEqual(CLOSED);
  });
});
