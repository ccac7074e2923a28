import {
  type AfterAction,
  AfterActionSchema,
  type DisasterView,
  DisasterViewSchema,
  type RollAnswerInput,
  type RollBoard,
  RollBoardSchema,
  type RollView,
  RollViewSchema,
  type SwitchOrderView,
  SwitchOrderViewSchema,
} from '@kaigi/core/contract';
import { COLLEAGUE, DRAFTER, SECTION_HEAD, SUBSECTION_HEAD } from './people.ts';
import type { Answer } from './stand-in-wire.ts';
import { aWorkday } from './workday.ts';

/** Orders, safety checks and call-outs; a test may change them at any time. */
export interface DisasterWorld {
  view: DisasterView;
  board: RollBoard;
  after: AfterAction['items'];
}

export const ROLL_ID = '0193c0de-0000-7000-a000-000000000001';
export const ORDER_ID = '0193c0de-0000-7000-a000-000000000002';

export const aRoll = (more: Partial<RollView> = {}): RollView =>
  RollViewSchema.parse({
    ...{ id: ROLL_ID, kind: 'SAFETY', version: 1, title: '震度6弱の地震', words: '落ち着いて回答してください。' },
    ...{ place: '', unitName: null, askedBy: COLLEAGUE, askedAt: '2026-11-24T05:10:00+09:00', open: true },
    ...{ asked: { answer: null }, may: { board: true, run: true }, ...more },
  });

export const anOrder = (more: Partial<SwitchOrderView> = {}): SwitchOrderView =>
  SwitchOrderViewSchema.parse({
    ...{ id: ORDER_ID, version: 1, switch: 'DISASTER', name: '災害時の特例', article: '実施要領 第14条第1項' },
    ...{ orderNumber: '災対第3号', from: '2026-11-24', until: '2026-11-30', reason: '台風の接近', state: 'IN_FORCE' },
    ...{ atOnce: true, unconfirmed: true, prolongs: null, caseId: null, askedBy: SECTION_HEAD },
    relaxes: [
      { row: 'tele.cap', article: '実施要領 第6条第1項', sentence: 'テレワークは1週間に3日までです。', to: 'WAIVED' },
    ],
    history: [{ seq: 1, at: '2026-11-24T00:00:00Z', act: 'ORDERED', actor: SECTION_HEAD, reason: '台風の接近' }],
    may: { end: true, prolong: true, afterAction: true, submit: true },
    ...more,
  });

export const NOTHING_ON: DisasterView = {
  orders: [],
  switches: [],
  rolls: [],
  may: { ask: false, call: false, paper: false },
};

export const SWITCHES: DisasterView['switches'] = [
  {
    ...{ code: 'DISASTER', name: '災害時の特例', article: '実施要領 第14条第1項', longestDays: 31, atOnce: true },
    sentence: '災害時は、命令により上限・登録・期限の定めを緩めます。',
  },
];

const muster = { id: ORDER_ID, kind: 'MUSTER', title: '第2配備', place: '本庁舎3階 災害対策本部', words: '' } as const;

export const EVERYTHING_ON: DisasterView = {
  orders: [anOrder()],
  switches: SWITCHES,
  rolls: [aRoll(), aRoll(muster)],
  may: { ask: true, call: true, paper: true },
};

const answered = { at: '2026-11-24T05:20:00+09:00', by: null, paper: null, late: false };
const someone = { reachable: null, may: { answer: true } };

export const aBoard = (more: Partial<RollBoard> = {}): RollBoard =>
  RollBoardSchema.parse({
    roll: aRoll(),
    ...{ asked: 4, answered: 2, unreachable: 1, answers: { SAFE_CAN_COME: 1, NEEDS_HELP: 1 } },
    units: [
      {
        ...{ unitId: '0193c0de-0000-7000-a000-00000000aaaa', name: '政策係', asked: 3, answered: 2, unreachable: 1 },
        answers: { SAFE_CAN_COME: 1, NEEDS_HELP: 1 },
      },
      { unitId: null, name: '', asked: 1, answered: 0, unreachable: 0, answers: {} },
    ],
    people: [
      {
        ...{ ...DRAFTER, ...someone },
        answer: { answer: 'NEEDS_HELP', words: '足をけがした', place: '自宅', ...answered },
      },
      { ...SUBSECTION_HEAD, answer: null, reachable: false, may: { answer: true } },
      { ...COLLEAGUE, ...someone, answer: { answer: 'SAFE_CAN_COME', words: '', place: '', ...answered } },
    ],
    nextCursor: null,
    ...more,
  });

export const firstDisaster = (): DisasterWorld => ({
  view: NOTHING_ON,
  board: aBoard(),
  after: [
    {
      ...{ at: '2026-11-24T00:00:00Z', what: 'ORDER', who: SECTION_HEAD, sentence: '命令した', articles: [] },
      subject: { kind: 'switch-order', id: ORDER_ID },
    },
  ],
});

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: unknown;
}

function answers(world: DisasterWorld, body: unknown): Answer {
  const { answer, words, place } = body as RollAnswerInput;
  const said = { answer, words, place, ...answered };
  const rolls = world.view.rolls.map((roll) => ({ ...roll, asked: { answer: said } }));
  world.view = { ...world.view, rolls };
  return { body: RollViewSchema.parse(rolls[0] ?? aRoll({ asked: { answer: said } })) };
}

/** Everything under `/telework/disaster`; null for whatever else. */
export function ofDisaster(world: DisasterWorld, { method, url, body }: Asked): Answer | null {
  const path = url.pathname.replace('/api/v1/', '');
  if (path === 'telework/paper-entries') return { status: 201, body: aWorkday() };
  if (!path.startsWith('telework/disaster')) return null;
  const [, , place, , rest] = path.split('/');
  if (place === undefined) return { body: DisasterViewSchema.parse(world.view) };
  if (place === 'forms') return { body: '<!doctype html><title>災害時の用紙</title>' };
  if (place === 'orders') {
    const [order = anOrder()] = world.view.orders;
    if (path.endsWith('/csv')) return { body: '"日時"\r\n' };
    if (rest === 'after-action')
      return { body: AfterActionSchema.parse({ order, items: world.after, nextCursor: null }) };
    return { status: method === 'POST' && rest === undefined ? 201 : 200, body: order };
  }
  if (rest === 'answers') return answers(world, body);
  if (method === 'POST') return { body: aRoll() };
  return { body: RollBoardSchema.parse(world.board) };
}
