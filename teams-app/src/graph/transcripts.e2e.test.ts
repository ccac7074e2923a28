import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Asked, TranscriptKey, TranscriptSource, TranscriptSubscriptions } from '@kaigi/core';
import { createAppTokens } from '../sign-in/app-tokens.ts';
import { CLIENT_ID, MINATO } from '../testing/entra.ts';
import { graphContract, listening, strangeIn } from '../testing/graph-contract.ts';
import { type SandboxProcess, startSandbox } from '../testing/processes.ts';
import { createTransport } from '../transport/transport.ts';
import { createGraphClient, type GraphEditor } from './graph-client.ts';
import { readPeople } from './people.ts';
import { createTranscriptSubscriptions } from './subscriptions.ts';
import { createTranscriptSource } from './transcripts.ts';

interface Held {
  readonly id: string;
  readonly script: string;
  readonly organizer: string;
  readonly transcriptId: string | null;
  readonly start: string;
}

const DAY_MS = 86_400_000;
let sandbox: SandboxProcess;
let source: TranscriptSource;
let subscriptions: TranscriptSubscriptions;
let endpoint: Server;
let endpointUrl = '';
let sent: ReturnType<typeof listening>['sent'];
let people: { entraObjectId: string; signInName: string }[];
let graph: GraphEditor;
let held: Held[];
let answersHandshake = true;

