import {
  ChangeWrittenInputSchema,
  MakeWrittenInputSchema,
  type WrittenList,
  WrittenListSchema,
  WrittenRemarksInputSchema,
  WrittenSchema,
  type WrittenView,
} from '@kaigi/core/contract';
import { COLLEAGUE, DRAFTER, SECTION_HEAD } from './people.ts';
import type { Answer } from './stand-in-wire.ts';

export const writtenIdOf = (n: number): string => `01900000-0000-7000-8000-0000000cf${String(n).padStart(3, '0')}`;
const itemIdOf = (n: number): string => `01900000-0000-7000-8000-0000000d0${String(n).padStart(3, '0')}`;

type Item = WrittenView['items'][number];
const anItem = (n: number, title: string, more: Partial<Item> = {}): Item => ({
  ...{ itemId: itemIdOf(n), title, proposal: `${title}を変える。`, for: 0, against: 0, hold: 0 },
  ...{ stance: null, decision: null, remarks: [], ...more },
});

/** One in which the reader takes part. */
export function aWritten(n: number, more: Partial<WrittenView> = {}): WrittenView {
  const remark = { person: COLLEAGUE, stance: 'FOR' as const, comment: '賛成です。', at: '2026-11-24T00:00:00Z' };
  return {
    ...{ writtenId: writtenIdOf(n), version: 2, state: 'OPEN', title: '窓口改善部会', note: '', quorum: 2 },
    ...{ opensAt: '2026-11-24T00:00:00Z', closesAt: '2026-11-27T08:00:00Z', organiser: DRAFTER, meetingId: null },
    participants: [
      { person: COLLEAGUE, attended: true },
      { person: SECTION_HEAD, attended: false },
    ],
    items: [anItem(1, '窓口の時間', { for: 1, remarks: [remark] }), anItem(2, '駐車場')],
    attendance: '参加者2人のうち1人が意見を出し、定足数（2人）に達していません。',
    may: { say: true, change: false, cancel: false },
    ...more,
  };
}

export interface WrittenWorld {
  written: WrittenView[];
}

export const firstWritten = (): WrittenWorld => ({
  written: [
    aWritten(1),
    aWritten(2, {
      ...{ title: '年次総会', organiser: SECTION_HEAD, may: { say: false, change: true, cancel: true } },
      participants: [{ person: COLLEAGUE, attended: false }],
      ...{ state: 'PLANNED', quorum: 1, opensAt: '2026-11-30T00:00:00Z', closesAt: '2026-12-02T08:00:00Z' },
    }),
  ],
});

const listed = ({ writtenId, state, title, opensAt, closesAt, organiser, may, items }: WrittenView) =>
  ({
    ...{ writtenId, state, title, opensAt, closesAt, organiser },
    waitsForMe: may.say && items.some(({ stance }) => stance === null),
  }) satisfies WrittenList['items'][number];

function said(meeting: WrittenView, body: unknown): WrittenView {
  const { remarks } = WrittenRemarksInputSchema.parse(body);
  const at = '2026-11-24T01:30:00Z';
  const items = meeting.items.map((item) => {
    const mine = remarks.find(({ itemId }) => itemId === item.itemId);
    if (!mine) return item;
    const { stance, comment } = mine;
    const one = { person: SECTION_HEAD, stance, comment, at };
    return { ...item, stance: stance ?? item.stance, remarks: [...item.remarks, one] };
  });
  return { ...meeting, items };
}

function made(world: WrittenWorld, body: unknown): WrittenView {
  const { title, opensAt, closesAt, quorum, items } = MakeWrittenInputSchema.parse(body);
  return aWritten(world.written.length + 1, {
    ...{ title, opensAt, closesAt, quorum, state: 'PLANNED', organiser: SECTION_HEAD },
    items: items.map((item, n) => anItem(n + 1, item.title, item)),
    may: { say: false, change: true, cancel: true },
  });
}

function changed(before: WrittenView, body: unknown): WrittenView {
  const { version, participants, items, ...input } = ChangeWrittenInputSchema.parse(body);
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  return {
    ...{ ...before, ...given, version: version + 1 },
    participants: before.participants.filter(({ person }) => participants?.includes(person.staffId) ?? true),
    items: items?.map((item, n) => anItem(n + 1, item.title, item)) ?? before.items,
  };
}

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: unknown;
}

const PATH = /^\/api\/v1\/schedules\/written(?:\/([^/]+))?(?:\/(\w+))?$/;

/** 書面会議 as the service answers them. */
export function ofWritten(world: WrittenWorld, { method, url, body }: Asked): Answer | null {
  const matched = PATH.exec(url.pathname);
  if (!matched) return null;
  const [, id, rest] = matched;
  if (id === undefined && method === 'GET')
    return { body: WrittenListSchema.parse({ items: world.written.map(listed) }) };
  if (id === undefined) {
    const meeting = made(world, body);
    world.written = [meeting, ...world.written];
    return { status: 201, body: WrittenSchema.parse(meeting) };
  }
  const before = world.written.find(({ writtenId }) => writtenId === id);
  if (!before) return null;
  if (method === 'GET') return { body: WrittenSchema.parse(before) };
  const may = { say: false, change: false, cancel: false };
  const cancelled: WrittenView = { ...before, state: 'CANCELLED', may };
  const other = method === 'PATCH' ? changed(before, body) : cancelled;
  const after = rest === 'remarks' ? said(before, body) : other;
  world.written = world.written.map((one) => (one === before ? after : one));
  return { body: WrittenSchema.parse(after) };
}
