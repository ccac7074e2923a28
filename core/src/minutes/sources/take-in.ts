import { z } from 'zod';
import { arrivalOf, noteArrival } from './arrival-store.ts';
import { type SourcesRoom, TeamsRefused, takeInJob } from './room.ts';
import type { ArrivedTranscript } from './sink.ts';
import type { Asked, OnlineMeeting, TranscriptFacts, TranscriptKey, TranscriptSource } from './source.ts';

const Payload = z.object({
  municipalityId: z.uuid(),
  organizerOid: z.uuid(),
  meetingKey: z.string(),
  transcriptKey: z.string(),
});

/** News can be faster than what they tell of: what is not there yet is looked for again. */
const APPEARS_WITHIN_MS = 24 * 60 * 60_000;
const LOOK_AGAIN_MS = 30 * 60_000;
/** Where a transcript does not say when it ended. */
const LONGEST_MS = 24 * 60 * 60_000;

/** All that is known of a meeting that may not be read, or is deleted. */
const unknownMeeting = ({ key, createdAt, endedAt }: TranscriptFacts): OnlineMeeting => ({
  subject: '',
  start: createdAt,
  end: endedAt,
  organizerOid: key.organizerOid,
  participants: [],
  joinWebUrl: null,
  chatKey: null,
});

async function fetchAll(source: TranscriptSource, key: TranscriptKey): Promise<Asked<ArrivedTranscript>> {
  const facts = await source.facts(key);
  if (facts.kind !== 'OK') return facts;
  const content = await source.content(key);
  if (content.kind !== 'OK') return content;
  const meeting = await source.meeting(key);
  if (meeting.kind === 'LATER') return meeting;
  const { createdAt, endedAt } = facts.value;
  const until = endedAt ?? new Date(createdAt.getTime() + LONGEST_MS);
  const attendance = await source.attendance({ ...key, from: createdAt, until });
  if (attendance.kind === 'LATER') return attendance;
  return {
    kind: 'OK',
    value: {
      ...facts.value,
      content: content.value,
      meeting: meeting.kind === 'OK' ? meeting.value : unknownMeeting(facts.value),
      attendance,
    },
  };
}

/** Fetches one transcript and hands it on. Only when that is done does it count as taken in. */
export async function takeIn(room: SourcesRoom, payload: unknown): Promise<void> {
  const key = Payload.parse(payload);
  const [teams, sink] = [room.teams(), room.sink()];
  // What is not taken in is found again by every catching up.
  if (!teams?.municipalityIds.includes(key.municipalityId) || !sink) return;
  const now = room.clock.now();
  const arrival = await room.db.inMunicipality(key.municipalityId, (tx) => arrivalOf(tx, key));
  if (!arrival || arrival.takenInAt) return;
  const asked = await fetchAll(teams.source, key);
  const again = (at: Date) => room.enqueue([takeInJob(key, at)]);
  if (asked.kind === 'LATER') return again(asked.at);
  const refusal = asked.kind === 'REFUSED' ? asked.code : null;
  const isYoung = now.getTime() - arrival.heardAt.getTime() < APPEARS_WITHIN_MS;
  if (refusal === 'minutes.graph_gone' && isYoung) return again(new Date(now.getTime() + LOOK_AGAIN_MS));
  if (asked.kind === 'OK') await sink.takeIn(asked.value);
  const takenInAt = asked.kind === 'OK' ? now : null;
  await room.db.inMunicipality(key.municipalityId, (tx) => noteArrival(tx, key, { takenInAt, refusal }));
  if (refusal !== null && refusal !== arrival.refusal)
    room.report.failed('minutes/teams-take-in', new TeamsRefused(refusal));
}
