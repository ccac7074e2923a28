import { GraphError } from '../graph/graph-error.ts';
import type { Call, On } from '../graph/routes.ts';
import { teamDriveOf } from '../graph/shares.ts';
import { GRAPH_RESOURCE } from '../settings.ts';
import type { Group } from './group.ts';
import { granted, pageOf } from './group-graph.ts';
import { memberShape, messageShape } from './group-shapes.ts';
import type { Groups } from './groups.ts';

const OTHER = 'TeamsTab.Read.Group';
const METADATA = `${GRAPH_RESOURCE}/v1.0/$metadata`;
const notFound = (what: string) => new GraphError(404, 'NotFound', `NotFound: ${what}`);

interface Asked {
  readonly team?: string;
  readonly channel?: string;
  readonly message?: string;
}

const asked = ({ request }: Call): Asked => request.params as Asked;

/** @throws GraphError 404 for a team of another tenant and for a channel of another team too */
function channelOf(groups: Groups, call: Call, permission: string): Group {
  const { team = '', channel } = asked(call);
  const found = groups
    .inTeam(team)
    .find(({ id, tenantId }) => tenantId === call.caller.city.tenantId && (channel === undefined || id === channel));
  if (!found) throw notFound('the team or the channel does not exist.');
  return granted(found, permission, OTHER);
}

const READ = 'ChannelMessage.Read.Group, ChannelMessage.Read.All';

function root(groups: Groups, call: Call) {
  const group = channelOf(groups, call, READ);
  const found = group.messages.find(({ id, replyTo }) => id === asked(call).message && replyTo === null);
  if (!found) throw notFound('the message does not exist.');
  return { group, found };
}

function replies(groups: Groups, call: Call) {
  const { group, found } = root(groups, call);
  const all = group.messages.filter(({ replyTo }) => replyTo === found.id).sort((a, b) => b.createdAt - a.createdAt);
  const { value, next } = pageOf(call, all);
  const shapes = value.map((message) => messageShape(group, message));
  return { '@odata.context': `${METADATA}#replies`, '@odata.count': value.length, ...next, value: shapes };
}

const FOLDER = 'folder-';
const folderOf = (channelId: string): string => `${FOLDER}${channelId}`;

/** Whether the app asks for the folder of a channel of its tenant. */
export const isTeamFolder =
  (groups: Groups) =>
  ({ caller, request }: Call): boolean => {
    const { drive, item = '' } = request.params as { readonly drive?: string; readonly item?: string };
    const found = item.startsWith(FOLDER) ? groups.byId(item.slice(FOLDER.length)) : null;
    if (caller.person !== null || found?.tenantId !== caller.city.tenantId) return false;
    return found.channel !== null && teamDriveOf(found.channel.teamId) === drive;
  };

/** Channels of Microsoft Graph v1.0, for an app that is in their team. */
export function channelsGraph(on: On, groups: Groups): void {
  const base = '/teams/:team/channels/:channel';
  on('get', '/teams/:team', (call) => {
    const { channel } = channelOf(groups, call, 'TeamSettings.Read.Group, Team.ReadBasic.All');
    return { '@odata.context': `${METADATA}#teams/$entity`, id: channel?.teamId, displayName: channel?.teamName };
  });
  on('get', base, (call) => {
    const { id, channel } = channelOf(groups, call, 'ChannelSettings.Read.Group, Channel.ReadBasic.All');
    const context = `${METADATA}#teams('${channel?.teamId}')/channels/$entity`;
    return { '@odata.context': context, id, displayName: channel?.name, membershipType: 'standard' };
  });
  on('get', `${base}/members`, (call) => {
    const { members } = channelOf(groups, call, 'ChannelMember.Read.Group, ChannelMember.Read.All');
    const value = [...members.keys()].map((person) => memberShape(person, null));
    return { '@odata.context': `${METADATA}#members`, '@odata.count': value.length, value };
  });
  on('get', `${base}/filesFolder`, (call) => {
    const { id, channel } = channelOf(groups, call, 'Files.Read.All, Sites.Read.All');
    const driveId = teamDriveOf(channel?.teamId ?? '');
    const parentReference = { driveId, driveType: 'documentLibrary' };
    return { '@odata.context': `${METADATA}#filesFolder`, id: folderOf(id), name: channel?.name, parentReference };
  });
  on('get', `${base}/messages/:message`, (call) => {
    const { group, found } = root(groups, call);
    return { '@odata.context': `${METADATA}#messages/$entity`, ...messageShape(group, found) };
  });
  on('get', `${base}/messages/:message/replies`, (call) => replies(groups, call));
}
