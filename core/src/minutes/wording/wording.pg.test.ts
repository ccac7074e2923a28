import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Hall, openHall } from '../../telework/disaster/room.fixture.ts';
import { MINATO } from '../../testing/test-city.ts';
import type {
  MeetingHistory,
  MeetingLines,
  MeetingView,
  MinutesView,
  ProposalsView,
  SentenceEditsAnswer,
} from '../contract.ts';
import { type Prompt, type Worded, wordingRefused } from './wording.ts';

const DAY = '2026-11-25';
const SAID = `WEBVTT

00:00:01.000 --> 00:00:06.000
<v 見本 section-head>議題1、備品の購入についてお願いします。</v>

00:00:07.000 --> 00:00:15.000
<v 話者2>机を十台購入したいと考えております。</v>
`;

/** A model that answers as the test has it, and tells what it was given. */
const model = {
  ...{ model: 'city-model', host: 'llm.example.lg.jp', forClosed: false },
  asked: [] as Prompt[],
  answer: { text: '' } as Worded,
  async propose(prompt: Prompt) {
    this.asked.push(prompt);
    return this.answer;
  },
};

let hall: Hall;
let without: Hall;
beforeAll(async () => {
  [hall, without] = await Promise.all([
    openHall(`${DAY}T15:00:00+09:00`, { wording: model }),
    openHall(`${DAY}T15:00:00+09:00`),
  ]);
});
afterAll(() => Promise.all([hall.city.close(), without.city.close()]));

async function meeting(where: Hall, more: object = {}) {
  const body = { title: '備品の打合せ', heldOn: DAY, isOpen: true, ...more };
  const { id, version } = await where.call<MeetingView>('drafter', 'POST /meetings', { body });
  await where.call('drafter', 'POST /meetings/{id}/transcript', {
    ...{ params: { id }, body: { version, despiteDoubts: true } },
    file: { fileName: 'a.vtt', bytes: Buffer.from(SAID) },
  });
  return id;
}
const ask = (where: Hall, id: string, { name = 'drafter', ...more }: { name?: string; itemId?: string } = {}) =>
  where.call<ProposalsView>(name, 'POST /meetings/{id}/minutes/proposals', {
    ...{ params: { id }, body: { part: 'KEY_POINT', itemId: null, ...more } },
  });
const minutes = (where: Hall, id: string) =>
  where.call<MinutesView>('drafter', 'GET /meetings/{id}/minutes', { params: { id } });

describe('proposals of a language model', () => {
  it('rest on lines, write nothing but that they were asked for, and are a sentence of MODEL once taken', async () => {
    const id = await meeting(hall);
    model.answer = { text: '{"sentences":[{"text":"机を購入する。","remarks":[2]},{"text":"閉会した。"}]}' };
    const { proposals } = await ask(hall, id);
    expect(proposals).toMatchObject([
      { text: '机を購入する。', sources: [expect.any(String)], isAddition: false },
      { text: '閉会した。', sources: [], isAddition: true },
    ]);
    expect(model.asked.at(-1)?.user).toContain('2　話者2：机を十台購入したいと考えております。');
    const before = await minutes(hall, id);
    expect(before).toMatchObject({ sentences: [], wording: { model: 'city-model', host: 'llm.example.lg.jp' } });
    const [first] = proposals;
    const taken = { op: 'ADD', id: randomUUID(), part: 'KEY_POINT', itemId: null, after: null, origin: 'MODEL' };
    const { changed } = await hall.call<SentenceEditsAnswer>('drafter', 'POST /meetings/{id}/minutes/edits', {
      params: { id },
      body: { edits: [{ ...taken, text: first?.text, sources: first?.sources }] },
    });
    expect(changed).toMatchObject([{ origin: 'MODEL', isAddition: false }]);
    const { rows } = await hall.city.test.owner.query<{ fact: object }>(
      `select fact from kaigi.minutes_fact where subject_id = $1 and act = 'WORDING_ASKED'`,
      [id],
    );
    expect(rows).toMatchObject([{ fact: { model: 'city-model', host: 'llm.example.lg.jp', lines: 2 } }]);
    const history = await hall.call<MeetingHistory>('drafter', 'GET /meetings/{id}/history', { params: { id } });
    expect(history.items.map(({ sentence }) => sentence)).toContain(
      '言語モデル（llm.example.lg.jp）に2発言を送り、文案を求めました。',
    );
    const found = [];
    await hall.run('');
    for await (const { code } of hall.city.suite.verify(MINATO)) found.push(code);
    expect(found).toEqual([]);
  });

  it('are not asked for by whoever may not change the minutes, nor for a closed meeting: nothing is sent', async () => {
    const open = await meeting(hall);
    const closed = await meeting(hall, { isOpen: false });
    const sent = model.asked.length;
    expect(await hall.refused(ask(hall, open, { name: 'other-section' }))).toBe('minutes.meeting_not_found');
    expect(await hall.refused(ask(hall, open, { name: 'drafter@yamato' }))).toBe('minutes.meeting_not_found');
    expect(await hall.refused(ask(hall, open, { name: 'auditor' }))).toBe('minutes.meeting_not_yours');
    expect(await hall.refused(ask(hall, closed))).toBe('minutes.wording_not_closed');
    expect(await hall.refused(ask(hall, open, { itemId: randomUUID() }))).toBe('minutes.wording_item_gone');
    expect((await minutes(hall, closed)).wording).toBeNull();
    expect(model.asked).toHaveLength(sent);
  });

  it('are made of an open meeting without the lines of a closed 議題', async () => {
    const id = await meeting(hall, { bodyId: 'meeting.planning-council' });
    const { lines } = await hall.call<MeetingLines>('drafter', 'GET /meetings/{id}/transcript', { params: { id } });
    const items = lines.map((line, at) => ({ id: randomUUID(), text: `議題${at + 1}`, sources: [line.id] }));
    const edits = items.map((item) => ({ op: 'ADD', part: 'ITEM', itemId: null, after: null, ...item }));
    await hall.call('drafter', 'POST /meetings/{id}/minutes/edits', { params: { id }, body: { edits } });
    const closed = { op: 'ITEM', id: randomUUID(), itemId: items[1]?.id, ground: 'DELIBERATION' };
    await hall.call('drafter', 'POST /meetings/{id}/publication/edits', {
      ...{ params: { id }, body: { version: 0, edits: [closed] } },
    });
    model.answer = { text: '{"sentences":[]}' };
    await ask(hall, id);
    expect(model.asked.at(-1)?.user).toContain('1　見本 section-head：');
    expect(model.asked.at(-1)?.user).not.toContain('机を十台');
    const sent = model.asked.length;
    expect(await hall.refused(ask(hall, id, { itemId: items[1]?.id ?? '' }))).toBe('minutes.wording_not_closed');
    expect(model.asked).toHaveLength(sent);
  });

  it('end in a sentence where the model fails, or answers something else', async () => {
    const id = await meeting(hall);
    model.answer = wordingRefused('minutes.wording_busy', { host: model.host });
    expect(await hall.refused(ask(hall, id))).toBe('minutes.wording_busy');
    model.answer = { text: 'できません。' };
    expect(await hall.refused(ask(hall, id))).toBe('minutes.wording_answer_unreadable');
    expect((await minutes(hall, id)).sentences).toEqual([]);
  });

  it('are not offered where none is configured', async () => {
    const id = await meeting(without);
    expect(await without.refused(ask(without, id))).toBe('minutes.wording_none');
    expect((await minutes(without, id)).wording).toBeNull();
  });
});
