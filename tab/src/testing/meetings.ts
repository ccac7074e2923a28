import {
  type ChatMark,
  type ChatView,
  ChatViewSchema,
  type LineView,
  type MeetingLines,
  MeetingLinesSchema,
  type MeetingList,
  MeetingSchema,
  type MeetingView,
  type SpeakerView,
} from '@kaigi/core/contract';
import { SECTION_HEAD } from './people.ts';

export const meetingId = (n: number): string => `0193c0de-0000-7000-a000-00000000000${n}`;
export const attendeeId = (n: number): string => `0193c0de-0000-7000-b000-00000000000${n}`;
export const lineId = (n: number): string => `0193c0de-0000-7000-8000-${String(n).padStart(12, '0')}`;

const attendee = (n: number, name: string, role: MeetingView['attendees'][number]['role']) => ({
  ...{ id: attendeeId(n), staffId: null, name, postTitle: n === 1 ? '会長' : '委員', unitName: '', role },
  attended: n !== 4,
});

export const ATTENDEES = [
  attendee(1, '議長 太郎', 'CHAIR'),
  attendee(2, '佐藤 花子', 'MEMBER'),
  attendee(3, '鈴木 一郎', 'MEMBER'),
  attendee(4, '高橋 次郎', 'MEMBER'),
];

const TAKEN: MeetingView['transcripts'][number] = {
  ...{ id: 't1', source: 'FILE', fileName: '総合計画審議会.vtt', at: '2026-11-24T08:00:00.000Z', by: SECTION_HEAD },
  ...{ state: 'USED', lines: 6, fromMs: 0, sha256: '0'.repeat(64) },
  warnings: ['終わりが始まりより前の区切りが1個ありました（12行目）。'],
  doubts: [],
};

export function aMeeting(more: Partial<MeetingView> = {}): MeetingView {
  return MeetingSchema.parse({
    id: meetingId(1),
    version: 3,
    state: 'WRITING',
    title: '第3回 総合計画審議会',
    body: { id: 'plan-council', name: '総合計画審議会', article: '審議会条例 第2条' },
    heldOn: '2026-11-24',
    startsAt: '2026-11-24T05:00:00.000Z',
    endsAt: '2026-11-24T07:00:00.000Z',
    place: '市役所 第1会議室',
    isOpen: true,
    closedGround: null,
    closedReason: '',
    agenda: [
      { id: '0193c0de-0000-7000-b100-000000000001', title: '基本構想の素案について' },
      { id: '0193c0de-0000-7000-b100-000000000002', title: '今後の日程について' },
    ],
    attendees: ATTENDEES,
    observers: 4,
    papers: ['資料1 基本構想（素案）'],
    unit: { id: 'u-policy', name: '政策課' },
    organiser: SECTION_HEAD,
    transcripts: [TAKEN],
    deadlines: [
      { kind: 'SUMMARY', on: '2026-11-26', state: 'LATE', article: '会議公開要綱 第8条' },
      { kind: 'MINUTES', on: '2027-01-08', state: 'OPEN', article: '会議公開要綱 第9条' },
    ],
    missing: [{ part: 'staff', sentence: '出席した職員の職氏名が書かれていません。', article: '会議公開要綱 第9条' }],
    next: 'FINAL',
    seenBy: ['出席者と、政策課の職員が見られます。', '確定した後は、公開の会議録としてだれでも見られます。'],
    ...{ caseId: null, case: null, finalOn: null, putForwardBy: null, isOfChat: false },
    cancelledFor: null,
    may: { words: true, change: true, takeIn: true, edit: true, cancel: true, decide: true, publish: true },
    ...more,
  });
}

export const anItem = (view: MeetingView): MeetingList['items'][number] => ({
  ...{ id: view.id, state: view.state, title: view.title, bodyName: view.body?.name ?? null },
  ...{ heldOn: view.heldOn, startsAt: view.startsAt, place: view.place, unitName: view.unit.name },
  hasTranscript: view.transcripts.length > 0,
  due: view.deadlines.find(({ state }) => state !== 'DONE') ?? null,
});

