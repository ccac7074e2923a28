import { stat } from 'node:fs/promises';
import { z } from 'zod';
import type { Blobs, Clock, Database, JobSpec, Report, Subscriber, Task } from '../../platform/index.ts';
import { numberLabel } from '../../regulations/index.ts';
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
const City = z.object({ municipalityId: z.uuid() });

/** One city's library is spoken to by one job at a time. */
const jobOf = (task: string, municipalityId: string): JobSpec => ({
  ...{ task, payload: { municipalityId }, queue: `mirror/${municipalityId}`, key: `${task}/${municipalityId}` },
  behind: true,
});

type Work = MirrorParts & { readonly port: MirrorLibrary; readonly municipalityId: string };

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

const inCity = <T>(work: Work, job: Parameters<Database['inMunicipality']>[1]) =>
  work.db.inMunicipality(work.municipalityId, job) as Promise<T>;

/** False: the library wants to be left alone. */
async function putOne(work: Work, one: store.Waiting): Promise<boolean> {
  const { recordId, sha256 } = one;
  const number = one.symbol === null || one.number === null ? null : numberLabel(one.symbol, one.number);
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
  if (answer.kind === 'OK')
    await inCity<void>(work, (tx) => store.noteMirrored(tx, { recordId, sha256, item: answer.value, now }));
  else await refuse(answer.code);
  return true;
}

async function removeOne(work: Work, { recordId, itemId }: store.Leaving): Promise<boolean> {
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

/** Puts out what waits and takes back what must go, a few at a time; the rest is left to the next job. */
async function sweep(work: Work): Promise<void> {
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
    if (whole) await store.noteMissing(tx, there, began, now);
    await store.keepLibrary(tx, { since, checkedAt: now, quietUntil: null });
  });
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
  const one = (job: (work: Work) => Promise<void>) => async (payload: unknown) => {
    const { municipalityId } = City.parse(payload);
    const port = parts.library();
    if (port?.municipalityIds.includes(municipalityId)) await job({ ...parts, port, municipalityId });
  };
  return {
    tasks: { [SWEEP]: each(CITY), [CITY]: one(sweep), [CHECK]: each(CHECK_CITY), [CHECK_CITY]: one(check) },
    // Every minute, and early in the morning in Japan.
    cron: { [SWEEP]: '* * * * *', [CHECK]: '50 18 * * *' },
    subscriber: (facts) => {
      const gone = facts.filter(({ topic }) => topic === CONTENT_REMOVED);
      return [...new Set(gone.map(({ municipalityId }) => municipalityId))].map((id) => jobOf(CITY, id));
    },
  };
}