const desk = async <T>(method: string, path: string, body?: object): Promise<T> => {
  const response = await fetch(`${sandbox.url}/sandbox${path}`, {
    method,
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
  return (response.status === 204 ? null : await response.json()) as T;
};

beforeAll(async () => {
  sandbox = await startSandbox('http://localhost:1');
  endpoint = createServer((request, response) => {
    const token = new URL(request.url ?? '', 'http://localhost').searchParams.get('validationToken');
    response.writeHead(answersHandshake ? 200 : 404, { 'content-type': 'text/plain' }).end(token);
  });
  await new Promise<void>((done) => endpoint.listen(0, '127.0.0.1', done));
  endpointUrl = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}`;
  const heard = listening(createTransport(sandbox.url));
  ({ sent } = heard);
  const tokens = createAppTokens({ clientId: CLIENT_ID, clientSecret: 'sandbox-secret', transport: heard.transport });
  const graphOf = (municipalityId: string) => createGraphClient({ municipalityId, tokens, transport: heard.transport });
  graph = graphOf(MINATO);
  source = createTranscriptSource(graphOf);
  subscriptions = createTranscriptSubscriptions(graphOf, endpointUrl);
  people = (await readPeople(graph)).map(({ entraObjectId, signInName }) => ({ entraObjectId, signInName }));
  ({ items: held } = await desk<{ items: Held[] }>('GET', '/meetings/minato.example'));
});
afterAll(async () => {
  endpoint.closeAllConnections();
  endpoint.close();
  await sandbox.stop();
});
afterEach(async () => {
  answersHandshake = true;
  await desk('DELETE', '/faults');
  await desk('PATCH', '/meeting-policy/minato.example', {
    transcriptAccess: true,
    attribution: true,
    accessPolicy: 'everybody',
  });
});

const policy = (more: object) => desk('PATCH', '/meeting-policy/minato.example', more);
const oidOf = (signInName: string) => people.find((one) => one.signInName === signInName)?.entraObjectId ?? '';
function keyOf(script: string): TranscriptKey {
  const found = held.find((one) => one.script === script);
  const { id: meetingKey = '', transcriptId, organizer = '' } = found ?? {};
  return { municipalityId: MINATO, organizerOid: oidOf(organizer), meetingKey, transcriptKey: transcriptId ?? '' };
}
function got<T>(asked: Asked<T>): T {
  if (asked.kind !== 'OK') throw new RangeError(JSON.stringify(asked));
  return asked.value;
}
const ago = (days: number) => new Date(Date.now() - days * DAY_MS);
const everybody = (days: number) =>
  people.map(({ entraObjectId: organizerOid }) => ({ organizerOid, token: null, from: ago(days) }));
const namesIn = (text: string) => [...new Set([...text.matchAll(/<v ([^>]+)>/g)].map(([, name]) => name))];

describe('M-02: transcripts as Graph gives them', () => {
  it('M-02: everybody is asked, and what is new is found with its meeting and organizer', async () => {
    const readings = got(await source.newTranscripts(MINATO, everybody(9)));
    expect(readings).toHaveLength(people.length);
    const found = readings.flatMap(({ outcome }) => (outcome.kind === 'OK' ? outcome.value.found : []));
    expect(found.map(({ key }) => key)).toEqual(
      expect.arrayContaining(held.filter(({ transcriptId }) => transcriptId).map(({ script }) => keyOf(script))),
    );
    expect(found).toHaveLength(5);
    const [again] = got(
      await source.newTranscripts(MINATO, [
        {
          ...everybody(9)[0],
          organizerOid: oidOf('section-head@minato.example'),
          token: ago(-30).toISOString(),
          from: ago(9),
        },
      ]),
    );
    expect(again?.outcome).toMatchObject({ kind: 'OK', value: { found: [] } });
  });

  it('M-02: the words come with names; without them where the tenant gives none', async () => {
    const key = keyOf('policy-meeting');
    const named = got(await source.content(key));
    expect([named.form, named.fileName]).toEqual(['NAMED', 'teams.vtt']);
    expect(namesIn(named.text)).toContain('帆足 みちる');
    await policy({ attribution: false });
    const unnamed = got(await source.content(key));
    expect([unnamed.form, namesIn(unnamed.text)]).toEqual(['UNNAMED', []]);
    expect(unnamed.text).toContain('番号札の予約');
  });

  it('M-07, M-19: a room speaks for several, and who hides is not named', async () => {
    expect(namesIn(got(await source.content(keyOf('in-person'))).text)).toEqual(['大会議室']);
    expect(namesIn(got(await source.content(keyOf('hidden-speaker'))).text)).toContain('不明なユーザー');
  });

  it('M-06: the meeting and who was there, when; rooms as well', async () => {
    const key = keyOf('room-hybrid');
    const meeting = got(await source.meeting(key));
    expect(meeting).toMatchObject({ subject: '浜支所移転 関係課打合せ', organizerOid: key.organizerOid });
    expect(meeting.participants.map(({ signInName, role }) => `${signInName} ${role}`)).toEqual([
      'general-affairs-head@minato.example ORGANIZER',
      'branch-head@minato.example ATTENDEE',
      'finance-head@minato.example ATTENDEE',
    ]);
    const { createdAt, endedAt } = got(await source.facts(key));
    const time = { from: createdAt, until: endedAt ?? createdAt };
    const there = got(await source.attendance({ ...key, ...time }));
    expect(there.map(({ name, entraObjectId }) => [name, entraObjectId !== null])).toEqual(
      expect.arrayContaining([
        ['凪原 まもる', true],
        ['第2会議室', false],
        ['浜支所 会議室', false],
      ]),
    );
    const late = there.find(({ address }) => address === 'finance-head@minato.example');
    expect(late?.stays.map(({ from, until }) => until > from)).toEqual([true, true]);
    const muchLater = new Date(time.until.getTime() + DAY_MS);
    expect(got(await source.attendance({ ...key, from: muchLater, until: muchLater }))).toEqual([]);
  });
});

describe('M-02: refusals say what to switch', () => {
  const refused = (code: string) => ({ kind: 'REFUSED', code });

  it('M-02: the tenant does not let apps read transcripts: known at once, for all', async () => {
    await policy({ transcriptAccess: false });
    const before = sent.length;
    expect(await source.newTranscripts(MINATO, everybody(9))).toEqual(
      refused('minutes.graph_transcripts_switched_off'),
    );
    expect(sent.slice(before).filter(({ path }) => path.endsWith('$batch'))).toHaveLength(1);
    expect(await source.content(keyOf('in-person'))).toEqual(refused('minutes.graph_transcripts_switched_off'));
  });

  it('M-02: no application access policy for one organizer is their refusal alone', async () => {
    await policy({ accessPolicy: ['section-head@minato.example'] });
    const key = keyOf('in-person');
    const readings = got(await source.newTranscripts(MINATO, everybody(9)));
    const outcomeOf = (oid: string) => readings.find(({ organizerOid }) => organizerOid === oid)?.outcome;
    expect(outcomeOf(key.organizerOid)).toEqual(refused('minutes.graph_no_access_policy'));
    expect(outcomeOf(oidOf('section-head@minato.example'))).toMatchObject({ kind: 'OK' });
    expect(await source.meeting(key)).toEqual(refused('minutes.graph_no_access_policy'));
  });

  it('M-02: a permission that is missing, of this or of everything', async () => {
    const path = '/v1.0/users/';
    await desk('POST', '/faults', { path, kind: '403', code: 'Forbidden' });
    expect(await source.newTranscripts(MINATO, everybody(9))).toEqual(refused('minutes.graph_not_permitted'));
    expect(await source.facts(keyOf('in-person'))).toEqual(refused('minutes.graph_not_permitted'));
  });

  it('M-02: what is deleted is gone', async () => {
    const made = await desk<Held>('POST', '/meetings/minato.example', { script: 'in-person' });
    const ended = await desk<Held>('POST', `/meetings/minato.example/${encodeURIComponent(made.id)}/end`);
    const key = { ...keyOf('in-person'), meetingKey: ended.id, transcriptKey: ended.transcriptId ?? '' };
    expect(got(await source.facts(key)).key).toEqual(key);
    await desk('DELETE', `/meetings/minato.example/${encodeURIComponent(made.id)}`);
    expect(await source.facts(key)).toEqual(refused('minutes.graph_gone'));
    expect(await source.content(key)).toEqual(refused('minutes.graph_gone'));
  });

  it('M-02: busy is to be asked again, when Graph says or a little later', async () => {
    await desk('POST', '/faults', { path: '/v1.0/users/', kind: '429', retryAfter: 90 });
    const before = Date.now();
    const busy = await source.content(keyOf('in-person'));
    expect(busy).toMatchObject({ kind: 'LATER' });
    const wait = busy.kind === 'LATER' ? busy.at.getTime() - before : 0;
    expect([wait >= 90_000, wait < 150_000]).toEqual([true, true]);
    const readings = got(await source.newTranscripts(MINATO, everybody(9).slice(0, 2)));
    expect(readings.map(({ outcome }) => outcome.kind)).toEqual(['LATER', 'LATER']);
    await desk('DELETE', '/faults');
    await desk('POST', '/faults', { path: '/v1.0/$batch', kind: 'drop' });
    expect(await source.newTranscripts(MINATO, everybody(9))).toMatchObject({ kind: 'LATER' });
  });
});

describe('M-02: subscriptions', () => {
  const inTwoDays = () => ago(-2);
  const there = async () =>
    (await desk<{ items: { id: string }[] }>('GET', '/subscriptions/minato.example')).items.map(({ id }) => id);

  it('M-02: made, prolonged and ended; one that nobody knows of any more makes room', async () => {
    const wanted = { secret: 's'.repeat(43), until: inTwoDays() };
    const { subscriptionId: stray } = got(await subscriptions.subscribe(MINATO, wanted));
    const { subscriptionId, expiresAt } = got(await subscriptions.subscribe(MINATO, wanted));
    expect([expiresAt, await there()]).toEqual([wanted.until, [subscriptionId]]);
    const until = new Date(Date.now() + subscriptions.longestMs);
    expect(got(await subscriptions.prolong(MINATO, subscriptionId, until)).expiresAt).toEqual(until);
    expect(await subscriptions.prolong(MINATO, stray, until)).toEqual({ kind: 'REFUSED', code: 'minutes.graph_gone' });
    for (const id of [subscriptionId, subscriptionId, stray])
      expect(await subscriptions.unsubscribe(MINATO, id)).toEqual({ kind: 'OK', value: null });
    expect(await there()).toEqual([]);
  });

  it('M-02: an address that does not answer Microsoft is named as such', async () => {
    answersHandshake = false;
    expect(await subscriptions.subscribe(MINATO, { secret: 's', until: inTwoDays() })).toEqual({
      kind: 'REFUSED',
      code: 'minutes.graph_address_unreachable',
    });
  });
});

it('M-02: every call is one that Microsoft describes', async () => {
  const contract = await graphContract();
  expect(sent.length).toBeGreaterThan(50);
  expect(strangeIn(contract, sent).slice(0, 5)).toEqual([]);
});

describe('S-16: the meeting that an event has made', () => {
  const HEAD = 'section-head@minato.example';
  const at = (hours: number) => ({
    ...{ dateTime: new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 19), timeZone: 'UTC' },
  });
  const booked = async (subject: string): Promise<string> => {
    const attendees = [{ type: 'required', emailAddress: { address: 'drafter@minato.example' } }];
    const event = { subject, start: at(1), end: at(2), isOnlineMeeting: true, attendees };
    const made = await graph.post<{ onlineMeeting: { joinUrl: string } }>(`/users/${HEAD}/events`, event);
    return made?.onlineMeeting.joinUrl ?? '';
  };
  const link = (joinUrl: string, signInName = HEAD) => ({
    ...{ municipalityId: MINATO, organizerOid: oidOf(signInName), joinUrl },
  });

  it('is found by the address at which people join it, of its organizer alone', async () => {
    const joinUrl = await booked('予算の打合せ');
    const meeting = got(await source.meetingOfLink(link(joinUrl)));
    expect(meeting).toMatchObject({ subject: '予算の打合せ', joinWebUrl: joinUrl, organizerOid: oidOf(HEAD) });
    expect(meeting.participants.map(({ entraObjectId }) => entraObjectId)).toEqual(
      [HEAD, 'drafter@minato.example'].map(oidOf),
    );
    expect(decodeURIComponent(joinUrl)).toContain(meeting.chatKey ?? 'no chat');
    const gone = { kind: 'REFUSED', code: 'minutes.graph_gone' };
    expect(await source.meetingOfLink(link(joinUrl, 'drafter@minato.example'))).toEqual(gone);
    expect(await source.meetingOfLink(link(`${joinUrl}&forged='`))).toEqual(gone);
  });

  it('is held there, and its transcript is of that meeting and of no other', async () => {
    const joinUrl = await booked('政策の打合せ');
    const before = got(await source.meetingOfLink(link(joinUrl)));
    const begun = await desk<Held>('POST', '/meetings/minato.example', { script: 'policy-meeting', joinUrl });
    const ended = await desk<Held>('POST', `/meetings/minato.example/${encodeURIComponent(begun.id)}/end`);
    const key = {
      ...{ municipalityId: MINATO, organizerOid: oidOf(HEAD) },
      ...{ meetingKey: ended.id, transcriptKey: ended.transcriptId ?? '' },
    };
    expect(got(await source.meeting(key))).toEqual(before);
    expect(got(await source.content(key)).text).toContain('政策調整会議');
  });
});
