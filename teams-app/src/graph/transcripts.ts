import type {
  Asked,
  MeetingOf,
  OrganizerReading,
  ReadSoFar,
  TranscriptContent,
  TranscriptFacts,
  TranscriptKey,
  TranscriptSource,
} from '@kaigi/core';
import { z } from 'zod';
import { asked, askedInBatch } from './asked.ts';
import type { GraphClient, GraphTextReader } from './graph-client.ts';
import { readAttendance, readMeeting, readMeetingOfLink } from './online-meetings.ts';

const GROUP = 20;
/** A transcript is there some time after its meeting, but is dated from when it began. */
const LOOK_BACK_MS = 2 * 24 * 60 * 60_000;
const UNATTRIBUTED = 'application/vnd.microsoft.graph.transcript+text';

const InstantSchema = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** The part of a callTranscript that is read. */
const TranscriptSchema = z.object({
  id: z.string().min(1),
  meetingId: z.string().min(1),
  createdDateTime: InstantSchema,
  endDateTime: InstantSchema.nullish(),
});
const PageSchema = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });

type GraphOf = (municipalityId: string) => GraphTextReader;
type Whose = Pick<TranscriptKey, 'municipalityId' | 'organizerOid'>;

const meetingPath = ({ organizerOid, meetingKey }: Pick<MeetingOf, 'organizerOid' | 'meetingKey'>): string =>
  `/users/${organizerOid}/onlineMeetings/${encodeURIComponent(meetingKey)}`;

const transcriptPath = (key: TranscriptKey) =>
  `${meetingPath(key)}/transcripts/${encodeURIComponent(key.transcriptKey)}`;

function factsOf(whose: Whose, item: unknown): TranscriptFacts | null {
  const read = TranscriptSchema.safeParse(item);
  if (!read.success) return null;
  const { id, meetingId, createdDateTime, endDateTime } = read.data;
  const { municipalityId, organizerOid } = whose;
  return {
    key: { municipalityId, organizerOid, meetingKey: meetingId, transcriptKey: id },
    createdAt: createdDateTime,
    endedAt: endDateTime ?? null,
  };
}

const factsIn = (whose: Whose, items: readonly unknown[]): TranscriptFacts[] =>
  items.flatMap((item) => factsOf(whose, item) ?? []);

/** The token is up to when was asked: this call knows of times only. */
function urlOf({ organizerOid, token, from }: ReadSoFar, until: Date): string {
  const start = token === null ? from : new Date(Date.parse(token) - LOOK_BACK_MS);
  const times = `startDateTime=${start.toISOString()},endDateTime=${until.toISOString()}`;
  return `/users/${organizerOid}/onlineMeetings/getAllTranscripts(meetingOrganizerUserId='${organizerOid}',${times})`;
}

async function readOne(
  graph: GraphClient,
  whose: Whose,
  answer: Asked<unknown>,
): Promise<Asked<readonly TranscriptFacts[]>> {
  // Somebody without Teams has organized nothing.
  if (answer.kind === 'REFUSED' && answer.code === 'minutes.graph_gone') return { kind: 'OK', value: [] };
  if (answer.kind !== 'OK') return answer;
  const page = PageSchema.safeParse(answer.value);
  if (!page.success) return { kind: 'REFUSED', code: 'minutes.graph_strange_answer' };
  const found = factsIn(whose, page.data.value);
  const next = page.data['@odata.nextLink'];
  if (next === undefined) return { kind: 'OK', value: found };
  return asked(async () => {
    for await (const more of graph.list<unknown>(next)) found.push(...factsIn(whose, more));
    return found;
  });
}

const upTo = (until: Date, asked: Asked<readonly TranscriptFacts[]>): OrganizerReading['outcome'] =>
  asked.kind === 'OK' ? { kind: 'OK', value: { token: until.toISOString(), found: asked.value } } : asked;

