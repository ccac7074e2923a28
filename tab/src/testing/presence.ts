import {
  type NudgeList,
  NudgeListSchema,
  type NudgeView,
  NudgeViewSchema,
  type PresenceBoard,
  PresenceBoardSchema,
  type PresenceRow,
  type WhereaboutsAnswer,
  WhereaboutsAnswerSchema,
} from '@kaigi/core/contract';
import { DRAFTER, SECTION_HEAD } from './people.ts';
import type { Answer } from './stand-in-wire.ts';

const SECTION = '01900000-0000-7000-8000-00000000a001';
let nth = 0;

export function aPresence(name: string, change: Partial<PresenceRow> = {}): PresenceRow {
  nth += 1;
  return {
    person: {
      staffId: `01900000-0000-7000-8000-${String(nth).padStart(12, '0')}`,
      name,
      postTitle: '主事',
      unitName: '政策課',
    },
    unitId: SECTION,
    state: 'OFFICE',
    since: '2026-11-20T23:31:00Z',
    until: null,
    where: null,
    noReturn: false,
    planned: null,
    detail: null,
    contact: null,
    source: 'PUNCH',
    mayNudge: false,
    ...change,
  };
}

export function aNudge(change: Partial<NudgeView> = {}): NudgeView {
  return {
    id: '01900000-0000-7000-8000-00000000d001',
    version: 1,
    state: 'ASKED',
    person: DRAFTER,
    askedBy: SECTION_HEAD,
    askedAt: '2026-11-21T01:00:00Z',
    dueAt: '2026-11-21T01:15:00Z',
    message: '',
    answeredAt: null,
    answer: '',
    mayAnswer: false,
    ...change,
  };
}

export interface PresenceWorld {
  rows: PresenceRow[];
  nudges: NudgeView[];
  /** The department and the section. */
  path: [string, string];
  /** What the service says that it understood. */
  understood: string;
}

export const firstPresence = (): PresenceWorld => ({
  rows: [
    aPresence('課長 次郎', { person: SECTION_HEAD }),
    aPresence('在宅 花子', { state: 'HOME', mayNudge: true, planned: 'HOME', contact: '内線から転送' }),
    aPresence('外出 三郎', {
      ...{ state: 'OUT', source: 'WHEREABOUTS', where: '県庁', since: '2026-11-21T01:00:00Z' },
      ...{ until: '2026-11-21T08:00:00Z', mayNudge: true },
    }),
    aPresence('休 四郎', { state: 'LEAVE', source: 'PLAN', since: null, detail: '年次有給休暇' }),
    aPresence('予定 五郎', { state: 'NOT_STARTED', source: 'PLAN', since: null, planned: 'SATELLITE' }),
  ],
  nudges: [],
  path: ['企画部', '政策課'],
  understood: '外出（県庁）：17:00 に戻ると受け取りました。戻ったら「帰庁」と入力してください。',
});

function boardOf({ rows, path: [department, section] }: PresenceWorld, unit: string | null): PresenceBoard {
  const counts: Record<string, number> = {};
  for (const { state } of rows) counts[state] = (counts[state] ?? 0) + 1;
  for (const state of PresenceBoardSchema.shape.counts.keyType.options) counts[state] ??= 0;
  const all = unit === 'all';
  return PresenceBoardSchema.parse({
    ...{ at: '2026-11-21T01:30:00Z', items: rows, counts },
    path: all
      ? []
      : [
          { unitId: 'u-kikaku', name: department },
          { unitId: SECTION, name: section },
        ],
    units: all ? [{ unitId: 'u-kikaku', name: department }] : [{ unitId: 'u-kakari', name: `${section} 1` }],
  });
}

const nudgeList = (items: readonly NudgeView[]): NudgeList => NudgeListSchema.parse({ items });

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: unknown;
}

/** 在席, 行先 and 「応答お願いします」 as the service answers them. */
export function ofPresence(world: PresenceWorld, { method, url, body }: Asked): Answer | null {
  const path = url.pathname.replace('/api/v1/telework/', '');
  if (path === 'presence') return { body: boardOf(world, url.searchParams.get('unit')) };
  if (path === 'whereabouts') {
    const answer: WhereaboutsAnswer = { understood: world.understood, items: [] };
    return { status: method === 'POST' ? 201 : 200, body: WhereaboutsAnswerSchema.parse(answer) };
  }
  if (path === 'nudges' && method === 'POST') {
    const [staffId = ''] = (body as { staffIds: string[] }).staffIds;
    const person = world.rows.find((row) => row.person.staffId === staffId)?.person ?? DRAFTER;
    world.nudges = [aNudge({ person }), ...world.nudges];
    return { status: 201, body: nudgeList(world.nudges) };
  }
  if (path === 'nudges') return { body: nudgeList(world.nudges) };
  const answered = /^nudges\/(.+)\/answer$/.exec(path);
  if (!answered) return null;
  world.nudges = world.nudges.map((one) => ({ ...one, state: 'ANSWERED', mayAnswer: false }));
  return { body: NudgeViewSchema.parse(aNudge({ state: 'ANSWERED', answeredAt: '2026-11-21T01:05:00Z' })) };
}
