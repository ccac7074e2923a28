import { z } from 'zod';
import { type Caller, type Route, route } from '../../shared/index.ts';
import { MeetingSchema, type MeetingView } from '../meetings/contract.ts';
import type { GivenFile } from '../transcripts/take-in.ts';
import {
  EditingAnswerSchema,
  EditingInputSchema,
  LineEditsAnswerSchema,
  LineEditsInputSchema,
  type LineSuggestions,
  LineSuggestionsSchema,
  MeetingLinesSchema,
  TakeInMetadataSchema,
} from './contract.ts';
import type { Lines } from './service.ts';

const Id = z.object({ id: z.uuid() });

export interface TranscriptUses {
  readonly lines: Lines;
  readonly suggestions: (caller: Caller, meetingId: string) => Promise<LineSuggestions>;
  readonly takeIn: (caller: Caller, given: GivenFile) => Promise<MeetingView>;
}

export const transcriptRoutes = ({ lines, suggestions, takeIn }: TranscriptUses): Route[] => [
  route({
    method: 'GET',
    path: '/meetings/{id}/transcript',
    summary: { ja: '会議の文字起こし', en: 'The transcript of a meeting' },
    params: Id,
    answer: MeetingLinesSchema,
    handle: (caller, { params }) => lines.read(caller, params.id),
  }),
  route({
    method: 'POST',
    path: '/meetings/{id}/transcript',
    summary: {
      ja: '文字起こしのファイルを取り込む（VTT・SRT・CSV・テキスト・Word・JSON）',
      en: 'Take in a transcript file (VTT, SRT, CSV, text, Word, JSON)',
    },
    params: Id,
    body: TakeInMetadataSchema,
    upload: true,
    answer: MeetingSchema,
    status: 201,
    handle: (caller, { params, body, file }) => takeIn(caller, { meetingId: params.id, file, metadata: body }),
  }),
  route({
    method: 'POST',
    path: '/meetings/{id}/transcript/edits',
    summary: { ja: '文字起こしを直す', en: 'Edit the transcript' },
    params: Id,
    body: LineEditsInputSchema,
    answer: LineEditsAnswerSchema,
    handle: (caller, { params, body }) => lines.edit(caller, params.id, body),
  }),
  route({
    method: 'GET',
    path: '/meetings/{id}/transcript/suggestions',
    summary: { ja: '整文と用語の候補', en: 'What may be made clean, and names as the city writes them' },
    params: Id,
    answer: LineSuggestionsSchema,
    handle: (caller, { params }) => suggestions(caller, params.id),
  }),
  route({
    method: 'POST',
    path: '/meetings/{id}/editing',
    summary: { ja: '編集している場所を知らせる', en: 'Say where I am editing' },
    params: Id,
    body: EditingInputSchema,
    answer: EditingAnswerSchema,
    handle: (caller, { params, body }) => lines.editing(caller, params.id, body.lineId),
  }),
];
