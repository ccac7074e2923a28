import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LocalDate } from '../../shared/index.ts';
import { DEV_MEETINGS, WORK_MEETINGS } from './dev-meetings/all.fixture.ts';
import { OPENED_MEETINGS } from './dev-meetings/opened/all.fixture.ts';
import { OPENED_2_MEETINGS } from './dev-meetings/opened-2/all.fixture.ts';
import * as scenes from './dev-meetings/scenes/all.fixture.ts';
import { type DraftMinutes, draftMinutes } from './draft.ts';
import { figuresOf, scoreOf, together } from './score.ts';

const facts = {
  day: '2026-11-18' as LocalDate,
  attendees: [
    { name: '議長', leads: true },
    { name: '佐藤', unit: '財政課' },
  ],
};
const heard = (...lines: readonly string[]) =>
  lines.map((line, at) => {
    const [speaker = '', text = ''] = line.split('：');
    return { id: `u${at + 1}`, speaker: speaker || null, startMs: at * 1000, endMs: null, text };
  });

const AGENDA_CALLED = [
  '議長：ただいまから会議を始めます。',
  '議長：まず、議題1、令和9年度予算編成方針について、財政課からお願いします。',
  '佐藤：資料1をご覧ください。次に、歳出についてご説明します。',
  '議長：続きまして、窓口の混雑対策についてです。',
  '佐藤：番号札を導入したいと考えております。',
  '議長：次に、その他ですが、何かございますか。',
  '議長：次回は12月10日です。',
];

describe('議題', () => {
  it('are those that the chair called, by number or name', () => {
    expect(draftMinutes(heard(...AGENDA_CALLED), facts).agenda).toMatchObject([
      { number: 1, title: '令和9年度予算編成方針', sourceIds: ['u2'] },
      { number: null, title: '窓口の混雑対策', sourceIds: ['u4'] },
      { title: 'その他', sourceIds: ['u6'] },
    ]);
  });

  it('are those of the 次第 where there is one, in its words', () => {
    const agenda = ['予算編成方針', '窓口の混雑対策について'];
    expect(draftMinutes(heard(...AGENDA_CALLED), { ...facts, agenda }).agenda).toMatchObject([
      { number: 1, title: '予算編成方針', sourceIds: ['u2'] },
      { number: 2, title: '窓口の混雑対策について', sourceIds: ['u4'] },
    ]);
  });

  it('is the only one of the 次第 from the beginning, where nobody called it; of several nobody knows which', () => {
    const talk = heard('議長：では始めます。', '佐藤：番号札を導入したいです。', '議長：案のとおり決定します。');
    const drafted = (...agenda: string[]) => draftMinutes(talk, { ...facts, agenda }).agenda;
    expect(drafted('窓口の混雑対策')).toMatchObject([{ number: 1, title: '窓口の混雑対策', sourceIds: ['u1'] }]);
    expect(drafted('窓口の混雑対策', '予算編成方針')).toEqual([]);
    expect(draftMinutes([], { ...facts, agenda: ['窓口の混雑対策'] }).agenda).toEqual([]);
  });
});

