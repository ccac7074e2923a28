import {
  CancelMeetingInputSchema,
  ChangeMeetingInputSchema,
  type ChatOffer,
  ChatOfferSchema,
  type ChatView,
  FromChatAnswerSchema,
  FromChatInputSchema,
  MakeMeetingInputSchema,
  MeetingBodiesSchema,
  MeetingListSchema,
  type MeetingRulesView,
  MeetingRulesViewSchema,
  MeetingSchema,
  type MeetingView,
} from '@kaigi/core/contract';
import { aMeeting, anItem, meetingId, theChat, theLines } from './meetings.ts';
import { type CourseWorld, firstCourse, keptIn, ofCourse } from './stand-in-course.ts';
import { firstHistory, type HistoryWorld, ofHistory } from './stand-in-history.ts';
import { type LinesWorld, ofLines } from './stand-in-lines.ts';
import { wordFile } from './stand-in-papers.ts';
import { firstPublication, ofPublication, type PublicationWorld } from './stand-in-publication.ts';
import { ofRecordings, type RecordingsWorld, theRecordings } from './stand-in-recordings.ts';
import { ofSentences, type SentencesWorld, theMinutes } from './stand-in-sentences.ts';
import type { Answer, Call } from './stand-in-wire.ts';

/** 会議 and what hangs on them. */
export interface MeetingsWorld
  extends CourseWorld,
    LinesWorld,
    SentencesWorld,
    RecordingsWorld,
    PublicationWorld,
    HistoryWorld {
  meetings: MeetingView[];
  rules: MeetingRulesView;
  /** Of which chat in Teams a meeting is, by its id. */
  chats: Map<string, string>;
  /** With what the form of any chat begins, and what stands beside the lines of one. */
  offer: ChatOffer;
  chat: ChatView;
}

export const firstMeetings = (): MeetingsWorld => ({
  rules: THE_RULES,
  lines: theLines(),
  recordings: theRecordings(),
  minutes: theMinutes(),
  ...firstPublication(),
  ...firstHistory(),
  answers: new Map(),
  chats: new Map(),
  offer: AN_OFFER,
  chat: theChat(),
  ...firstCourse(),
  meetings: [
    aMeeting(),
    aMeeting({
      ...{ id: meetingId(2), state: 'PLANNED', title: '庁内調整会議', body: null, transcripts: [], missing: [] },
      ...{ isOpen: false, closedReason: '検討中の案件のため', deadlines: [], startsAt: null, endsAt: null },
    }),
  ],
});

const AN_OFFER: ChatOffer = {
  ...{ title: '窓口の混雑対策', from: '2026-11-24', to: '2026-11-26', unitName: '政策課' },
  bodies: [{ id: 'plan-council', name: '総合計画審議会' }],
};

/** 会議の定め of one body. */
const THE_RULES = MeetingRulesViewSchema.parse({
  ...{ regulationVersion: 'minato/2026-04-01', title: '会議の公開に関する要綱', article: '会議公開要綱' },
  items: [
    {
      ...{ bodyId: 'plan-council', name: '総合計画審議会', article: '審議会条例 第2条', openness: 'OPEN' },
      ...{ sentence: '会議の日から45日以内に会議録を作ります。', kind: 'COUNCIL', required: [], signers: 0 },
      ...{ summary: null, minutes: null, confirmation: null, decision: null, classification: null, recording: null },
      notice: { text: 'この審議会は会議録を作るために録音します。', article: '会議公開要綱 第9条' },
      secretariat: ['政策課'],
      closedGrounds: [
        { groundId: 'personal', text: '個人に関する情報を扱うとき', article: '情報公開条例 第7条第1号' },
        { groundId: 'deliberation', text: '審議・検討に関する情報を扱うとき', article: '情報公開条例 第7条第5号' },
      ],
    },
  ],
});

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: unknown;
  readonly headers: Call['headers'];
}

function list({ meetings, chats }: MeetingsWorld, { searchParams }: URL): Answer {
  const [state, from, to, chat] = ['state', 'from', 'to', 'onlineChat'].map((name) => searchParams.get(name));
  const items = meetings
    .filter((view) => !state || view.state === state)
    .filter(({ id }) => !chat || chats.get(id) === chat)
    .filter(({ heldOn }) => (!from || heldOn >= from) && (!to || heldOn <= to))
    .map(anItem);
  return { body: MeetingListSchema.parse({ items, nextCursor: null }) };
}

