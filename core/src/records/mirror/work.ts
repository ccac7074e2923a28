import { stat } from 'node:fs/promises';
import { z } from 'zod';
import type { Blobs, Clock, Database, JobSpec, Report, Subscriber, Task } from '../../platform/index.ts';
import { labelOf } from '../number-label.ts';
import type { LibraryAnswer, MirrorLibrary } from './library.ts';
import { mirrorName } from './names.ts';
import * as store from './store.ts';

export interface MirrorParts {
  readonly db: Database;
  readonly blobs: Blobs;
  readonly clock: Clock;
  readonly report: Report;
  /** Null where nothing is mirrored. */
  readonly library: () => MirrorLibrary | null;
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
}

const SWEEP = 'records/mirror';
const CITY = 'records/mirror-city';
const CHECK = 'records/mirror-check';
const CHECK_CITY = 'records/mirror-check-city';
/** Said by 廃棄 when the content of a record is to vanish everywhere. */
const CONTENT_REMOVED = 'records/content_removed';
/** What is to be said of a copy that is removed. */
const LEFT = {
  GONE: null,
  RECYCLED: 'records.mirror_in_recycle_bin',
  NOT_FOUND: 'records.mirror_gone_before',
} as const;
const AT_ONCE = 20;
const DAY_MS = 24 * 60 * 60_000;
const CityPayload = z.object({ municipalityId: z.uuid() });

/** One city's library is spoken to by one job at a time. */
const jobOf = (task: string, municipalityId: string): JobSpec => ({
  ...{ task, payload: { municipalityId }, queue: `mirror/${municipalityId}`, key: `${task}/${municipalityId}` },
  behind: true,
});

type City = MirrorParts & { readonly municipalityId: string };
type Work = City & { readonly port: MirrorLibrary };

/** Tells the library's wish to be left alone apart from all other answers. */
async function heard<T>(
  work: Work,
  answer: LibraryAnswer<T>,
): Promise<Exclude<LibraryAnswer<T>, { kind: 'LATER' }> | null> {
  if (answer.kind !== 'LATER') return answer;
  await work.db.inMunicipality(work.municipalityId, async (tx) =>
    store.keepLibrary(tx, { ...(await store.readLibrary(tx)), quietUntil: answer.at }),
  );
  return null;
}

const inCity = <T>(work: City, job: Parameters<Database['inMunicipality']>[1]) =>
  work.db.inMunicipality(work.municipalityId, job) as Promise<T>;

/** False: the library wants to be left alone. */
async function putOne(work: Work, one: store.Waiting): Promise<boolean> {
  const { recordId, sha256 } = one;
  const number = labelOf(one);
  const named = mirrorName({ ...one, number });
  const now = work.clock.now();
  const refuse = (problem: store.Refused['problem']) =>
    inCity<void>(work, (tx) =>
      store.noteRefused(tx, {
        ...{ recordId, sha256, problem, now, name: named.name, againAt: new Date(now.getTime() + DAY_MS) },
      }),
    );
  const path = await work.blobs.file(sha256);
  if (path === null) {
    await refuse('records.mirror_content_missing');
    return true;
  }
  const { size: bytes } = await stat(path);
  const answer = await heard(work, await work.port.upload(work.municipalityId, { ...named, path, bytes }));
  if (!answer) return false;
  const place = work.port.placeNow(work.municipalityId);
  if (answer.kind === 'OK')
    await inCity<void>(work, (tx) => store.noteMirrored(tx, { recordId, sha256, item: answer.value, place, now }));
  else await refuse(answer.code);
  return true;
}

/** A copy in a library that is not configured any more: nobody here can say that it is gone, and somebody has to remove it. */
async function leftElsewhere(work: City, { recordId }: store.Leaving): Promise<void> {
  const now = work.clock.now();
  const left = { state: 'BLOCKED', problem: 'records.mirror_left_elsewhere' } as const;
  const againAt = new Date(now.getTime() + DAY_MS);
  await inCity<void>(work, (tx) => store.noteLeft(tx, { recordId, now, againAt, ...left }));
}

async function removeOne(work: Work, leaving: store.Leaving): Promise<boolean> {
  const { recordId, itemId, place } = leaving;
  if (place !== work.port.placeNow(work.municipalityId)) {
    await leftElsewhere(work, leaving);
    return true;
  }
  const answer = await heard(work, await work.port.remove(work.municipalityId, itemId));
  if (!answer) return false;
  const now = work.clock.now();
  const left =
    answer.kind === 'OK'
      ? ({ state: 'REMOVED', problem: LEFT[answer.value], againAt: null } as const)
      : ({ state: 'BLOCKED', problem: answer.code, againAt: new Date(now.getTime() + DAY_MS) } as const);
  await inCity<void>(work, (tx) => store.noteLeft(tx, { recordId, now, ...left }));
  return true;
}

