import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type AbsenceList,
  AbsenceListSchema,
  AbsenceViewSchema,
  NotificationSettingsSchema,
  ReachPageSchema,
} from '@kaigi/core/contract';
import { freePort } from '@kaigi/core/free-port';
import { type TestDatabase, testDatabase } from '@kaigi/core/testing';
import { sampleDocx } from '../cli/sample-docx.ts';
import { CLIENT_ID, MINATO } from '../testing/entra.ts';
import { launch, type Running, ready, type SandboxProcess, startSandbox } from '../testing/processes.ts';

let database: TestDatabase;
let home: string;
let url: string;
let sandbox: SandboxProcess;
let service: Running;

beforeAll(async () => {
  database = await testDatabase();
  home = await mkdtemp(path.join(os.tmpdir(), 'kaigi-absences-'));
  const port = await freePort();
  url = `http://localhost:${port}`;
  sandbox = await startSandbox(url);
  service = launch('teams-app/src/main.ts', {
    PORT: String(port),
    KAIGI_SANDBOX_URL: sandbox.url,
    KAIGI_HOME: home,
    DATABASE_URL: database.url,
  });
  await ready(service, `${url}/readyz`);
});
afterAll(async () => {
  service.process.kill('SIGKILL');
  await service.ended;
  await sandbox.stop();
  await database.close();
  await rm(home, { recursive: true });
});