const SAID = [
  'えー、それでは、第3回の総合計画審議会を始めます。',
  '基本構想の素案について、事務局から説明をお願いします。',
  '素案では、まあ、3つの柱を立てています。',
  '人口の見通しは、どの資料にもとづいていますか。',
  '国勢調査の速報値にもとづいています。',
  'それでは、素案のとおり決定することでよろしいですか。',
] as const;
const LABELS = [
  { label: '話者1', labelKind: 'MACHINE' },
  { label: '話者1', labelKind: 'MACHINE' },
  { label: '第1会議室', labelKind: 'ROOM' },
  { label: '話者2', labelKind: 'MACHINE' },
  { label: '非表示のユーザー', labelKind: 'HIDDEN' },
  { label: '話者1', labelKind: 'MACHINE' },
] as const;

export function aLine(n: number, more: Partial<LineView> = {}): LineView {
  const text = SAID[(n - 1) % SAID.length] ?? '';
  const label = LABELS[(n - 1) % LABELS.length] ?? LABELS[0];
  return {
    ...{ id: lineId(n), version: 1, ...label, attendeeId: null },
    ...{ startMs: (n - 1) * 7000, endMs: n * 7000 - 500, heard: text, text, overlaps: n === 4 },
    ...{ confidence: null, sure: false },
    ...more,
  };
}

/** Who speaks in these lines, and who each label may be: shown, never set. */
export function speakersOf(lines: readonly LineView[]): SpeakerView[] {
  return [...new Set(lines.map(({ label }) => label))].map((label): SpeakerView => {
    const own = lines.filter((line) => line.label === label);
    const kind = own[0]?.labelKind ?? 'NONE';
    return {
      ...{ label, kind, lines: own.length, letters: own.reduce((sum, { text }) => sum + text.length, 0) },
      ...{ spokenMs: own.length * 6500, open: own.filter((line) => line.attendeeId === null).length },
      candidates:
        kind === 'HIDDEN'
          ? []
          : [
              { attendeeId: attendeeId(2), likelihood: 0.82, why: 'CALLED' },
              { attendeeId: attendeeId(3), likelihood: 0.35, why: 'PRESENT' },
            ],
    };
  });
}

export function theLines(count: number = SAID.length): MeetingLines {
  const lines = Array.from({ length: count }, (_, at) => aLine(at + 1));
  return MeetingLinesSchema.parse({
    ...{ meetingId: meetingId(1), version: 7, timed: true, lines, speakers: speakersOf(lines), editors: [] },
    sureFrom: 0.7,
  });
}

/** What stands beside the first lines of minutes of a chat: the second answers the first. */
export function theChat(more: Partial<ChatView> = {}): ChatView {
  const mark = (n: number, said: Partial<ChatMark> = {}): ChatMark => ({
    ...{ lineId: lineId(n), editedAt: null, deleted: false, reactions: [], files: [], replies: [] },
    ...{ repliesElsewhere: false, important: false, ...said },
  });
  return ChatViewSchema.parse({
    ...{ meetingId: meetingId(9), topic: '窓口の混雑対策', since: '2026-11-23T15:00:00.000Z' },
    ...{ until: '2026-11-26T15:00:00.000Z', beganAt: '2026-11-23T15:00:00.000Z', state: 'DONE', refusal: null },
    ...{ askedAt: '2026-11-26T08:00:00.000Z', askedBy: SECTION_HEAD, mayReadAgain: true, files: [], leftOut: 2 },
    marks: [
      mark(1),
      mark(2, { replies: [lineId(1)] }),
      mark(3, { repliesElsewhere: true, reactions: [{ sign: '👍', names: ['佐藤 花子'] }] }),
    ],
    ...more,
  });
}