/** From when on another library is configured, nothing that was known of the one before is true of it. */
async function settlePlace({ db, port, municipalityId }: Work): Promise<void> {
  await db.inMunicipality(municipalityId, async (tx) => {
    const now = port.placeNow(municipalityId);
    const known = await store.readLibrary(tx);
    if (known.place === now) return;
    // It was not noted before: what changed there was asked of the library in which the copies lie.
    const place = known.place ?? (known.since === null ? null : port.placeOf(known.since)) ?? now;
    if (known.place === null) await store.placeCopies(tx, place);
    const more = place === now ? {} : { since: null, checkedAt: null, quietUntil: null };
    await store.keepLibrary(tx, { ...known, ...more, place: now });
  });
}

/** Where no library is configured, what should go stays in the one that was. */
async function sweepWithout(work: City): Promise<void> {
  const now = work.clock.now();
  const back = await work.db.inMunicipality(work.municipalityId, (tx) => store.leaving(tx, now, AT_ONCE));
  for (const one of back) await leftElsewhere(work, one);
  if (back.length === AT_ONCE) await work.enqueue([jobOf(CITY, work.municipalityId)]);
}

/** Puts out what waits and takes back what must go, a few at a time; the rest is left to the next job. */
async function sweep(work: Work): Promise<void> {
  await settlePlace(work);
  const now = work.clock.now();
  const { quietUntil, out, back } = await work.db.inMunicipality(work.municipalityId, async (tx) => ({
    quietUntil: (await store.readLibrary(tx)).quietUntil,
    out: await store.waiting(tx, now, AT_ONCE),
    back: await store.leaving(tx, now, AT_ONCE),
  }));
  if (quietUntil !== null && quietUntil > now) return;
  for (const one of back) if (!(await removeOne(work, one))) return;
  for (const one of out) if (!(await putOne(work, one))) return;
  if (out.length === AT_ONCE || back.length === AT_ONCE) await work.enqueue([jobOf(CITY, work.municipalityId)]);
}

/** Notices what somebody altered or deleted outside. */
async function check(work: Work): Promise<void> {
  await settlePlace(work);
  const place = work.port.placeNow(work.municipalityId);
  const began = work.clock.now();
  const library = await work.db.inMunicipality(work.municipalityId, store.readLibrary);
  const answer = await heard(work, await work.port.changes(work.municipalityId, library.since));
  if (!answer) return;
  if (answer.kind === 'REFUSED') {
    const { municipalityId } = work;
    work.report.failed('records/library', new RangeError(answer.code), { municipalityId });
    return;
  }
  const { changes, whole, since } = answer.value;
  await work.db.inMunicipality(work.municipalityId, async (tx) => {
    const now = work.clock.now();
    await store.noteChanges(tx, changes, now);
    const there = changes.flatMap(({ itemId, ctag }) => (ctag === null ? [] : [itemId]));
    if (whole) await store.noteMissing(tx, { place, there, before: began, now });
    await store.keepLibrary(tx, { since, checkedAt: now, quietUntil: null, place });
  });
}

/** Municipalities of which copies lie outside, though they have no library now. Asked as the owner of the database. */
async function withoutLibrary({ db, library }: MirrorParts): Promise<readonly string[]> {
  const { rows } = await db.owner.query<{ id: string }>(
    `select distinct m.municipality_id as id from kaigi.records_mirror m
     where m.item_id is not null and m.state <> 'REMOVED' and not (m.municipality_id = any($1::uuid[]))`,
    [library()?.municipalityIds ?? []],
  );
  return rows.map(({ id }) => id);
}

/** What keeps a copy of records outside. */
export function mirroring(parts: MirrorParts): {
  readonly tasks: Record<string, Task>;
  readonly cron: Record<string, string>;
  readonly subscriber: Subscriber;
} {
  const each = (task: string) => async () => {
    const { municipalityIds = [] } = parts.library() ?? {};
    await parts.enqueue(municipalityIds.map((municipalityId) => jobOf(task, municipalityId)));
  };
  const one =
    (job: (work: Work) => Promise<void>, without?: (work: City) => Promise<void>) => async (payload: unknown) => {
      const { municipalityId } = CityPayload.parse(payload);
      const port = parts.library();
      if (port?.municipalityIds.includes(municipalityId)) await job({ ...parts, port, municipalityId });
      else await without?.({ ...parts, municipalityId });
    };
  return {
    tasks: {
      [SWEEP]: each(CITY),
      [CITY]: one(sweep, sweepWithout),
      [CHECK]: async () => {
        await each(CHECK_CITY)();
        await parts.enqueue((await withoutLibrary(parts)).map((id) => jobOf(CITY, id)));
      },
      [CHECK_CITY]: one(check),
    },
    // Every minute, and early in the morning in Japan.
    cron: { [SWEEP]: '* * * * *', [CHECK]: '50 18 * * *' },
    subscriber: (facts) => {
      const gone = facts.filter(({ topic }) => topic === CONTENT_REMOVED);
      return [...new Set(gone.map(({ municipalityId }) => municipalityId))].map((id) => jobOf(CITY, id));
    },
  };
}
