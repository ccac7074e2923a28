import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { JobSpec } from '@kaigi/core/platform';
import type { BatchStep, GraphClient } from '../graph/graph-client.ts';
import { createLog } from '../log.ts';
import { MINATO } from '../testing/entra.ts';
import { createPeopleJobs, type PeopleJobs } from './people-jobs.ts';

const HEADER =
  '所属コード,所属名,所属種別,上位所属コード,職コード,職名,職位,所属長,職員(サインイン名),兼務,役割,開始日,終了日';

let folder: string;
let csv: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'kaigi-jobs-'));
  csv = path.join(folder, `${MINATO}.csv`);
  await writeFile(csv, HEADER);
});
afterAll(() => rm(folder, { recursive: true }));

/** What Graph says, step by step, and what was done with it. */
interface World {
  people: { id: string; userPrincipalName: string; userType?: string }[];
  installStatus: (step: BatchStep) => number;
  asked: BatchStep[];
  imported: string[][];
  queued: JobSpec[];
}

let world: World;
beforeEach(() => {
  world = { people: person(3), installStatus: () => 201, asked: [], imported: [], queued: [] };
});

const idOf = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
const person = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: idOf(index), userPrincipalName: `P${index}@minato.example` }));

function jobs(options: { orgCsv?: string | null; appId?: string | null } = {}): PeopleJobs {
  const graph: GraphClient = {
    get: async () => Promise.reject(new RangeError('not asked')),
    post: async () => undefined,
    list: async function* <T>() {
      yield world.people as unknown as readonly T[];
    },
    batch: async (steps) => {
      world.asked.push(...steps);
      return steps.map((step) => ({ status: world.installStatus(step), headers: {}, body: null }));
    },
  };
  return createPeopleJobs({
    directory: {
      register: async () => undefined,
      isEmpty: async () => false,
      enabledStaff: async () => world.people.map(({ id }) => ({ staffId: `s-${id}`, entraObjectId: id })),
      importPeople: async (_id, people) => void world.imported.push(people.map(({ signInName }) => signInName)),
      importPosts: async () => ({ posts: 0, unknown: [] }),
    },
    notifications: { unreachable: async (_id, staffIds) => staffIds.slice(1) },
    municipalities: [{ id: MINATO, name: 'みなと市' }],
    graphOf: () => graph,
    orgCsv: options.orgCsv === undefined ? path.join(folder, '{tenantId}.csv') : options.orgCsv,
    appId: options.appId === undefined ? 'app' : options.appId,
    enqueue: async (specs) => void world.queued.push(...specs),
    log: createLog('silent'),
    pauseMs: 0,
  });
}

const run = (made: PeopleJobs, task: string) => made.tasks[task]?.({ municipalityId: MINATO });

describe('the import of people', () => {
  it('takes everybody but guests and asks for the installation afterwards', async () => {
    world.people.push({ id: idOf(9), userPrincipalName: 'guest@elsewhere.example', userType: 'Guest' });
    await run(jobs(), 'people/import');
    expect(world.imported).toEqual([['p0@minato.example', 'p1@minato.example', 'p2@minato.example']]);
    expect(world.queued).toMatchObject([{ task: 'people/install-app' }]);
  });

  it('does not take an empty answer for an empty city hall', async () => {
    world.people = [];
    await expect(run(jobs(), 'people/import')).rejects.toMatchObject({ code: 'people.nobody_found' });
    expect(world.imported).toEqual([]);
  });

  it('changes nothing when the list of posts cannot be had', async () => {
    await expect(run(jobs({ orgCsv: '/nowhere/posts.csv' }), 'people/import')).rejects.toMatchObject({
      code: 'people.csv_unreadable',
    });
    expect(world.imported).toEqual([]);
  });

  it('refuses a payload that is not one', async () => {
    await expect(jobs().tasks['people/import']?.({ municipalityId: 'x' })).rejects.toThrow();
  });
});

describe('the installation of the app', () => {
  it('is for those who cannot be reached yet', async () => {
    await run(jobs(), 'people/install-app');
    expect(world.asked.map(({ url }) => url)).toEqual(
      [1, 2].map((index) => `/users/${idOf(index)}/teamwork/installedApps`),
    );
  });

  it('stops where a policy forbids it', async () => {
    world.people = person(100);
    world.installStatus = () => 403;
    await run(jobs(), 'people/install-app');
    expect(world.asked).toHaveLength(20);
  });

  it('goes on where only some are blocked, and is tried again where Graph was busy', async () => {
    world.people = person(51);
    world.installStatus = ({ url }) => (url.includes(idOf(7)) ? 403 : url.includes(idOf(33)) ? 429 : 201);
    await expect(run(jobs(), 'people/install-app')).rejects.toMatchObject({ code: 'people.install_later' });
    expect(world.asked).toHaveLength(50);
  });

  it('is not tried without an app id', async () => {
    const made = jobs({ appId: null });
    await run(made, 'people/import');
    await run(made, 'people/install-app');
    expect([world.asked, world.queued]).toEqual([[], []]);
  });
});
