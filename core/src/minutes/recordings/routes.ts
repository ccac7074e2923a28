import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import {
  AlignRecordingInputSchema,
  BeginRecordingInputSchema,
  PlayTicketSchema,
  RecordingListSchema,
  RecordingPartMetadataSchema,
  RecordingSchema,
} from './contract.ts';
import type { RecordingAt } from './list.ts';
import type { Playback } from './playback.ts';
import type { Recordings } from './service.ts';

const Id = z.object({ id: z.uuid() });
const OneId = z.object({ id: z.uuid(), recordingId: z.uuid() });
const PartId = OneId.extend({ number: z.coerce.number().int().min(0).max(100_000) });

const at = ({ id: meetingId, recordingId }: z.infer<typeof OneId>): RecordingAt => ({ meetingId, recordingId });
const ONE = '/meetings/{id}/recordings/{recordingId}';

const sendingRoutes = (recordings: Recordings): Route[] => [
  route({
    method: 'POST',
    path: '/meetings/{id}/recordings',
    summary: { ja: '録音を送り始める・続ける', en: 'Begin to send a recording, or go on' },
    params: Id,
    body: BeginRecordingInputSchema,
    answer: RecordingSchema,
    status: 201,
    handle: (caller, { params, body }) => recordings.begin(caller, params.id, body),
  }),
  route({
    method: 'PUT',
    path: `${ONE}/parts/{number}`,
    summary: { ja: '録音の一部を送る', en: 'Send a part of a recording' },
    params: PartId,
    body: RecordingPartMetadataSchema,
    upload: true,
    answer: RecordingSchema,
    handle: (caller, { params, body: { sha256 }, file }) =>
      recordings.part(caller, { ...at(params), number: params.number, sha256, file }),
  }),
  route({
    method: 'POST',
    path: `${ONE}/finish`,
    summary: { ja: '録音を全部送ったと知らせる', en: 'Say that all of a recording was sent' },
    params: OneId,
    answer: RecordingSchema,
    handle: (caller, { params }) => recordings.finish(caller, at(params)),
  }),
  route({
    method: 'DELETE',
    path: ONE,
    summary: { ja: '録音を送るのをやめる', en: 'Give up sending a recording' },
    params: OneId,
    answer: RecordingListSchema,
    handle: (caller, { params }) => recordings.giveUp(caller, at(params)),
  }),
];

export const recordingRoutes = (recordings: Recordings, playback: Playback): Route[] => [
  route({
    method: 'GET',
    path: '/meetings/{id}/recordings',
    summary: { ja: '会議の録音', en: 'The recordings of a meeting' },
    params: Id,
    answer: RecordingListSchema,
    handle: (caller, { params }) => recordings.list(caller, params.id),
  }),
  ...sendingRoutes(recordings),
  route({
    method: 'POST',
    path: `${ONE}/recognise`,
    summary: { ja: '録音をもう一度文字にする', en: 'Turn a recording into text once more' },
    params: OneId,
    answer: RecordingSchema,
    handle: (caller, { params }) => recordings.recogniseAgain(caller, at(params)),
  }),
  route({
    method: 'POST',
    path: `${ONE}/align`,
    summary: { ja: '発言と録音の時刻を合わせる', en: 'Say at which moment of a recording a line is heard' },
    params: OneId,
    body: AlignRecordingInputSchema,
    answer: RecordingListSchema,
    handle: (caller, { params, body }) => recordings.align(caller, at(params), body),
  }),
  route({
    method: 'POST',
    path: `${ONE}/ticket`,
    summary: { ja: '録音を再生できる場所（数分間）', en: 'Where a recording can be played from for some minutes' },
    params: OneId,
    answer: PlayTicketSchema,
    handle: (caller, { params }) => playback.ticket(caller, at(params)),
  }),
];
