import { stat } from 'node:fs/promises';
import { z } from 'zod';
import type { JobSpec, Subscriber, Task, Tx } from '../../platform/index.ts';
import { labelOf } from '../number-label.ts';
import { toldDeleted } from './by-hand-store.ts';
import { mirrorName } from './names.ts';
import { type City, DAY_MS, heard, inCity, type MirrorParts, type Work } from './one-city.ts';
import * as store from './store.ts';
import { leftElsewhere, lookAgain, removeOne } from './taking-back.ts';

const SWEEP = 'records/mirror';
const CITY = 'records/mirror-city';
const CHECK = 'records/mirror-check';
const CHECK_CITY = 'records/mirror-check-city';
/** Said by 廃棄 when the content of a record is to vanish everywhere. */
const CONTENT_REMOVED = 'records/content_removed';
const AT_ONCE = 20;
const CityPayload = z.object({ municipalityId: z.uuid() });

/** One city's library is spoken to by one job at a time. */
const jobOf = (task: string, municipalityId: string): JobSpec => ({
  ...{ task, payload: { municipalityId }, queue: `mirror/${municipalityId}`, key: `${task}/${municipalityId}` },
  behind: true,
});

/** False: the library wants to be left alone. */
async function putOne(work: Work, one: store.Waiting): Promise<boolean> {
  const { recordId, sha256 } = one;
  const number = labelOf(one);
  const named = mirrorName({ ...one, number });
  const now = work.clock.now();
  const refuse = (problem: store.Refused['problem']) =>
    inCity(work, (tx) =>
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
    await inCity(work, (tx) => store.noteMirrored(tx, { recordId, sha256, item: answer.value, place, now }));
  else await refuse(answer.code);
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

/** A few at a time; how many are left to the next job, or whether the library wants to be left alone. */
async function some<T>(
  work: Work,
  read: (tx: Tx) => Promise<readonly T[]>,
  each: (work: Work, one: T) => Promise<boolean>,
): Promise<'ALL' | 'MORE' | 'LATER'> {
  const found = await inCity(work, read);
  for (const one of found) if (!(await each(work, one))) return 'LATER';
  return found.length === AT_ONCE ? 'MORE' : 'ALL';
}

/** Looks for what is told to be gone, takes back what must go and puts out what waits; the rest is left to the next job. */
async function sweep(work: Work): Promise<void> {
  await settlePlace(work);
  const now = work.clock.now();
  const { quietUntil } = await inCity(work, store.readLibrary);
  if (quietUntil !== null && quietUntil > now) return;
  const place = work.port.placeNow(work.municipalityId);
  const steps = [
    () => some(work, (tx) => toldDeleted(tx, { place, now, limit: AT_ONCE }), lookAgain),
    () => some(work, (tx) => store.leaving(tx, work.clock.now(), AT_ONCE), removeOne),
    () => some(work, (tx) => store.waiting(tx, now, AT_ONCE), putOne),
  ];
  let isMore = false;
  for (const step of steps) {
    const came = await step();
    if (came === 'LATER') return;
    isMore ||= came === 'MORE';
  }
  if (isMore) await work.enqueue([jobOf(CITY, work.municipalityId)]);
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
