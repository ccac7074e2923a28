import { beforeEach, describe, expect, it } from '@jest/globals';
import type { JobSpec } from '@kaigi/core/platform';
import { KaigiError } from '@kaigi/core/shared';
import { type GraphClient, GraphRefusal } from '../graph/graph-client.ts';
import { createLog } from '../log.ts';
import { MINATO } from '../testing/entra.ts';
import { type AbsenceJobs, createAbsenceJobs } from './absence-jobs.ts';

const PERSON = { staffId: 's1', entraObjectId: 'o1', signInName: 'head@minato.example' };
const NOW = new Date('2026-11-24T01:00:00Z');
const AWAY = { id: PERSON.entraObjectId, outOfOfficeSettings: { isOutOfOffice: true } };

/** What each source answers, and what came of it. */
interface World {
  settings: { status: number; body?: unknown };
  schedule: () => unknown;
  presences: () => unknown;
  noted: { source: string; seen: readonly unknown[]; unread: number }[];
  failed: string[];
  queued: JobSpec[];
}

let world: World;
beforeEach(() => {
  world = {
    settings: { status: 200, body: { automaticRepliesSetting: { status: 'disabled' } } },
    schedule: () => [{ scheduleId: PERSON.signInName, scheduleItems: [] }],
    presences: () => [],
    noted: [],
    failed: [],
    queued: [],
  };
});

function jobs(): AbsenceJobs {
  const graph: GraphClient = {
    get: () => Promise.reject(new RangeError('not asked')),
    list: () => {
      throw new RangeError('not asked');
    },
    post: async <T>(path: string) => ({ value: path.includes('Schedule') ? world.schedule() : world.presences() }) as T,
    batch: async (steps) => steps.map(() => ({ headers: {}, body: null, ...world.settings })),
  };
  return createAbsenceJobs({
    absences: {
      peopleToAsk: async () => [PERSON],
      noteReading: async (_id, { source, seen, unread }) => world.noted.push({ source, seen, unread }),
      noteFailure: async (_id, source, problem) => void world.failed.push(`${source} ${problem}`),
    },
    municipalities: [{ id: MINATO, name: 'みなと市' }],
    graphOf: () => graph,
    enqueue: async (specs) => void world.queued.push(...specs),
    now: () => NOW,
    log: createLog('silent'),
  });
}
const read = () => jobs().tasks['people/absences']?.({ municipalityId: MINATO });
const noted = (source: string) => world.noted.find((one) => one.source === source);

describe('A-35: the reading of mailboxes', () => {
  it('notes what each of the three sources says', async () => {
    world.settings.body = {
      automaticRepliesSetting: {
        status: 'scheduled',
        scheduledStartDateTime: { dateTime: '2026-11-24T09:00:00.0000000', timeZone: 'Tokyo Standard Time' },
        scheduledEndDateTime: { dateTime: '2026-11-25T00:00:00.0000000', timeZone: 'UTC' },
      },
    };
    world.presences = () => [AWAY];
    await read();
    expect(noted('GRAPH_AUTOMATIC_REPLY')?.seen).toEqual([
      { staffId: 's1', from: new Date('2026-11-24T00:00:00Z'), until: new Date('2026-11-25T00:00:00Z') },
    ]);
    expect(noted('GRAPH_CALENDAR')?.seen).toEqual([]);
    expect(noted('GRAPH_PRESENCE')?.seen).toEqual([{ staffId: 's1', from: null, until: null }]);
  });

  it('takes only what is out of office for an absence', async () => {
    const at = { dateTime: '2026-11-24T01:00:00.0000000', timeZone: 'UTC' };
    const items = ['free', 'tentative', 'busy', 'workingElsewhere', 'unknown'];
    const scheduleItems = items.map((status) => ({ status, start: at, end: at }));
    world.schedule = () => [{ scheduleId: PERSON.signInName.toUpperCase(), scheduleItems }];
    await read();
    expect(noted('GRAPH_CALENDAR')).toMatchObject({ seen: [], unread: 0 });
  });

  it('does not guess a time zone that it does not know, nor an answer that is not one', async () => {
    const at = { dateTime: '2026-11-24T01:00:00', timeZone: 'Customized Time Zone' };
    world.schedule = () => [{ scheduleId: PERSON.signInName, scheduleItems: [{ status: 'oof', start: at, end: at }] }];
    world.settings.body = {};
    await read();
    expect(noted('GRAPH_CALENDAR')).toMatchObject({ seen: [], unread: 1 });
    expect(noted('GRAPH_AUTOMATIC_REPLY')).toMatchObject({ seen: [], unread: 1 });
  });

  it('goes on with the next source when one is down or not permitted, and says which', async () => {
    world.settings = { status: 403 };
    world.schedule = () => {
      throw new KaigiError('unavailable', 'graph.busy');
    };
    world.presences = () => {
      throw new GraphRefusal(400, 'BadRequest');
    };
    await read();
    expect(world.noted).toEqual([]);
    expect(world.failed).toEqual([
      'GRAPH_AUTOMATIC_REPLY not_permitted',
      'GRAPH_CALENDAR graph_busy',
      'GRAPH_PRESENCE strange_answer',
    ]);
  });

  it('is one job per municipality, every ten minutes and soon after a start', async () => {
    const made = jobs();
    await made.tasks['people/absences-all']?.(null);
    expect(world.queued).toEqual([
      {
        task: 'people/absences',
        payload: { municipalityId: MINATO },
        key: `people/absences:${MINATO}`,
        queue: `absences:${MINATO}`,
      },
    ]);
    expect(made.firstJobs()).toMatchObject([{ runAt: new Date('2026-11-24T01:00:30Z') }]);
    expect(made.cron).toEqual({ 'people/absences-all': '*/10 * * * *' });
  });
});
