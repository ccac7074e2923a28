import { z } from 'zod';
import { badInput, type GivenFile, notFound, type Route, route } from '../../shared/index.ts';
import {
  AgendaInputSchema,
  BookingPapersSchema,
  LayAttachmentInputSchema,
  LayPaperInputSchema,
  LayRecordInputSchema,
  PaperContentQuerySchema,
  PaperReadingQuerySchema,
  PaperReadingSchema,
} from './contract.ts';
import { openPaper } from './files.ts';
import { makeMinutes } from './minutes.ts';
import { bookingOfMeeting } from './minutes-store.ts';
import type { PapersParts } from './parts.ts';
import { readPaper } from './reading/read.ts';
import type { Papers } from './service.ts';

const Id = z.strictObject({ id: z.uuid() });
const PaperId = z.strictObject({ id: z.uuid(), paperId: z.uuid() });
const OF_BOOKING = '/schedules/bookings/{id}';

function given(file: GivenFile | null): GivenFile {
  if (!file) throw badInput('records.file_missing');
  return file;
}

const reading = (parts: PapersParts, papers: Papers): Route[] => [
  route({
    method: 'GET',
    path: `${OF_BOOKING}/papers`,
    summary: { ja: '会議の次第と資料（版ごと）', en: 'Agenda and papers of a meeting, edition by edition' },
    params: Id,
    answer: BookingPapersSchema,
    handle: (caller, { params }) => papers.read(caller, params.id),
  }),
  route({
    method: 'GET',
    path: `${OF_BOOKING}/papers/{paperId}/content`,
    summary: { ja: '資料を開く（開いたことが残る）', en: 'Open a paper; that it was opened is kept' },
    params: PaperId,
    query: PaperContentQuerySchema,
    answer: 'download',
    handle: (caller, { params, query }) =>
      openPaper(parts, caller, { bookingId: params.id, paperId: params.paperId, edition: query.edition }),
  }),
  route({
    method: 'GET',
    path: `${OF_BOOKING}/papers/{paperId}/reading`,
    summary: {
      ja: '資料を読む（前の版から変わった頁つき。開いたことが残る）',
      en: 'Read a paper, with the pages that an edition changed; that it was opened is kept',
    },
    params: PaperId,
    query: PaperReadingQuerySchema,
    answer: PaperReadingSchema,
    handle: (caller, { params, query: { edition, against } }) =>
      readPaper(parts, caller, { bookingId: params.id, paperId: params.paperId, edition, against }),
  }),
  route({
    method: 'GET',
    path: '/schedules/meetings/{id}/papers',
    summary: {
      ja: '会議録のもとになった予約の次第と資料',
      en: 'Agenda and papers of the booking that minutes were made of',
    },
    params: Id,
    answer: BookingPapersSchema,
    handle: async (caller, { params }) => {
      const bookingId = await parts.db.singly(caller.municipalityId, (tx) => bookingOfMeeting(tx, params.id));
      if (bookingId === null) throw notFound('schedules.booking_not_found');
      return papers.read(caller, bookingId);
    },
  }),
];

const laying = (papers: Papers): Route[] => [
  route({
    method: 'POST',
    path: `${OF_BOOKING}/papers`,
    summary: { ja: '資料を出す・差し替える', en: 'Lay a paper, or its next edition' },
    params: Id,
    body: LayPaperInputSchema,
    upload: 'staged',
    answer: BookingPapersSchema,
    status: 201,
    handle: (caller, { params, body, file }) => papers.lay(caller, params.id, { ...body, file: given(file) }),
  }),
  route({
    method: 'POST',
    path: `${OF_BOOKING}/papers/records`,
    summary: { ja: '文書管理の文書を資料にする', en: 'Lay a record as a paper' },
    params: Id,
    body: LayRecordInputSchema,
    answer: BookingPapersSchema,
    status: 201,
    handle: (caller, { params, body }) => papers.layRecord(caller, params.id, body),
  }),
  route({
    method: 'POST',
    path: `${OF_BOOKING}/papers/attachments`,
    summary: { ja: '案件の添付を資料にする', en: 'Lay an attachment of a case as a paper' },
    params: Id,
    body: LayAttachmentInputSchema,
    answer: BookingPapersSchema,
    status: 201,
    handle: (caller, { params, body }) => papers.layAttachment(caller, params.id, body),
  }),
  route({
    method: 'DELETE',
    path: `${OF_BOOKING}/papers/{paperId}`,
    summary: { ja: '資料を取り下げる', en: 'Withdraw a paper' },
    params: PaperId,
    answer: BookingPapersSchema,
    handle: (caller, { params }) => papers.withdraw(caller, params.id, params.paperId),
  }),
];

export const papersRoutes = (parts: PapersParts, papers: Papers): Route[] => [
  ...reading(parts, papers),
  route({
    method: 'PUT',
    path: `${OF_BOOKING}/agenda`,
    summary: { ja: '次第・記録者・資料を見られる人を決める', en: 'Set agenda, keeper of minutes and readers' },
    params: Id,
    body: AgendaInputSchema,
    answer: BookingPapersSchema,
    handle: (caller, { params, body }) => papers.plan(caller, params.id, body),
  }),
  ...laying(papers),
  route({
    method: 'POST',
    path: `${OF_BOOKING}/minutes`,
    summary: { ja: '会議録を作る（次第・出席者・資料名つき、一度だけ）', en: 'Make minutes of the meeting, once' },
    params: Id,
    answer: BookingPapersSchema,
    status: 201,
    handle: async (caller, { params }) => {
      await makeMinutes(parts, { bookingId: params.id, caller });
      return papers.read(caller, params.id);
    },
  }),
];