function made(world: MeetingsWorld, body: unknown): Answer {
  const { bodyId, onlineChat, ...input } = MakeMeetingInputSchema.parse(body);
  const about = { ...input, isOpen: input.isOpen ?? true, body: null, transcripts: [], deadlines: [], missing: [] };
  const view = aMeeting({ ...about, id: meetingId(9), version: 1, state: 'PLANNED' });
  world.meetings = [view, ...world.meetings];
  if (onlineChat !== null) world.chats.set(view.id, onlineChat);
  return { status: 201, body: view };
}

/** The meeting as it is after a change; everything else stays. */
export function changed(world: MeetingsWorld, view: MeetingView, change: Partial<MeetingView>): Answer {
  const after = MeetingSchema.parse({ ...view, ...change, version: view.version + 1 });
  world.meetings = world.meetings.map((one) => (one.id === view.id ? after : one));
  return { body: after };
}

const without = <T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  JSON.parse(JSON.stringify(value));

function ofMeeting(world: MeetingsWorld, view: MeetingView, { method, url, body, headers }: Asked): Answer | null {
  const rest = url.pathname.split('/').slice(5).join('/');
  if (rest === '' && method === 'GET') return { body: MeetingSchema.parse(view) };
  if (rest === '' && method === 'PATCH') {
    const { version: _, bodyId: __, ...change } = ChangeMeetingInputSchema.parse(body);
    return changed(world, view, without(change));
  }
  if (rest === 'cancel') {
    const { reason } = CancelMeetingInputSchema.parse(body);
    const may = {
      words: true,
      change: false,
      takeIn: false,
      edit: false,
      cancel: false,
      decide: false,
      publish: false,
    };
    return changed(world, view, { state: 'CANCELLED', cancelledFor: reason, may });
  }
  if (rest === 'transcript' && method === 'POST') {
    const taken = { ...aMeeting().transcripts[0], id: 't9', fileName: '取り込み.vtt', warnings: [] };
    return changed(world, view, {
      transcripts: [...view.transcripts, MeetingSchema.shape.transcripts.element.parse(taken)],
    });
  }
  if (rest.startsWith('chat')) return { body: world.chat };
  if (rest === 'history') return ofHistory(world, url);
  if (rest === 'paper') return wordFile(`paper ${url.searchParams.get('form')}`);
  const course = ofCourse(world, {
    ...{ rest, body: method === 'POST' ? body : null },
    words: ({ of, id }) =>
      (of === 'LINE' ? world.lines.lines : world.minutes.sentences).find((one) => one.id === id)?.text ?? '',
    move: (change) => void changed(world, view, change),
  });
  if (course) return course;
  const recordings = ofRecordings(world, { method, rest, body });
  if (recordings) return recordings;
  const grounds = (world.rules.items[0]?.closedGrounds ?? []).map(({ groundId: id, ...said }) => ({ id, ...said }));
  const publication = ofPublication(world, { view, rest, body, grounds });
  if (publication) return publication;
  const minutes = ofSentences(world, { rest, body });
  if (minutes) return minutes;
  return ofLines(world, { method, rest, body, key: String(headers['idempotency-key']) });
}

/** A chat becomes a meeting with its lines at once. */
function fromChat(world: MeetingsWorld, body: unknown): Answer {
  const { title, to } = FromChatInputSchema.parse(body);
  const view = aMeeting({ id: meetingId(9), title, heldOn: to, body: null, isOfChat: true });
  world.meetings = [view, ...world.meetings];
  return { status: 201, body: FromChatAnswerSchema.parse({ meetingId: view.id, outcome: 'STARTED' }) };
}

/** Everything under `/meetings`; null for whatever else. */
export function ofMeetings(world: MeetingsWorld, asked: Asked): Answer | null {
  const { method, url, body } = asked;
  const path = url.pathname.replace('/api/v1/', '');
  if (path === 'regulations/meetings') return { body: world.rules };
  if (path === 'meetings/bodies') return { body: MeetingBodiesSchema.parse({ items: world.offer.bodies }) };
  if (path === 'meetings/chat-offer') return { body: ChatOfferSchema.parse(world.offer) };
  if (path === 'meetings/from-chat') return fromChat(world, body);
  if (path === 'meetings/backlog') return { body: world.backlog };
  if (path === 'meetings/kept') return { body: keptIn(world, url) };
  if (path === 'meetings') return method === 'POST' ? made(world, body) : list(world, url);
  const view = world.meetings.find(({ id }) => path.startsWith(`meetings/${id}`));
  return view ? ofMeeting(world, view, asked) : null;
}
