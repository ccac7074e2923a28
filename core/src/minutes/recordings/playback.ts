import { randomBytes } from 'node:crypto';
import { sha256Hex } from '../../platform/index.ts';
import { type Caller, isUuid, KaigiError, type Locale, notAllowed, notFound } from '../../shared/index.ts';
import { maySeeWords } from '../meetings/policy.ts';
import { inside, looking, meetingFor, type Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import type { PlayTicket } from './contract.ts';
import { MEDIA_TYPES } from './kind.ts';
import type { RecordingAt } from './list.ts';
import type { StoredRecording } from './recording.ts';
import { insertTicket, readRecording, readTicket } from './store.ts';

/** A player asks anew when it is over; an address that is found later leads nowhere. */
const TICKET_MS = 10 * 60_000;

/** Where the bytes of a recording lie, for whoever sends them. */
export interface PlayableFile {
  readonly path: string;
  readonly bytes: number;
  readonly mediaType: string;
}

export interface AskedWithTicket extends RecordingAt {
  readonly ticket: string;
  readonly locale: Locale;
}

export interface Playback {
  /** @throws not-found `minutes.recording_not_found` */
  ticket(caller: Caller, at: RecordingAt): Promise<PlayTicket>;
  /**
   * Asks anew whether the person may hear it, however young the ticket.
   * @throws not-allowed `minutes.play_ticket_over`; not-found `minutes.recording_not_found`
   */
  content(asked: AskedWithTicket): Promise<PlayableFile>;
}

async function recordingToHear(
  open: Open,
  { meetingId, recordingId }: RecordingAt,
): Promise<{ readonly recording: StoredRecording; readonly sha256: string }> {
  const meeting = await meetingFor(open, meetingId);
  const recording = await readRecording(open.tx, recordingId);
  const isHere = recording?.meetingId === meetingId && maySeeWords(meeting, open.sight);
  if (!recording?.sha256 || !isHere) throw notFound('minutes.recording_not_found');
  return { recording, sha256: recording.sha256 };
}

const TICKET = /^([0-9a-f-]{36})\.([\w-]{43})$/;
const hashOf = (secret: string): string => sha256Hex(Buffer.from(secret));

async function ticket(parts: MinutesParts, caller: Caller, at: RecordingAt): Promise<PlayTicket> {
  const secret = randomBytes(32).toString('base64url');
  const now = parts.clock.now();
  const expiresAt = new Date(now.getTime() + TICKET_MS);
  await inside(parts, caller, async (open) => {
    await recordingToHear(open, at);
    const { meetingId, recordingId } = at;
    const kept = { ticketSha256: hashOf(secret), meetingId, recordingId, entraOid: caller.entraObjectId, expiresAt };
    await insertTicket(open.tx, kept, now);
  });
  const address = `meetings/${at.meetingId}/recordings/${at.recordingId}/content`;
  const path = `/api/v1/${address}?ticket=${caller.municipalityId}.${secret}`;
  return { path, until: expiresAt.toISOString() };
}

/** Whoever the ticket was given to, and nobody by a ticket of another recording. */
async function holderOf(parts: MinutesParts, { ticket: given, ...at }: AskedWithTicket): Promise<Caller> {
  const [, municipalityId = '', secret = ''] = TICKET.exec(given) ?? [];
  const over = () => notAllowed('minutes.play_ticket_over');
  if (!isUuid(municipalityId)) throw over();
  const found = await parts.db.singly(municipalityId, (tx) => readTicket(tx, hashOf(secret)));
  const fits = found?.meetingId === at.meetingId && found.recordingId === at.recordingId;
  if (!found || !fits || found.expiresAt <= parts.clock.now()) throw over();
  const { entraOid: entraObjectId } = found;
  return { municipalityId, entraObjectId, via: 'teams', locale: at.locale, idempotencyKey: null };
}

async function content(parts: MinutesParts, asked: AskedWithTicket): Promise<PlayableFile> {
  const caller = await holderOf(parts, asked);
  const { recording, sha256 } = await looking(parts, caller, (open) => recordingToHear(open, asked));
  const path = await parts.blobs.file(sha256);
  if (path === null) throw new KaigiError('unavailable', 'minutes.recording_missing', { name: recording.fileName });
  return { path, bytes: recording.bytes, mediaType: MEDIA_TYPES[recording.kind ?? 'WAV'] };
}

export const createPlayback = (parts: MinutesParts): Playback => ({
  ticket: (caller, at) => ticket(parts, caller, at),
  content: (asked) => content(parts, asked),
});
