import {
  type KeptMeetings,
  KeptMeetingsSchema,
  type MeetingKeeping,
  MeetingKeepingSchema,
  type MinutesBacklog,
  MinutesBacklogSchema,
  type RoundPersonView,
  RoundSchema,
  type RoundSuggestionView,
  type RoundView,
  SigningSchema,
  type SigningView,
} from '@kaigi/core/contract';
import { aMeeting, attendeeId, lineId, meetingId } from './meetings.ts';
import { DRAFTER, SECTION_HEAD } from './people.ts';
import { sentenceId } from './stand-in-sentences.ts';

export const suggestionId = (n: number): string => `0193c0de-0000-7000-b200-00000000000${n}`;
const AT = '2026-11-26T01:00:00.000Z';

const person = (n: number, name: string, more: Partial<RoundPersonView>): RoundPersonView => ({
  ...{ attendeeId: attendeeId(n), name, postTitle: n === 1 ? '会長' : '委員', state: 'ASKED', answeredAt: null },
  ...{ isLate: false, means: null, enteredBy: null, toldOn: null, note: '', own: { lines: 2, sentences: 1 } },
  ...more,
});

export const aSuggestion = (more: Partial<RoundSuggestionView> = {}): RoundSuggestionView => ({
  ...{ id: suggestionId(1), attendee: { attendeeId: attendeeId(2), name: '佐藤 花子', postTitle: '委員' } },
  ...{ by: DRAFTER, means: null, toldOn: null, at: AT, isLate: false, target: { of: 'SENTENCE', id: sentenceId(2) } },
  ...{ before: '素案は3つの柱を立てている。', after: '素案は4つの柱を立てている。', reason: '資料1は4つです。' },
  ...{ state: 'OPEN', isStale: false, settledBy: null, settledAt: null, comment: '' },
  may: { withdraw: true, settle: true },
  ...more,
});

/** 確認 of the first meeting while people are being asked, as its chair sees it. */
export function aRound(more: Partial<RoundView> = {}): RoundView {
  return RoundSchema.parse({
    ...{ meetingId: meetingId(1), version: 3 },
    rule: { dueOn: '2026-12-04', silence: 'AGREES', article: '会議公開要綱 第10条' },
    round: {
      ...{ nth: 1, state: 'OPEN', askedAt: AT, by: SECTION_HEAD, dueOn: '2026-12-04', isOver: false },
      ...{ silence: 'AGREES', article: '会議公開要綱 第10条', closedAt: null },
      people: [
        person(1, '議長 太郎', { state: 'AGREED', answeredAt: AT }),
        person(2, '佐藤 花子', { state: 'SUGGESTED', answeredAt: AT }),
        person(3, '鈴木 一郎', { state: 'BY_OTHER_MEANS' }),
      ],
      suggestions: [aSuggestion()],
    },
    me: {
      ...{ attendeeId: attendeeId(2), state: 'ASKED' },
      own: { lineIds: [lineId(4)], sentenceIds: [sentenceId(2), sentenceId(5)] },
    },
    hindrances: [],
    changed: [],
    waitsFor: [{ code: 'minutes.round_waits_for', sentence: '鈴木 一郎 の回答を待っています。' }],
    standIn: null,
    may: {
      ...{ begin: true, agree: true, suggest: 'OWN', enter: true, settle: true, close: false, reopen: true },
    },
    ...more,
  });
}

export function aSigning(more: Partial<SigningView> = {}): SigningView {
  const signer = (n: number, name: string, role: 'CHAIR' | 'SIGNER') => ({
    ...{ attendeeId: attendeeId(n), name, postTitle: '委員', role, state: 'WAITING', signsHere: n !== 3 },
    ...{ signedAt: null, paper: null, enteredBy: null },
  });
  return SigningSchema.parse({
    ...{ meetingId: meetingId(1), version: 3, digest: 'ab12'.repeat(16), needed: 2, article: '会議規則 第124条' },
    signers: [signer(1, '議長 太郎', 'CHAIR'), signer(2, '佐藤 花子', 'SIGNER'), signer(3, '鈴木 一郎', 'SIGNER')],
    ...{ hindrances: [], isUnderWay: true, isComplete: false },
    may: { begin: false, sign: true, refuse: true, enterPaper: true, reopen: true },
    ...more,
  });
}

export function aKeeping(more: Partial<MeetingKeeping> = {}): MeetingKeeping {
  return MeetingKeepingSchema.parse({
    meetingId: meetingId(1),
    items: [{ id: 't1', kind: 'TRANSCRIPT', fileName: '総合計画審議会.vtt', at: AT, by: SECTION_HEAD, disposed: null }],
    ...{ finalOn: '2026-12-10', until: '2027-01-09', keepDays: 30, article: '会議公開要綱 第12条' },
    sentence: '録音と文字起こしは、確定の日から30日（令和9年1月9日まで）残します。',
    ...{ isDue: false, holds: [], may: { hold: true } },
    ...more,
  });
}

export function aBacklog(more: Partial<MinutesBacklog> = {}): MinutesBacklog {
  const { id, title, heldOn } = aMeeting();
  const item = { id, state: 'WRITING', title, bodyName: '総合計画審議会', heldOn, unitName: '政策課' };
  const due = { kind: 'MINUTES', on: '2026-11-20', state: 'LATE', article: '会議公開要綱 第9条' };
  return MinutesBacklogSchema.parse({
    units: [
      { id: '0193c0de-0000-7000-9300-000000000001', name: '政策課' },
      { id: '0193c0de-0000-7000-9300-000000000002', name: '広報課' },
    ],
    items: [
      { ...item, due, daysLeft: -3 },
      { ...item, id: meetingId(2), title: '広報会議', due: { ...due, on: '2026-11-25', state: 'OPEN' }, daysLeft: 2 },
      { ...item, id: meetingId(3), title: '庁内調整会議', due: null, daysLeft: null },
    ],
    ...{ more: false, counts: { open: 3, late: 1, soon: 1 } },
    measures: {
      ...{ final: 12, averageDays: 31.5, drafted: 480, correctionRate: 0.125 },
      told: { averageDays: 'SHOWN', correctionRate: 'SHOWN', hours: 'SHOWN' },
      saved: { hours: 34.5, meetings: 9, hoursByHand: 3 },
    },
    ...more,
  });
}

/** One that is due, and one that would be, were it not held. */
export function keptMeetings(): KeptMeetings {
  const { id, title } = aMeeting();
  const item = {
    meetingId: id,
    title,
    heldOn: '2026-04-20',
    unitName: '政策課',
    finalOn: '2026-05-19',
    until: '2026-11-15',
  };
  const kept = { article: '会議公開要綱 第12条', isDue: true, transcripts: 1, recordings: 2, holds: 0, mayOpen: true };
  const held = {
    meetingId: meetingId(2),
    title: '広報会議',
    until: '2026-11-20',
    isDue: false,
    holds: 1,
    mayOpen: false,
  };
  return KeptMeetingsSchema.parse({
    items: [
      { ...item, ...kept },
      { ...item, ...kept, ...held },
    ],
    nextCursor: null,
  });
}
