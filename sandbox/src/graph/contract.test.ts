import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '../server.ts';
import { APP_ID } from '../settings.ts';
import { type Contract, disagreements, loadContract } from '../testing/contract.ts';
import { type Answer, appTokenFor, call, passwordToken, startSandbox } from '../testing/tenant.ts';

const GRAPH = 'https://graph.microsoft.com';
const APP = { 'teamsApp@odata.bind': `${GRAPH}/v1.0/appCatalogs/teamsApps/${APP_ID}` };
const NOTIFICATION = {
  topic: { source: 'text', value: '承認の依頼', webUrl: 'https://teams.microsoft.com/l/entity/x/inbox' },
  activityType: 'approvalRequested',
  previewText: { content: '庁舎の改修について' },
};
const DRAFTER = '/users/drafter@minato.example';
const SCHEDULE = {
  schedules: ['security-officer@minato.example', 'branch-head@minato.example', 'nobody@minato.example'],
  startTime: { dateTime: '2026-11-24T00:00:00', timeZone: 'Tokyo Standard Time' },
  endTime: { dateTime: '2026-11-25T00:00:00', timeZone: 'Tokyo Standard Time' },
};
const INSTALLED = `${DRAFTER}/teamwork/installedApps`;

const ALL_OF_HEAD =
  "getAllTranscripts(meetingOrganizerUserId='{head}',startDateTime=2026-01-01T00:00:00Z,endDateTime=2099-01-01T00:00:00Z)";
const LATER = new Date(Date.now() + 2 * 86_400_000).toISOString();
const ONLINE_EVENT = {
  ...{ subject: '予算の打合せ', start: SCHEDULE.startTime, end: SCHEDULE.endTime, isOnlineMeeting: true },
};
const SUBSCRIPTION = {
  changeType: 'created',
  resource: 'communications/onlineMeetings/getAllTranscripts',
  notificationUrl: '{endpoint}',
  lifecycleNotificationUrl: '{endpoint}',
  expirationDateTime: LATER,
  clientState: 'secret',
};

