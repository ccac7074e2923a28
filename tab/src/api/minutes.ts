import type {
  CancelMeetingInput,
  ChangeMeetingInput,
  ChatOffer,
  ChatView,
  ChatWish,
  FromChatAnswer,
  LineEdit,
  LineEditsAnswer,
  LineSuggestions,
  MakeMeetingInput,
  MeetingBodies,
  MeetingLines,
  MeetingList,
  MeetingListQuery,
  MeetingRulesView,
  MeetingView,
  MinutesView,
  ProposalsInput,
  ProposalsView,
  SentenceEdit,
  SentenceEditsAnswer,
  TakeInMetadata,
} from '@kaigi/core/contract';
import { json, withFile } from './answers.ts';
import { queryOf } from './paths.ts';
import type { Transport } from './transport.ts';

export type EditingAnswer = Pick<MeetingLines, 'editors' | 'version'>;

/** 会議体, as the regulations describe it. */
export type MeetingBody = MeetingRulesView['items'][number];

/** A file of some recogniser, and what is said of it. */
export interface TranscriptFile {
  readonly metadata: TakeInMetadata;
  readonly file: File;
}

/** 会議 with their transcripts and minutes, as the service answers them. */
export interface MinutesClient {
  rules(signal?: AbortSignal): Promise<MeetingRulesView>;
  /** 会議体 to choose from for a new meeting (null), or for this one. */
  bodies(meetingId: string | null, signal?: AbortSignal): Promise<MeetingBodies>;
  list(query: Partial<MeetingListQuery>, signal?: AbortSignal): Promise<MeetingList>;
  make(input: MakeMeetingInput, idempotencyKey: string): Promise<MeetingView>;
  read(id: string, signal?: AbortSignal): Promise<MeetingView>;
  change(id: string, input: ChangeMeetingInput, idempotencyKey: string): Promise<MeetingView>;
  cancel(id: string, input: CancelMeetingInput, idempotencyKey: string): Promise<MeetingView>;
  takeIn(id: string, upload: TranscriptFile, idempotencyKey: string): Promise<MeetingView>;
  lines(id: string, signal?: AbortSignal): Promise<MeetingLines>;
  /** Of minutes of a chat: what stands beside its lines. */
  chat(id: string, signal?: AbortSignal): Promise<ChatView>;
  chatAgain(id: string): Promise<ChatView>;
  /** With what minutes of a chat of Teams begin. */
  chatOffer(chat: string, signal?: AbortSignal): Promise<ChatOffer>;
  fromChat(chat: string, wish: ChatWish): Promise<FromChatAnswer>;
  editLines(id: string, edits: readonly LineEdit[], idempotencyKey: string): Promise<LineEditsAnswer>;
  suggestions(id: string, signal?: AbortSignal): Promise<LineSuggestions>;
  /** Says where I am, and asks who else is there. */
  editing(id: string, lineId: string | null, signal?: AbortSignal): Promise<EditingAnswer>;
  minutes(id: string, signal?: AbortSignal): Promise<MinutesView>;
  draft(id: string, version: number, idempotencyKey: string): Promise<MinutesView>;
  /** A language model is asked: it may take a minute or two. */
  proposals(id: string, input: ProposalsInput): Promise<ProposalsView>;
  editMinutes(id: string, edits: readonly SentenceEdit[], idempotencyKey: string): Promise<SentenceEditsAnswer>;
}

const BASE = '/api/v1/meetings';
/** A transcript of many hours over the line of a branch office. */
const UPLOAD_DEADLINE_MS = 300_000;
/** The service itself waits 100 s for the model. */
const WORDING_DEADLINE_MS = 115_000;
/** Thousands of lines. */
const LINES_DEADLINE_MS = 60_000;

export function minutesClient(transport: Transport): MinutesClient {
  const one = (id: string, rest = '') => `${BASE}/${encodeURIComponent(id)}${rest}`;
  const get = <T>(path: string, signal?: AbortSignal) =>
    json<T>(transport({ method: 'GET', path, signal, deadlineMs: LINES_DEADLINE_MS }));
  const post = <T>(path: string, body: unknown, idempotencyKey: string) =>
    json<T>(transport({ method: 'POST', path, body, idempotencyKey }));
  return {
    rules: (signal) => get('/api/v1/regulations/meetings', signal),
    bodies: (meetingId, signal) =>
      get(`${BASE}/bodies${queryOf(meetingId === null ? {} : { meeting: meetingId })}`, signal),
    list: (query, signal) => get(`${BASE}${queryOf(query)}`, signal),
    make: (input, key) => post(BASE, input, key),
    read: (id, signal) => get(one(id), signal),
    change: (id, body, idempotencyKey) => json(transport({ method: 'PATCH', path: one(id), body, idempotencyKey })),
    cancel: (id, input, key) => post(one(id, '/cancel'), input, key),
    takeIn: (id, upload, idempotencyKey) =>
      json(
        transport({
          ...{
            method: 'POST',
            path: one(id, '/transcript'),
            form: withFile(upload.metadata, upload.file),
            idempotencyKey,
          },
          deadlineMs: UPLOAD_DEADLINE_MS,
        }),
      ),
    lines: (id, signal) => get(one(id, '/transcript'), signal),
    chat: (id, signal) => get(one(id, '/chat'), signal),
    chatAgain: (id) => json(transport({ method: 'POST', path: one(id, '/chat/again') })),
    chatOffer: (chat, signal) => get(`${BASE}/chat-offer${queryOf({ chat })}`, signal),
    fromChat: (chat, wish) => json(transport({ method: 'POST', path: `${BASE}/from-chat`, body: { chat, ...wish } })),
    editLines: (id, edits, key) => post(one(id, '/transcript/edits'), { edits }, key),
    suggestions: (id, signal) => get(one(id, '/transcript/suggestions'), signal),
    editing: (id, lineId, signal) =>
      json(transport({ method: 'POST', path: one(id, '/editing'), body: { lineId }, signal })),
    minutes: (id, signal) => get(one(id, '/minutes'), signal),
    draft: (id, version, key) => post(one(id, '/minutes/draft'), { version }, key),
    proposals: (id, body) =>
      json(transport({ method: 'POST', path: one(id, '/minutes/proposals'), body, deadlineMs: WORDING_DEADLINE_MS })),
    editMinutes: (id, edits, key) => post(one(id, '/minutes/edits'), { edits }, key),
  };
}