async function tokenOf(person: string): Promise<string> {
  const response = await fetch(`${sandbox.url}/minato.example/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      client_id: CLIENT_ID,
      username: `${person}@minato.example`,
      password: `${person}@minato.example`,
      scope: `api://${new URL(url).host}/${CLIENT_ID}/access_as_user`,
    }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

async function ask(person: string, call: string, body?: unknown): Promise<{ status: number; json: unknown }> {
  const [method = 'GET', at = ''] = call.split(' ');
  const response = await fetch(`${url}/api/v1${at}`, {
    method,
    headers: {
      authorization: `Bearer ${await tokenOf(person)}`,
      ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
  });
  return { status: response.status, json: await response.json() };
}

const absencesOf = async (person: string): Promise<AbsenceList> =>
  AbsenceListSchema.parse((await ask(person, 'GET /directory/absences')).json);

/** What the clock would do within ten minutes. */
async function readMailboxes(): Promise<void> {
  const payload = JSON.stringify({ municipalityId: MINATO });
  const job = `select (graphile_worker.add_job('people/absences', $1::json)).id`;
  const { rows } = await database.owner.query<{ id: string }>(job, [payload]);
  const left = 'select 1 from graphile_worker._private_jobs where id = $1';
  while ((await database.owner.query(left, [rows[0]?.id])).rowCount !== 0)
    await new Promise((resolve) => setTimeout(resolve, 50));
}

/** At start the app is installed for everybody, group after group: whoever removes it meanwhile would have it again. */
async function installedForAll(): Promise<void> {
  const left = `select from graphile_worker.jobs where task_identifier in ('people/import', 'people/install-app')`;
  while ((await database.owner.query(left)).rowCount !== 0) await new Promise((resolve) => setTimeout(resolve, 50));
}

const fault = (settings: object) =>
  fetch(`${sandbox.url}/sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(settings),
  });

describe('A-35: the started service', () => {
  it('learns from Microsoft 365 who is away, and shows it to those concerned', async () => {
    await readMailboxes();
    const { items, sources } = await absencesOf('security-officer');
    const own = items.filter(({ person }) => person.name.startsWith('岬谷'));
    expect(own.map(({ source }) => source).sort()).toEqual([
      'GRAPH_AUTOMATIC_REPLY',
      'GRAPH_CALENDAR',
      'GRAPH_PRESENCE',
    ]);
    expect(own.every(({ now, stale }) => now && !stale)).toBe(true);
    expect(sources.map(({ stale }) => stale)).toEqual([false, false, false]);
    expect((await absencesOf('finance-drafter')).items).toEqual([]);
  });

  it('does not take work at home for absence', async () => {
    expect((await absencesOf('branch-head')).items).toEqual([]);
  });

  it('keeps what it knows when a source fails, and says so', async () => {
    await fault({ path: '/v1.0/communications', kind: '503', retryAfter: 0.05 });
    await readMailboxes();
    await fetch(`${sandbox.url}/sandbox/faults`, { method: 'DELETE' });
    const { items, sources } = await absencesOf('security-officer');
    expect(items).toHaveLength(3);
    expect(sources.find(({ source }) => source === 'GRAPH_PRESENCE')?.sentence).toContain(
      'Microsoft 365 が応答しません。',
    );
    expect(sources.find(({ source }) => source === 'GRAPH_CALENDAR')?.sentence).toContain('確認しました');
  });

  it('takes an absence by hand over HTTP, and takes it back', async () => {
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const made = await ask('section-head', 'POST /directory/absences', { until, note: '県庁で会議' });
    expect(made.status).toBe(201);
    const { id } = AbsenceViewSchema.parse(made.json);
    expect((await absencesOf('drafter')).items).toMatchObject([{ id, note: '県庁で会議', mayCancel: false }]);
    expect((await ask('drafter', `DELETE /directory/absences/${id}`)).status).toBe(404);
    expect((await ask('department-head', `DELETE /directory/absences/${id}`)).status).toBe(200);
    expect((await absencesOf('drafter')).items).toEqual([]);
  });

  it('lets the secretary, and no subordinate, say that the mayor is away', async () => {
    const staffId = ((await ask('mayor', 'GET /me')).json as { staffId: string }).staffId;
    const forMayor = (person: string) => ask(person, 'POST /directory/absences', { staffId });
    expect([(await forMayor('secretary')).status, (await forMayor('department-head')).status]).toEqual([201, 403]);
  });

  it.each([
    ['an end that is no time', { until: 'tomorrow' }],
    ['a field that is unknown', { source: 'TRIP' }],
    ['a stranger', { staffId: 'x' }],
  ])('refuses %s', async (_what, body) => {
    expect((await ask('drafter', 'POST /directory/absences', body)).status).toBe(400);
  });
});

describe('A-41, O-07: the started service', () => {
  it('keeps when a person wants to be told', async () => {
    const wish = { normal: 'DIGEST', quietHours: true };
    const chosen = NotificationSettingsSchema.parse((await ask('drafter', 'PUT /notifications/settings', wish)).json);
    const read = NotificationSettingsSchema.parse((await ask('drafter', 'GET /notifications/settings')).json);
    expect(read).toEqual(chosen);
    expect(read).toMatchObject({ ...wish, chosen: true });
    expect((await ask('drafter', 'PUT /notifications/settings', { normal: 'NEVER' })).status).toBe(400);
  });

  it('mails whom neither the bot nor the activity feed reaches', async () => {
    await installedForAll();
    await fetch(`${sandbox.url}/sandbox/teams/subsection-head/uninstall`, { method: 'POST' });
    await fetch(`${sandbox.url}/sandbox/teams/subsection-head/block`, { method: 'POST' });
    const form = new FormData();
    const metadata = { title: '急ぎの修繕', classificationCode: 'A-01-01', urgency: 'URGENT' };
    form.append('metadata', JSON.stringify(metadata));
    form.append('file', new Blob([Buffer.from(sampleDocx(['急ぎの修繕']))]), '伺い.docx');
    const drafted = (await ask('drafter', 'POST /cases', form)).json as { id: string; version: number };
    expect((await ask('drafter', `POST /cases/${drafted.id}/submit`, { version: drafted.version })).status).toBe(200);
    const mails = async () => (await fetch(`${sandbox.url}/sandbox/mails/subsection-head`)).text();
    // What fails on a busy machine is tried again, a little later each time.
    for (const end = performance.now() + 120_000; !(await mails()).includes('急ぎの修繕'); ) {
      if (performance.now() > end) throw new Error(`no mail came; the service said:\n${service.output()}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(await mails()).toContain(`${url}/tab/#/inbox`);
    const { items } = ReachPageSchema.parse((await ask('admin', 'GET /notifications/reach')).json);
    expect(items.flatMap(({ told }) => told?.by ?? [])).toEqual(['MAIL']);
    const logged = service.output();
    for (const word of ['急ぎの修繕', 'subsection-head', 'kaigi@']) expect(logged).not.toContain(word);
  });

  it('shows administrators whom the bot cannot reach', async () => {
    const page = ReachPageSchema.parse((await ask('admin', 'GET /notifications/reach')).json);
    expect(page.counts.staff).toBe(60);
    expect(page.otherwise.ways).toEqual(['FEED', 'MAIL']);
    expect(page.items).toHaveLength(Math.min(50, page.counts.staff - page.counts.reached));
    expect((await ask('drafter', 'GET /notifications/reach')).status).toBe(403);
  });
});
