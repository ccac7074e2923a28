import type { JobSpec, Subscriber, Task } from '../../platform/index.ts';
import { TRANSCRIPT_HEARD } from './arrival-store.ts';
import { catchUp } from './catch-up.ts';
import { type Heard, hearNotices, type Notice } from './notices.ts';
import { CATCH_UP, catchUpJob, type SourcesRoom, TAKE_IN, takeInJob, WATCH, watchJob } from './room.ts';
import { takeIn } from './take-in.ts';
import { watch } from './watch.ts';

/** Transcripts that Teams wrote: being told of them, asking for those that nobody told of, and handing them on. */
export interface TranscriptSources {
  hear(notices: readonly Notice[]): Promise<Heard>;
  /** After a start: be told, and ask for what happened meanwhile. */
  firstJobs(): JobSpec[];
  readonly tasks: Readonly<Record<string, Task>>;
  readonly cron: Readonly<Record<string, string>>;
  readonly subscribers: readonly Subscriber[];
}

const WATCH_ALL = 'minutes/teams-watch-all';
const CATCH_UP_ALL = 'minutes/teams-catch-up-all';

const fetching: Subscriber = (facts) =>
  facts.flatMap(({ topic, municipalityId, payload }) => {
    if (topic !== TRANSCRIPT_HEARD) return [];
    const { organizerOid, meetingKey, transcriptKey } = payload as Record<string, string>;
    if (!organizerOid || !meetingKey || !transcriptKey) return [];
    return [takeInJob({ municipalityId, organizerOid, meetingKey, transcriptKey })];
  });

export function createTranscriptSources(room: SourcesRoom): TranscriptSources {
  const everywhere = (job: (municipalityId: string) => JobSpec) =>
    (room.teams()?.municipalityIds ?? []).map((id) => job(id));
  return {
    hear: (notices) => hearNotices(room, notices),
    // Asked for anew: what Microsoft has forgotten meanwhile is seen at once.
    firstJobs: () => [...everywhere((id) => watchJob(id, { renew: true })), ...everywhere((id) => catchUpJob(id))],
    tasks: {
      [WATCH]: (payload) => watch(room, payload),
      [CATCH_UP]: (payload) => catchUp(room, payload),
      [TAKE_IN]: (payload) => takeIn(room, payload),
      [WATCH_ALL]: () => room.enqueue(everywhere((id) => watchJob(id))),
      [CATCH_UP_ALL]: () => room.enqueue(everywhere((id) => catchUpJob(id))),
    },
    cron: { [WATCH_ALL]: '*/15 * * * *', [CATCH_UP_ALL]: '7 */4 * * * ?fill=12h' },
    subscribers: [fetching],
  };
}

export { chatOfLink, type LinkOf } from './link.ts';
export type { Notice } from './notices.ts';
export type { ArrivedTranscript, TranscriptSink } from './sink.ts';
export type * from './source.ts';
export { sourcesTexts } from './text.ts';