/** Method, path, status, body. They run in this order: some need the app installed by an earlier one. */
const CALLS: readonly (readonly [string, string, number, unknown?])[] = [
  ['GET', '/users', 200],
  ['GET', '/users?$top=2&$select=id,displayName,department,jobTitle,employeeId,accountEnabled&$expand=manager', 200],
  ['GET', "/users?$filter=startswith(displayName,'青')&$count=true", 200],
  ['GET', '/users?$skip=1', 400],
  ['GET', '/users/delta()', 200],
  ['GET', DRAFTER, 200],
  ['GET', `${DRAFTER}?$select=id,createdDateTime,proxyAddresses,otherMails,country,mailNickname,userType`, 200],
  ['GET', '/users/nobody@minato.example', 404],
  ['GET', `${DRAFTER}/manager`, 200],
  ['GET', '/users/mayor@minato.example/manager', 404],
  ['GET', '/users/section-head@minato.example/directReports', 200],
  ['GET', INSTALLED, 200],
  ['GET', `${INSTALLED}/none/chat`, 404],
  ['POST', INSTALLED, 201, APP],
  ['POST', INSTALLED, 409, APP],
  ['GET', INSTALLED, 200],
  ['GET', `${INSTALLED}?$expand=teamsApp`, 200],
  ['GET', `${INSTALLED}/{installation}`, 200],
  ['GET', `${INSTALLED}/{installation}/chat`, 200],
  ['POST', `${DRAFTER}/teamwork/sendActivityNotification`, 204, NOTIFICATION],
  ['DELETE', `${INSTALLED}/{installation}`, 204],
  ['GET', '/me', 200],
  ['GET', '/me/manager', 200],
  ['GET', '/users/security-officer@minato.example/mailboxSettings', 200],
  ['GET', `${DRAFTER}/mailboxSettings?$select=automaticRepliesSetting`, 200],
  ['GET', `${DRAFTER}/mailboxSettings?$select=shoeSize`, 400],
  ['PATCH', `${DRAFTER}/mailboxSettings`, 200, { automaticRepliesSetting: { status: 'alwaysEnabled' } }],
  ['GET', '/users/nobody@minato.example/mailboxSettings', 404],
  ['POST', `${DRAFTER}/calendar/getSchedule`, 200, SCHEDULE],
  ['POST', `${DRAFTER}/calendar/getSchedule`, 400, { ...SCHEDULE, schedules: Array(101).fill('a@minato.example') }],
  ['POST', '/communications/getPresencesByUserId', 200, { ids: ['{drafter}', '{away}', '{stranger}'] }],
  ['POST', '/communications/getPresencesByUserId', 400, { ids: ['drafter@minato.example'] }],
  ['GET', '/users/{away}/presence', 200],
  ['GET', `${DRAFTER}/presence`, 400],
  ['GET', '/users/{head}/onlineMeetings/{meeting}', 200],
  ['GET', '/users/{head}/onlineMeetings/none', 404],
  ['GET', "/users/{head}/onlineMeetings?$filter=JoinWebUrl eq 'none'", 200],
  ['GET', '/users/{head}/onlineMeetings', 400],
  ['GET', '/users/{head}/onlineMeetings?$filter={byLink}', 200],
  ['GET', '/users/{head}/onlineMeetings/{meeting}/transcripts', 200],
  ['GET', '/users/{head}/onlineMeetings/{meeting}/transcripts?$top=101', 400],
  ['GET', '/users/{head}/onlineMeetings/{meeting}/transcripts/delta()', 200],
  ['GET', '/users/{head}/onlineMeetings/{meeting}/transcripts/{transcript}', 200],
  ['GET', '/users/{head}/onlineMeetings/{meeting}/transcripts/{transcript}/content', 200],
  ['GET', '/users/{head}/onlineMeetings/{meeting}/transcripts/{transcript}/metadataContent', 200],
  ['GET', `/users/{head}/onlineMeetings/${ALL_OF_HEAD}`, 200],
  ['GET', '/users/{head}/onlineMeetings/{meeting}/attendanceReports', 200],
  ['GET', '/users/{head}/onlineMeetings/{meeting}/attendanceReports/{report}?$expand=attendanceRecords', 200],
  ['GET', '/users/{head}/onlineMeetings/{meeting}/attendanceReports/{report}/attendanceRecords', 200],
  ['GET', '/subscriptions', 200],
  [
    'POST',
    '/subscriptions',
    400,
    { changeType: 'created', resource: 'communications/onlineMeetings/getAllTranscripts' },
  ],
  ['POST', '/subscriptions', 201, SUBSCRIPTION],
  ['GET', '/subscriptions', 200],
  ['GET', '/subscriptions/{subscription}', 200],
  ['PATCH', '/subscriptions/{subscription}', 200, { expirationDateTime: LATER }],
  ['PATCH', '/subscriptions/{subscription}', 400, { expirationDateTime: '2020-01-01T00:00:00Z' }],
  ['POST', '/subscriptions/{subscription}/reauthorize', 204],
  ['DELETE', '/subscriptions/{subscription}', 204],
  ['GET', '/subscriptions/{subscription}', 404],
  ['GET', '/me/mailboxSettings', 200],
  ['GET', '/me/presence', 200],
  ['POST', '/$batch', 200, { requests: [{ id: '1', method: 'GET', url: DRAFTER }] }],
];