describe('who never stops', () => {
  it.each(['1', '一', '12月'])('costs no more than others: %s alone, before a decision', (part) => {
    const began = performance.now();
    for (const end of ['ことに決定します。', 'を佐藤さん、明日までにお願いします。', 'でよろしいでしょうか。'])
      draftMinutes(heard(`議長：${part.repeat(20_000 / part.length)}${end}`, '佐藤：はい、承知しました。'), facts);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

describe('質疑', () => {
  it('pairs a question with the answer, over the chair who gives the floor', () => {
    const { questions } = draftMinutes(
      heard(
        '佐藤：費用はいくらかかるのでしょうか。',
        '議長：情報政策課長、お願いします。',
        '課長：年間で120万円です。',
        '課長：初年度は別に800万円かかります。',
        '佐藤：わかりました。',
      ),
      facts,
    );
    expect(questions).toMatchObject([
      {
        question: { speaker: '佐藤', sourceIds: ['u1'] },
        answer: {
          speaker: '課長',
          text: '年間で120万円です。初年度は別に800万円かかります。',
          sourceIds: ['u3', 'u4'],
        },
      },
    ]);
  });

  it('leaves out what a chair asks the room, and says where nobody answered', () => {
    const { questions } = draftMinutes(
      heard('議長：ほかにご質問はございますか。', '佐藤：財源はどうなっていますか。'),
      facts,
    );
    expect(questions).toMatchObject([{ question: { sourceIds: ['u2'] }, answer: null }]);
  });
});

describe('要点', () => {
  it('are sentences of the 議題, as they were said and in their order', () => {
    const { keyPoints } = draftMinutes(
      heard(
        '議長：議題1、窓口の混雑対策についてです。',
        '佐藤：えー、窓口の待ち時間は平均で25分となっており、3年前より10分増えています。',
        '佐藤：資料をご覧ください。',
        '佐藤：主な理由は、マイナンバーカードの更新が増えたことです。',
        '議長：よろしいでしょうか。',
      ),
      facts,
    );
    expect(keyPoints).toMatchObject([
      { item: 0, text: '窓口の待ち時間は平均で25分となっており、3年前より10分増えています。', sourceIds: ['u2'] },
    ]);
  });
});

const everySentence = ({ agenda, decisions, actions, questions, keyPoints }: DraftMinutes) => [
  ...[...agenda, ...decisions, ...actions, ...keyPoints],
  ...questions.flatMap(({ question, answer }) => (answer ? [question, answer] : [question])),
];

describe('M-09: every drafted sentence', () => {
  it('names 発言 of the meeting that it rests on, whatever was said', () => {
    const words = [
      'では',
      '議題2',
      '原案のとおり',
      '決定します',
      '異議なし',
      '財政課',
      'さん',
      'は',
      '12月5日',
      'までに',
      '試算を',
      'お願いします',
      '。',
      '、',
      '確認しておきます',
      'でしょうか',
      'えー',
      '13月40日',
    ];
    const line = fc
      .array(fc.constantFrom(...words))
      .map((parts) => `${parts.length % 2 ? '議長' : '佐藤'}：${parts.join('')}`);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const utterances = heard(...lines);
        const ids = new Set(utterances.map(({ id }) => id));
        for (const { sourceIds } of everySentence(draftMinutes(utterances, facts))) {
          expect(sourceIds.length).toBeGreaterThan(0);
          expect(sourceIds.every((id) => ids.has(id))).toBe(true);
        }
      }),
    );
  });

  it('is found in a meeting of nothing, and in breaths that never end', () => {
    expect(everySentence(draftMinutes([], facts))).toEqual([]);
    for (const part of [
      '次回',
      '承認',
      'することと',
      '財政課',
      '変更し',
      'お願い',
      '12月',
      'ので',
      '課部局',
      'ないこと',
      '改めて',
      'なら',
      'たら',
      '要望',
      'まで',
    ])
      expect(everySentence(draftMinutes(heard(`議長：${part.repeat(3_000)}。`), facts)).length).toBeLessThan(10);
  });
});

describe.each([
  ['made while the rules were', DEV_MEETINGS, { decisions: 0.9, actions: 0.9, owners: 0.9, dates: 0.9 }],
  ['opened first', OPENED_MEETINGS, { decisions: 0.88, actions: 0.88, owners: 0.88, dates: 0.88 }],
  ['opened second', OPENED_2_MEETINGS, { decisions: 0.8, actions: 0.75, owners: 0.72, dates: 0.7 }],
  ['of single scenes', Object.values(scenes).flat(), { decisions: 0.85, actions: 0.75, owners: 0.7, dates: 0.75 }],
] as const)('M-12: over the meetings %s', (_, meetings, atLeast) => {
  const all = together(
    meetings.map(({ utterances, facts: known, gold }) => scoreOf(draftMinutes(utterances, known), gold)),
  );

  it.each(['decisions', 'actions', 'owners', 'dates'] as const)('%s are found, and few besides them', (what) => {
    expect(figuresOf(all[what]).f1).toBeGreaterThanOrEqual(atLeast[what]);
  });

  it('everything is sourced', () => expect(figuresOf(all.sourced).precision).toBe(1));
});

describe('M-12: over the meetings made for work', () => {
  const all = together(
    WORK_MEETINGS.map(({ utterances, facts: known, gold }) => scoreOf(draftMinutes(utterances, known), gold)),
  );

  it.each(['actions', 'owners', 'dates'] as const)('%s are found, and few besides them', (what) => {
    expect(figuresOf(all[what]).f1).toBeGreaterThanOrEqual(0.85);
  });
});
