import { spawn } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { until } from '../testing/until.ts';
import { emit, enqueue, type JobSpec, silentReport, startJobs } from './index.ts';

const MINATO = '6d696e61-746f-4000-8000-000000000001';
const job = (payload: unknown, more: Partial<JobSpec> = {}): JobSpec => ({ task: 'note', payload, ...more });

describe('jobs', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await testDatabase();
  });
  afterAll(() => test.close());

  const start = (noted: unknown[]) =>
    startJobs({
      owner: test.owner,
      tasks: { note: async (payload) => void noted.push(payload) },
      subscriber: (facts) => facts.flatMap(({ topic, payload }) => (topic === 'test/happened' ? [job(payload.n)] : [])),
      report: silentReport,
    });

  it('follow a committed fact, once, with several processes at work', async () => {
    const noted: unknown[] = [];
    const processes = await Promise.all([start(noted), start(noted), start(noted)]);
    const facts = Array.from({ length: 200 }, (_, n) => ({ topic: 'test/happened', payload: { n } }));
    await test.db.inMunicipality(MINATO, (tx) => emit(tx, facts));
    await until(() => noted.length >= 200);
    await Promise.all(processes.map((one) => one.close()));
    expect([...noted].sort((a, b) => Number(a) - Number(b))).toEqual(facts.map((fact) => fact.payload.n));
  });

  it('keep the order of one queue', async () => {
    const noted: unknown[] = [];
    await enqueue(
      test.owner,
      Array.from({ length: 50 }, (_, n) => job(n, { queue: 'chat:one' })),
    );
    const jobs = await start(noted);
    const began = Date.now();
    await until(() => noted.length === 50);
    const seconds = (Date.now() - began) / 1000;
    await jobs.close();
    expect(noted).toEqual(Array.from({ length: 50 }, (_, n) => n));
    // Without waking the workers a queue moves once a poll: 50 cards would take most of a minute.
    expect(seconds).toBeLessThan(40);
  });

  it('with one key become one, the newest, whether put in together or one after the other', async () => {
    const noted: unknown[] = [];
    await enqueue(test.owner, [job('old', { key: 'a' }), job('other', { key: 'b' }), job('new', { key: 'a' })]);
    await enqueue(test.owner, [job('newest', { key: 'a' }), job('without')]);
    const jobs = await start(noted);
    await until(async () => (await test.owner.query('select 1 from graphile_worker._private_jobs')).rowCount === 0);
    await jobs.close();
    expect([...noted].sort()).toEqual(['newest', 'other', 'without']);
  });

  it('that ask somebody outside let everything else go first', async () => {
    const noted: unknown[] = [];
    await enqueue(test.owner, [job('outside 1', { behind: true }), job('outside 2', { behind: true })]);
    await enqueue(test.owner, [job('a card')]);
    const tasks = { note: async (payload: unknown) => void noted.push(payload) };
    const jobs = await startJobs({
      owner: test.owner,
      tasks,
      subscriber: () => [],
      report: silentReport,
      concurrency: 1,
    });
    await until(() => noted.length === 3);
    await jobs.close();
    expect(noted).toEqual(['a card', 'outside 1', 'outside 2']);
  });

  it('of a killed process are done by another within seconds, and its queue goes on', async () => {
    const file = path.join(import.meta.dirname, '../testing/stuck-worker.ts');
    const stuck = spawn(process.execPath, [file, test.url], { stdio: ['ignore', 'pipe', 'inherit'] });
    await enqueue(test.owner, [job('stuck', { queue: 'chat:two' }), job('behind', { queue: 'chat:two' })]);
    await new Promise<void>((resolve) => stuck.stdout.once('data', () => resolve()));
    stuck.kill('SIGKILL');
    const noted: unknown[] = [];
    const jobs = await start(noted);
    const began = Date.now();
    await until(() => noted.length === 2);
    await jobs.close();
    expect(noted).toEqual(['stuck', 'behind']);
    expect(Date.now() - began).toBeLessThan(60_000);
  });
});