let sandbox: Sandbox;
let contract: Contract | null;
let tokens: { app: string; person: string };
let installation = '';
let subscription = '';
let endpoint: Server;
let ids: Readonly<Record<string, string>> = {};
beforeAll(async () => {
  // The bot's installation news has nowhere to go in this test; the long pause keeps its retries away.
  sandbox = await startSandbox({ serviceUrl: 'http://127.0.0.1:9', retryDelaysMs: [60_000] });
  const person = await passwordToken(sandbox, 'drafter@minato.example', `${GRAPH}/User.Read`);
  tokens = { app: await appTokenFor(sandbox, GRAPH), person: person.json.access_token };
  contract = await loadContract();
  const idOf = async (name: string) =>
    (await ask('GET', `/users/${name}@minato.example?$select=id`, undefined)).json.id;
  ids = {
    '{drafter}': await idOf('drafter'),
    '{away}': await idOf('security-officer'),
    '{stranger}': '99999999-9999-4999-8999-999999999999',
    '{head}': await idOf('section-head'),
  };
  endpoint = createServer((request, response) => {
    const given = new URL(request.url ?? '', 'http://localhost').searchParams.get('validationToken');
    response.writeHead(200, { 'content-type': 'text/plain' }).end(given);
  });
  await new Promise<void>((done) => endpoint.listen(0, '127.0.0.1', done));
  const held = (await call(`${sandbox.url}/sandbox/meetings/minato.example`)).json.items;
  const meeting = held.find(({ script }: { script: string }) => script === 'policy-meeting');
  const reports = await ask('GET', `/users/${ids['{head}']}/onlineMeetings/${meeting.id}/attendanceReports`, undefined);
  const event = await ask('POST', '/users/section-head@minato.example/events', ONLINE_EVENT);
  const link = `JoinWebUrl eq '${event.json.onlineMeeting.joinUrl}'`;
  ids = {
    ...ids,
    '{byLink}': encodeURIComponent(link),
    '{meeting}': meeting.id,
    '{transcript}': meeting.transcriptId,
    '{report}': reports.json.value[0].id,
    '{endpoint}': `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/news`,
  };
});

/** People are named in the list above by who they are; on the wire by their id. */
const withIds = (text: string) =>
  text.replaceAll(/\{\w+\}/g, (name) => (name === '{subscription}' ? subscription : (ids[name] ?? name)));
afterAll(async () => {
  endpoint.closeAllConnections();
  endpoint.close();
  await sandbox.close();
});

function ask(method: string, path: string, body: unknown): Promise<Answer> {
  const bearer = path.startsWith('/me') ? tokens.person : tokens.app;
  return call(`${sandbox.url}/v1.0${path}`, {
    method,
    headers: {
      authorization: `Bearer ${bearer}`,
      consistencylevel: 'eventual',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  });
}

describe('an answer of the Graph paths', () => {
  it.each(CALLS)('agrees with Microsoft: %s %s is %i', async (...[method, template, status, body]) => {
    const path = withIds(template.replace('{installation}', encodeURIComponent(installation)));
    const answer = await ask(method, path, body === undefined ? body : JSON.parse(withIds(JSON.stringify(body))));
    expect(answer.status).toBe(status);
    if (path === INSTALLED && method === 'GET') installation = answer.json.value[0]?.id ?? '';
    if (path === '/subscriptions' && status === 201) subscription = answer.json.id;
    if (status >= 400)
      expect(answer.json.error).toMatchObject({ code: expect.any(String), message: expect.any(String) });
    expect(disagreements(contract, { method, path }, answer)).toEqual([]);
  });

  // The description does not have this path: what it answers is written after Microsoft's documentation of it.
  it.each([
    ['kaigi', 202],
    ['nobody', 404],
  ])('is not described by the contract, but like the others: sendMail of %s is %i', async (sender, status) => {
    const path = `/users/${sender}@minato.example/sendMail`;
    const toRecipients = [{ emailAddress: { address: 'drafter@minato.example' } }];
    const answer = await ask('POST', path, { message: { subject: 'お知らせ', toRecipients } });
    expect(answer.status).toBe(status);
    if (status >= 400)
      expect(answer.json.error).toMatchObject({ code: expect.any(String), message: expect.any(String) });
    else expect(answer.text).toBe('');
    const checked = contract?.validateResponse('POST', path, answer.status, undefined, {
      strict: true,
      contentType: 'application/json',
    });
    expect(checked?.ok ?? false).toBe(false);
  });

  it('is not called right when it is wrong', () => {
    if (contract === null) return;
    const wrong = { '@odata.context': 'x', value: [{ id: 7, shoeSize: 27 }] };
    const checked = contract.validateResponse('GET', '/users', 200, wrong, {
      strict: true,
      contentType: 'application/json',
    });
    expect(checked.ok).toBe(false);
  });
});
