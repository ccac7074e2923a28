import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '@kaigi/core/free-port';
import { localDateOf } from '@kaigi/core/shared';
import { type TestDatabase, testDatabase } from '@kaigi/core/testing';
import { sampleDocx } from './cli/sample-docx.ts';
import { CLIENT_ID } from './testing/entra.ts';
import { launch, type Running, ready, type SandboxProcess, startSandbox } from './testing/processes.ts';
import { until } from './testing/sandbox-desk.ts';

let database: TestDatabase;
let home: string;
let env: Record<string, string>;
let url: string;
let sandbox: SandboxProcess;
let service: Running;

beforeAll(async () => {
  database = await testDatabase();
  home = await mkdtemp(path.join(os.tmpdir(), 'kaigi-service-'));
  const port = await freePort();
  url = `http://localhost:${port}`;
  sandbox = await startSandbox(url);
  env = { PORT: String(port), KAIGI_SANDBOX_URL: sandbox.url, KAIGI_HOME: home, DATABASE_URL: database.url };
  service = await startService();
});
afterAll(async () => {
  service.process.kill('SIGKILL');
  await service.ended;
  await sandbox.stop();
  await database.close();
  await rm(home, { recursive: true });
});

async function startService(): Promise<Running> {
  const running = launch('teams-app/src/main.ts', env);
  await ready(running, `${url}/readyz`);
  return running;
}

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

interface CaseAnswer {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly documentNumber: { readonly label: string } | null;
  readonly decidedAt: string | null;
}

interface Asked {
  readonly method: string;
  readonly at: string;
  readonly body?: unknown;
}

async function send(person: string, { method, at, body }: Asked): Promise<Response> {
  const form = body instanceof FormData;
  return fetch(`${url}/api/v1${at}`, {
    method,
    headers: {
      authorization: `Bearer ${await tokenOf(person)}`,
      ...(form ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
  });
}

async function ask(person: string, method: string, at: string, body?: unknown): Promise<CaseAnswer> {
  const response = await send(person, { method, at, body });
  const answer = (await response.json()) as CaseAnswer;
  expect({ status: response.status, answer }).toMatchObject({
    status: response.status < 300 ? response.status : 'fine',
  });
  return answer;
}

async function draft(): Promise<CaseAnswer> {
  const form = new FormData();
  const metadata = { title: '会議室の変更について', proposalText: '伺います。', classificationCode: 'A-01-01' };
  form.append('metadata', JSON.stringify(metadata));
  form.append('file', new Blob([Buffer.from(sampleDocx(['会議室の変更について']))]), '伺い.docx');
  return ask('drafter', 'POST', '/cases', form);
}

const approve = (person: string, { id, version }: CaseAnswer) =>
  ask(person, 'POST', `/cases/${id}/acts`, { act: 'approve', version });

async function kaigi(...args: string[]): Promise<{ code: unknown; output: string }> {
  const running = launch('teams-app/src/cli/kaigi.ts', env, args);
  return { code: await running.ended, output: running.output() };
}

describe('the started service', () => {
  it('takes a case to its decision through the API, and verify agrees', async () => {
    const drafted = await draft();
    const submitted = await ask('drafter', 'POST', `/cases/${drafted.id}/submit`, { version: drafted.version });
    const decided = await approve('section-head', await approve('subsection-head', submitted));
    expect(decided).toMatchObject({ status: 'DECIDED', documentNumber: { label: expect.stringContaining('第1号') } });
    expect(await kaigi('verify')).toMatchObject({
      code: 0,
      output: expect.stringContaining('改ざんは見つかりませんでした'),
    });
  });

  it('killed in the middle goes on exactly where the last answer left it', async () => {
    const drafted = await draft();
    const submitted = await ask('drafter', 'POST', `/cases/${drafted.id}/submit`, { version: drafted.version });
    service.process.kill('SIGKILL');
    await service.ended;
    service = await startService();
    expect(await ask('drafter', 'GET', `/cases/${drafted.id}`)).toMatchObject({
      status: 'IN_REVIEW',
      version: submitted.version,
    });
    expect((await approve('subsection-head', submitted)).version).toBe(submitted.version + 1);
  });

  it('takes a decided case to 施行 and 完結 over a crash, and says why where it does not', async () => {
    const drafted = await draft();
    const submitted = await ask('drafter', 'POST', `/cases/${drafted.id}/submit`, { version: drafted.version });
    const { id, version, decidedAt } = await approve('section-head', await approve('subsection-head', submitted));
    const at = `/cases/${id}/acts`;
    const issuedOn = localDateOf(new Date(decidedAt ?? 0));
    const issue = { act: 'issue', version, issuedOn, method: 'NOTICE' };
    const refused = async (person: string, body: object) => {
      const response = await send(person, { method: 'POST', at, body });
      const { code, detail } = (await response.json()) as { code: string; detail: string };
      return [response.status, code, detail];
    };
    expect(await refused('drafter', { ...issue, method: 'NONE' })).toEqual([
      400,
      'http.invalid_input',
      expect.stringContaining('/method'),
    ]);
    expect(await refused('drafter', { ...issue, issuedOn: '2099-01-01' })).toEqual([
      400,
      'approvals.issued_in_future',
      expect.stringContaining('今日まで'),
    ]);
    expect(await refused('section-head', issue)).toEqual([403, 'approvals.cannot_finish', expect.anything()]);
    expect(await refused('branch-clerk', issue)).toEqual([404, 'approvals.not_found', expect.anything()]);
    const issued = await ask('drafter', 'POST', at, issue);
    expect(issued).toMatchObject({ status: 'ISSUED', issued: { on: issuedOn, method: 'NOTICE' } });
    service.process.kill('SIGKILL');
    await service.ended;
    service = await startService();
    expect(await ask('drafter', 'POST', at, issue)).toMatchObject({ status: 'ISSUED', version: issued.version });
    const complete = { act: 'complete', version: issued.version };
    expect(await ask('records-officer', 'POST', at, complete)).toMatchObject({ status: 'COMPLETED' });
    expect(await refused('drafter', { ...complete, version: issued.version + 1 })).toEqual([
      409,
      'approvals.completed_already',
      expect.anything(),
    ]);
    expect(await kaigi('verify')).toMatchObject({ code: 0 });
  });

  it('starts, and works, while Microsoft 365 does not answer Graph', async () => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ path: '/v1.0', kind: '503' });
    await fetch(`${sandbox.url}/sandbox/faults`, { method: 'POST', headers, body });
    service.process.kill('SIGTERM');
    expect(await service.ended).toBe(0);
    service = await startService();
    expect((await draft()).status).toBe('DRAFT');
    await fetch(`${sandbox.url}/sandbox/faults`, { method: 'DELETE' });
  });

  it('ends at once when it is told to while the database is being updated', async () => {
    const updating = await database.owner.connect();
    await updating.query('begin; lock table public.kaigi_migration in access exclusive mode');
    const waiting = launch('teams-app/src/main.ts', { ...env, PORT: String(await freePort()) });
    const held = `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%public.kaigi_migration%'`;
    const isHeld = async () => (await database.owner.query(held)).rowCount === 1;
    await until(isHeld, (yes) => yes);
    waiting.process.kill('SIGTERM');
    await waiting.ended;
    await updating.query('rollback');
    updating.release();
  });

  it('refuses to start with a wrong configuration, and says everything that is wrong', async () => {
    const wrong = launch('teams-app/src/main.ts', { ...env, PORT: 'x', KAIGI_HOST: '0.0.0.0' });
    expect(await wrong.ended).toBe(2);
    expect(wrong.output()).toMatch(/PORT は 1 から[\s\S]*サンドボックスとして動きます/);
  });
});