/** Twenty organizers at a time; the tenant's own switch is everybody's answer, and ends the asking. */
async function readGroup(
  graph: GraphClient,
  municipalityId: string,
  group: readonly ReadSoFar[],
): Promise<Asked<readonly OrganizerReading[]>> {
  const until = new Date();
  const sent = await asked(() => graph.batch(group.map((one) => ({ method: 'GET', url: urlOf(one, until) }))));
  if (sent.kind !== 'OK') return sent;
  const readings: OrganizerReading[] = [];
  for (const [index, { organizerOid }] of group.entries()) {
    const answer = sent.value[index];
    const outcome = answer
      ? await readOne(graph, { municipalityId, organizerOid }, askedInBatch(answer))
      : ({ kind: 'REFUSED', code: 'minutes.graph_strange_answer' } as const);
    if (outcome.kind === 'REFUSED' && outcome.code === 'minutes.graph_transcripts_switched_off') return outcome;
    readings.push({ organizerOid, outcome: upTo(until, outcome) });
  }
  const isForbidden = ({ outcome }: OrganizerReading) =>
    outcome.kind === 'REFUSED' && outcome.code === 'minutes.graph_not_permitted';
  return readings.every(isForbidden)
    ? { kind: 'REFUSED', code: 'minutes.graph_not_permitted' }
    : { kind: 'OK', value: readings };
}

async function readAll(
  graph: GraphClient,
  municipalityId: string,
  organizers: readonly ReadSoFar[],
): Promise<Asked<readonly OrganizerReading[]>> {
  const readings: OrganizerReading[] = [];
  for (let at = 0; at < organizers.length; at += GROUP) {
    const group = await readGroup(graph, municipalityId, organizers.slice(at, at + GROUP));
    if (group.kind !== 'OK') return group;
    readings.push(...group.value);
  }
  return { kind: 'OK', value: readings };
}

const contentOf = (text: string, form: TranscriptContent['form']): TranscriptContent => ({
  ...{ text, form },
  fileName: text.replace(/^\uFEFF/, '').startsWith('WEBVTT') ? 'teams.vtt' : 'teams.txt',
});

/** With names where the tenant gives them; else the words alone, which only the `Accept` header asks for. */
async function readContent(graph: GraphTextReader, key: TranscriptKey): Promise<Asked<TranscriptContent>> {
  const path = `${transcriptPath(key)}/content`;
  const named = await asked(async () => contentOf(await graph.text(path, 'text/vtt'), 'NAMED'));
  if (named.kind !== 'REFUSED' || named.code !== 'minutes.graph_names_switched_off') return named;
  return asked(async () => contentOf(await graph.text(path, UNATTRIBUTED), 'UNNAMED'));
}

async function readFacts(graph: GraphClient, key: TranscriptKey): Promise<Asked<TranscriptFacts>> {
  const answer = await asked(() => graph.get<unknown>(transcriptPath(key)));
  if (answer.kind !== 'OK') return answer;
  const facts = factsOf(key, answer.value);
  // The keys are those that were asked for, however they are spelt in the answer.
  return facts ? { kind: 'OK', value: { ...facts, key } } : { kind: 'REFUSED', code: 'minutes.graph_strange_answer' };
}

/**
 * Transcripts of Teams meetings, each in its organizer's name.
 * Permission: OnlineMeetingTranscript.Read.All (application), and an application access policy.
 */
export function createTranscriptSource(graphOf: GraphOf): TranscriptSource {
  return {
    newTranscripts: (municipalityId, organizers) => readAll(graphOf(municipalityId), municipalityId, organizers),
    facts: (key) => readFacts(graphOf(key.municipalityId), key),
    content: (key) => readContent(graphOf(key.municipalityId), key),
    meeting: (key) => readMeeting(graphOf(key.municipalityId), meetingPath(key)),
    meetingOfLink: (link) => readMeetingOfLink(graphOf(link.municipalityId), link),
    attendance: (key) => readAttendance(graphOf(key.municipalityId), meetingPath(key), key),
  };
}
