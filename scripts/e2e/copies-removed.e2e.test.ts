import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { DisposalView, Tombstone } from '../../core/src/records/disposal/contract.ts';
import {
  CHIEF,
  destructionDecided,
  findings,
  hall,
  hasBytes,
  lineOf,
  listed,
  OFFICER,
  read,
  sql,
  step,
  withDisposals,
} from '../../core/src/records/disposal/disposal.fixture.ts';
import type { MirrorOverview } from '../../core/src/records/mirror/contract.ts';
import { createGraphClient } from '../../teams-app/src/graph/graph-client.ts';
import { createLibrary } from '../../teams-app/src/graph/library.ts';
import { createAppTokens } from '../../teams-app/src/sign-in/app-tokens.ts';
import { CLIENT_ID, MINATO } from '../../teams-app/src/testing/entra.ts';
import { type SandboxProcess, startSandbox } from '../../teams-app/src/testing/processes.ts';
import { createTransport } from '../../teams-app/src/transport/transport.ts';

jest.setTimeout(180_000);
withDisposals();

let sandbox: SandboxProcess;
beforeAll(async () => {
  sandbox = await startSandbox('http://localhost:1');
  const transport = createTransport(sandbox.url);
  const tokens = createAppTokens({ clientId: CLIENT_ID, clientSecret: 'sandbox-secret', transport });
  const graph = createGraphClient({ municipalityId: MINATO, tokens, transport });
  const drives = new Map([[MINATO, 'b!kaigi-6d696e61']]);
  hall.city.suite.useLibrary(createLibrary({ graphOf: () => graph, transport, drives, label: '公文書' }));
});
afterAll(() => sandbox.stop());

const inSharePoint = async () => {
  const answer = await fetch(`${sandbox.url}/sandbox/library/${MINATO}`);
  return (await answer.json()) as { items: { id: string; path: string; label: string | null }[]; bin: string[] };
};
const person = (id: string, act: string) =>
  fetch(`${sandbox.url}/library/${MINATO}/${id}/${act}`, { method: 'POST', redirect: 'manual' });
const faults = (method: string, body?: object) =>
  fetch(`${sandbox.url}/sandbox/faults`, {
    method,
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
const mirror = () => hall.run('records/mirror');
const overview = () => hall.call<MirrorOverview>('auditor', 'GET /records/mirror');
const tombstoneOf = (id: string) => hall.call<Tombstone>('drafter', 'GET /records/{id}/tombstone', { params: { id } });
const rowOf = async (recordId: string) =>
  (await sql('select state, item_id, again_at from kaigi.records_mirror where record_id = $1', [recordId]))[0];
const later = (hours: number) =>
  hall.clock.set(new Date(hall.clock.now().getTime() + hours * 60 * 60_000).toISOString());

const by = { name: '見本 drafter', entraObjectId: null };
let talks = 0;

/** A frozen record, kept for a year from the next 年度 on, with its copy in SharePoint. */
async function copied() {
  talks += 1;
  const message = { id: '1', at: '2026-11-20T01:02:03.000Z', editedAt: null, by, text: `打合せ ${talks}` };
  const record = await hall.city.suite.records.capture(hall.city.as('drafter'), {
    ...{ kind: 'REFERENCE', title: `打合せの記録 ${talks}`, classificationCode: 'A-04-02' },
    source: { from: 'TEAMS_CHAT', topic: null, link: null },
    participants: [by],
    messages: [{ ...message, replyTo: null, links: [] }],
  });
  await mirror();
  return { record, itemId: String((await rowOf(record.id))?.item_id ?? '') };
}

/** Decided, begun by one and confirmed by another. */
async function disposed(): Promise<DisposalView> {
  const list = await listed();
  await destructionDecided(list);
  await step(OFFICER, list.id, 'BEGIN');
  await step(CHIEF, list.id, 'CONFIRM');
  await hall.run('');
  return read(CHIEF, list.id);
}

describe('R-15: the copy in SharePoint of what is disposed of by two people', () => {
  it('is gone for good, its label taken off, and the tombstone says so', async () => {
    const { record, itemId } = await copied();
    const before = await inSharePoint();
    expect(before.items.find(({ id }) => id === itemId)).toMatchObject({ label: '公文書' });
    const list = await disposed();
    await hall.run('records/look-at-disposals');
    expect((await read(CHIEF, list.id)).state).toBe('DONE');
    const after = await inSharePoint();
    expect(after.items.map(({ id }) => id)).not.toContain(itemId);
    expect(after.bin).not.toContain(itemId);
    expect([await hasBytes(record.file.sha256), (await rowOf(record.id))?.state]).toEqual([false, 'REMOVED']);
    expect((await tombstoneOf(record.id)).copy).toContain('ごみ箱にも残っていません');
    expect(await findings()).toEqual([]);
  });

  it('is tried again while SharePoint is down and while a label forbids it; until then nothing is called complete, and the administrator sees why', async () => {
    const { record, itemId } = await copied();
    await faults('POST', { path: '/v1.0/drives/', kind: '503', retryAfter: 600 });
    const list = await disposed();
    expect([list.state, lineOf(list, record.id)?.remains]).toEqual([
      'EXECUTING',
      'SharePoint の写しがまだ消えていません。SharePoint が応答し次第、消します。',
    ]);
    expect((await overview()).quietUntil).not.toBeNull();
    expect((await tombstoneOf(record.id)).copy).toContain('まだ消えていません');

    await faults('DELETE');
    await person(itemId, 'lock');
    later(1);
    await mirror();
    const told = (await overview()).troubled.find(({ recordId }) => recordId === record.id);
    expect(told).toMatchObject({ state: 'BLOCKED', problem: 'records.mirror_deletion_refused' });
    expect(told?.againAt).not.toBeNull();
    expect(lineOf(await read(CHIEF, list.id), record.id)?.remains).toContain(
      '保持ラベルかチェックアウトが止めています',
    );
    expect((await inSharePoint()).items.map(({ id }) => id)).toContain(itemId);

    await person(itemId, 'unlock');
    later(25);
    await mirror();
    await hall.run('records/look-at-disposals');
    expect((await inSharePoint()).items.map(({ id }) => id)).not.toContain(itemId);
    expect((await read(CHIEF, list.id)).state).toBe('DONE');
    expect((await overview()).troubled.find(({ recordId }) => recordId === record.id)).toBeUndefined();
  });

  it('that SharePoint only moves into its recycle bin is said to lie there, until when', async () => {
    const { record, itemId } = await copied();
    await faults('POST', { path: '/permanentDelete/', regex: true, kind: '400' });
    const list = await disposed();
    await mirror();
    await hall.run('records/look-at-disposals');
    await faults('DELETE');
    expect([(await read(CHIEF, list.id)).state, (await inSharePoint()).bin]).toEqual(['DONE', [itemId]]);
    expect((await tombstoneOf(record.id)).copy).toMatch(/ごみ箱に、最も長くて令和\d+年\d+月\d+日まで残ります/);
    const told = (await overview()).troubled.find(({ recordId }) => recordId === record.id);
    expect(told).toMatchObject({ state: 'REMOVED', said: expect.stringContaining('ごみ箱') });
  });
});
