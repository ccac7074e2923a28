// A meeting of a council with two agenda items, made for tests; no real persons.
import type { AttendeeView } from '../meetings/contract.ts';
import type { SentenceView } from '../sentences/contract.ts';
import type { Minuted, MinutedLine, MinutedMeeting } from './minuted.ts';

export const attendee = (id: string, name: string, more: Partial<AttendeeView> = {}): AttendeeView => ({
  ...{ id, name, staffId: `staff-${id}`, postTitle: '', unitName: '', role: 'MEMBER', attended: true },
  ...more,
});

export const line = (id: string, attendeeId: string | null, text: string): MinutedLine => ({ id, attendeeId, text });

export const sentence = (
  id: string,
  part: SentenceView['part'],
  text: string,
  more: Partial<SentenceView> = {},
): SentenceView => ({
  ...{ id, part, text, version: 1, itemId: null, origin: 'RULES', sources: [], isAddition: false },
  ...{ outcome: null, owner: null, due: null, speaker: null },
  ...more,
});

export const MEETING: MinutedMeeting = {
  ...{ title: '第3回みなと市図書館協議会', bodyName: '図書館協議会', unitName: '生涯学習課' },
  ...{ heldOn: '2026-11-20', startsAt: '2026-11-20T04:30:00.000Z', endsAt: '2026-11-20T06:05:00.000Z' },
  ...{ place: '市役所3階 第1会議室', isOpen: true, closedGround: null, closedReason: '', observers: 2 },
  agenda: [
    { id: 'agenda-1', title: '開館時間の見直しについて' },
    { id: 'agenda-2', title: '利用者からの申立てについて' },
  ],
  attendees: [
    attendee('chair', '青空一郎', { postTitle: '会長', role: 'CHAIR', staffId: null }),
    attendee('head', '港川次郎', { postTitle: '図書館長', unitName: '図書館', role: 'STAFF' }),
    attendee('guest', '霧島 花子', { role: 'GUEST', staffId: null }),
    attendee('absent', '波多野三郎', { postTitle: '委員', attended: false, staffId: null }),
  ],
  papers: ['資料1 開館時間の見直し案', '資料2 申立ての概要'],
};

export const LINES: readonly MinutedLine[] = [
  line('l1', 'chair', '定刻になりましたので始めます。'),
  line('l2', 'chair', 'えー、議題1、開館時間の見直しについて説明をお願いします。'),
  line('l3', 'head', '平日の閉館を、えー、午後8時に延ばす案です。'),
  line('l4', 'head', '費用は年120万円です。'),
  line('l5', null, 'はい、異議ありません。'),
  line('l6', 'chair', '議題2、利用者からの申立てについてに移ります。'),
  line('l7', 'guest', '霧島花子です。電話は090-1234-5678です。'),
  line('l8', 'head', '霧島さんの申立ては来月までに調べます。'),
];

export const SENTENCES: readonly SentenceView[] = [
  sentence('i1', 'ITEM', '開館時間の見直しについて', { sources: ['l2'] }),
  sentence('k1', 'KEY_POINT', '平日の閉館を午後8時とする案が示された。', { itemId: 'i1', sources: ['l3'] }),
  sentence('q1', 'QUESTION', '費用はいくらか。', { itemId: 'i1', sources: ['l4'], speaker: '会長' }),
  sentence('a1', 'ANSWER', '年120万円である。', { itemId: 'i1', sources: ['l4'], speaker: '図書館長' }),
  sentence('d1', 'DECISION', '案のとおり承認する。', {
    ...{ itemId: 'i1', sources: ['l2', 'l5'], outcome: 'APPROVED_AS_PROPOSED' },
  }),
  sentence('i2', 'ITEM', '利用者からの申立てについて', { sources: ['l6'] }),
  sentence('k2', 'KEY_POINT', '霧島花子氏から申立てがあった。', { itemId: 'i2', sources: ['l7'] }),
  sentence('t1', 'ACTION', '申立ての事実を調べる。', {
    ...{ itemId: 'i2', sources: ['l8'], owner: { attendeeId: 'head', name: '図書館長' } },
    due: { words: '来月まで', on: null },
  }),
  sentence('x1', 'DECISION', '結論は次回とする。', { itemId: 'i2', outcome: 'CONTINUED', isAddition: true }),
];

export const MINUTED: Minuted = { meeting: MEETING, lines: LINES, sentences: SENTENCES };