describe('npm run kaigi', () => {
  it('verify names a document of which one byte was changed', async () => {
    const blobs = path.join(home, 'blobs');
    const names = (await readdir(blobs, { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name));
    const file = path.join(blobs, names[0] ?? '');
    const bytes = await readFile(file);
    const changed = Buffer.from(bytes);
    changed[10] = (changed[10] ?? 0) ^ 1;
    await writeFile(file, changed);
    const { code, output } = await kaigi('verify', '--municipality', 'みなと市');
    await writeFile(file, bytes);
    expect(code).toBe(1);
    expect(output).toMatch(/✗ .+/);
  });

  it('verify names a line of the history that was changed by hand', async () => {
    await database.owner.query('alter table kaigi.approvals_history disable trigger all');
    await database.owner.query(`update kaigi.approvals_history set comment = '書き換え' where seq = 2`);
    const { code, output } = await kaigi('verify', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(output.trim().split('\n').at(-1) ?? '')).toMatchObject({ command: 'verify', altered: true });
    expect(output).not.toContain('書き換え');
  });

  it.each([
    ['a command that there is not', ['frobnicate'], '「frobnicate」という命令はありません'],
    ['an option that there is not', ['verify', '--frob'], '--frob'],
    ['a municipality that there is not', ['verify', '--municipality', 'かもめ市'], 'かもめ市'],
    ['no command', [], '使い方'],
  ])('explains itself after %s', async (_what, args, said) => {
    expect(await kaigi(...args)).toMatchObject({ code: 2, output: expect.stringContaining(said) });
  });

  it('does not take an empty folder for a city hall in order', async () => {
    env = { ...env, KAIGI_HOME: path.join(home, 'nothing') };
    const answer = await kaigi('verify');
    env = { ...env, KAIGI_HOME: home };
    expect(answer).toMatchObject({ code: 2, output: expect.stringContaining('データがありません') });
  });

  it('doctor finds everything in order', async () => {
    const { code, output } = await kaigi('doctor', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ healthy: true });
  });
});
