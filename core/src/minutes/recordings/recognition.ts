import { z } from 'zod';
import { emit, type Fact, type JobSpec, type Subscriber, type Task, type Tx } from '../../platform/index.ts';
import { termsOfMeeting } from '../glossary/terms.ts';
import { MINUTES_CHANGED } from '../history/store.ts';
import { readMeeting } from '../meetings/store.ts';
import type { MinutesParts } from '../parts.ts';
import type { KnownBeforehand } from '../recognising/hints.ts';
import { type Recogniser, refusedTo } from '../recognising/index.ts';
import { type NothingRecognised, type RecognisedTranscript, recordingsBy } from '../recognising/recording.ts';
import { asFile, withTranscript } from './recognised.ts';
import { nextTry, type Problem, type StoredRecording } from './recording.ts';
import { readRecording, updateRecording } from './store.ts';

const TASK = 'minutes/recognise';
/** graphile-worker gives a job that runs for four hours to another worker as well. */
const LONGEST_MINUTES = 210;
/** Killed so often in the middle, it is the recording that kills. */
const MOST_KILLED = 5;

const ToRecognise = z.object({ municipalityId: z.uuid(), recordingId: z.uuid() });
type ToRecognise = z.infer<typeof ToRecognise>;

export interface RecognitionParts extends MinutesParts {
  /** Null where none is configured. */
  readonly recogniser: () => Recogniser | null;
  /** Aborted when the service stops: whoever starts next begins again. */
  readonly stopping: AbortSignal;
}

/** No part of the record: open pages ask again, and what is `ASKED` is worked on. */
export const changed = ({ meetingId, recordingId }: StoredRecording, act: 'ASKED' | 'CAME_TO'): Fact => ({
  topic: MINUTES_CHANGED,
  payload: { meetingId, of: 'recording', version: 0, act, recordingId },
});

/** Recognising takes the whole machine: one at a time, whichever city's. */
const jobFor = ({ municipalityId, recordingId }: ToRecognise, runAt?: Date): JobSpec => ({
  ...{ task: TASK, payload: { municipalityId, recordingId }, queue: TASK, key: `${TASK}:${recordingId}` },
  ...(runAt ? { runAt } : {}),
});

async function save(tx: Tx, recording: StoredRecording): Promise<void> {
  await updateRecording(tx, recording);
  await emit(tx, [changed(recording, 'CAME_TO')]);
}

const MISSING: Problem = { code: 'minutes.recogniser_missing', params: {}, passing: false };
const failing = (killed: number): Problem => ({
  code: 'minutes.recogniser_failed',
  params: { killed },
  passing: false,
});

/** What the recording is when it is begun; who finds it being recognised already follows somebody who was killed. */
function started(before: StoredRecording): StoredRecording {
  if (before.state !== 'RECOGNISING')
    return { ...before, state: 'RECOGNISING', tries: before.tries + 1, problem: failing(0) };
  const killed = Number(before.problem?.params.killed ?? 0) + 1;
  return { ...before, state: killed < MOST_KILLED ? 'RECOGNISING' : 'FAILED', problem: failing(killed) };
}

const isWanted = ({ state, problem }: StoredRecording): boolean =>
  state === 'STORED' || state === 'RECOGNISING' || (state === 'FAILED' && problem?.passing === true);

interface Begun {
  readonly recording: StoredRecording;
  readonly known: KnownBeforehand;
}

/** The recording that is to be recognised now; null where there is nothing to do. */
const begun = (parts: RecognitionParts, { municipalityId, recordingId }: ToRecognise): Promise<Begun | null> =>
  parts.db.inMunicipality(municipalityId, async (tx) => {
    const before = await readRecording(tx, recordingId, { locked: true });
    if (!before || !isWanted(before)) return null;
    const recording = parts.recogniser() ? started(before) : { ...before, state: 'STORED' as const, problem: MISSING };
    await save(tx, recording);
    const meeting = await readMeeting(tx, recording.meetingId);
    if (recording.state !== 'RECOGNISING' || !meeting) return null;
    const there = await parts.directory.organisation(tx);
    // How many attend is not how many speak.
    return { recording, known: { terms: await termsOfMeeting({ tx, there }, meeting) } };
  });

/** When it is tried again; null where nothing more comes of it. */
const refused = (parts: RecognitionParts, at: ToRecognise, refusal: Problem): Promise<Date | null> =>
  parts.db.inMunicipality(at.municipalityId, async (tx) => {
    const before = await readRecording(tx, at.recordingId, { locked: true });
    if (before?.state !== 'RECOGNISING') return null;
    const { code, params, passing } = refusal;
    const next = passing ? nextTry(refusal, before.tries, parts.clock.now()) : null;
    await save(tx, { ...before, state: 'FAILED', problem: { code, params, passing: next !== null } });
    return next;
  });

async function came(parts: RecognitionParts, at: ToRecognise, recognised: RecognisedTranscript): Promise<void> {
  const found = await parts.db.singly(at.municipalityId, (tx) => readRecording(tx, at.recordingId));
  if (!found) return;
  const bytes = asFile(recognised, found);
  await parts.blobs.put(bytes);
  await parts.db.inMunicipality(at.municipalityId, async (tx) => {
    // Held in the order in which everybody holds them.
    await readMeeting(tx, found.meetingId, { locked: true });
    const recording = await readRecording(tx, at.recordingId, { locked: true });
    // Of two who recognised it the first one counts.
    if (recording?.state !== 'RECOGNISING') return;
    await save(tx, await withTranscript(parts, tx, { recording, recognised, bytes }));
  });
}

async function listen(
  parts: RecognitionParts,
  { recording, known }: Begun,
): Promise<RecognisedTranscript | NothingRecognised> {
  const tooLong = AbortSignal.timeout(LONGEST_MINUTES * 60_000);
  const { sha256, fileName: name } = recording;
  const recognise = recordingsBy({ blobs: parts.blobs, recogniser: parts.recogniser() });
  try {
    return await recognise({ sha256: sha256 ?? '', name }, known, AbortSignal.any([parts.stopping, tooLong]));
  } catch (error) {
    if (!tooLong.aborted || parts.stopping.aborted) throw error;
    return refusedTo('minutes.recogniser_too_slow', { minutes: LONGEST_MINUTES });
  }
}

/** Turns recordings into transcripts, one after the other. */
export function recognition(parts: RecognitionParts): {
  readonly tasks: Readonly<Record<string, Task>>;
  readonly subscriber: Subscriber;
} {
  return {
    subscriber: (facts) =>
      facts.flatMap(({ topic, municipalityId, payload: { of, act, recordingId } }) =>
        topic === MINUTES_CHANGED && of === 'recording' && act === 'ASKED'
          ? [jobFor({ municipalityId, recordingId: String(recordingId) })]
          : [],
      ),
    tasks: {
      async [TASK](payload) {
        const at = ToRecognise.parse(payload);
        const begin = await begun(parts, at);
        if (begin) {
          const { refusal, ...recognised } = await listen(parts, begin);
          if (refusal) {
            const again = await refused(parts, at, refusal);
            if (again) await parts.enqueue([jobFor(at, again)]);
          } else await came(parts, at, recognised as RecognisedTranscript);
        }
        parts.wake();
      },
    },
  };
}
