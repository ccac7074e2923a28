import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../platform/index.ts';
import { type Hall, openHall } from '../../telework/disaster/room.fixture.ts';
import { MINATO } from '../../testing/test-city.ts';
import type { RoundView, SigningView } from '../contract.ts';
import { courseIn, DAY } from './course.fixture.ts';

let hall: Hall;
let course: ReturnType<typeof courseIn>;
beforeAll(async () => {
  hall = await openHall(`${DAY}T15:00:00+09:00`);
  course = courseIn(hall);
  for (const name of ['drafter', 'section-head', 'other-section', 'personnel']) await hall.chat(name);
});
afterAll(() => hall.city.close());

const CAME = [
  { staff: 'section-head', role: 'CHAIR' },
  { staff: 'other-section' },
  { staff: 'personnel', attended: false },
] as const;

/** The cards of this meeting that came to somebody, and what became of those. */
const told = (name: string, id: string) => (hall.told.get(name) ?? []).filter((card) => card.includes(id));
const changed = (name: string, id: string) => told(`update:${name}`, id);
const titled = (cards: readonly string[], title: string) => cards.filter((card) => card.includes(title));

async function asked(): Promise<string> {
  hall.clock.set(`${DAY}T15:00:00+09:00`);
  const id = await course.minuted(CAME);
  await course.begin(id);
  await hall.run('');
  return id;
}
const agree = (name: string, id: string, nth = 1) => hall.press(name, 'minutes/agree', { meetingId: id, nth });
async function wish(id: string, text: string): Promise<string> {
  const [sentenceId] = (await course.round('other-section', id)).me?.own.sentenceIds ?? [];
  const sentence = (await course.minutes('other-section', id)).sentences.find((one) => one.id === sentenceId);
  const target = { of: 'SENTENCE', id: sentence?.id, version: sentence?.version };
  const suggestionId = newId(hall.clock);
  await course.post('other-section', id, 'round/suggestions', { id: suggestionId, target, text });
  await hall.run('');
  return suggestionId;
}

describe('M-13: cards', () => {
  it('ask everybody of the staff who attended, with the deadline, its article and their own sentences; nobody else', async () => {
    const id = await asked();
    const [card, ...more] = told('other-section', id);
    expect(more).toEqual([]);
    for (const words of ['会議録の確認をお願いします：備品の打合せ', '令和8年11月27日（金）', '第6条第2項'])
      expect(card).toContain(words);
    for (const words of ['机を十台購入したい。', 'このとおりで同意', '修正を提案する', `meetings/${id}/confirm`])
      expect(card).toContain(words);
    const [chairs, ...others] = told('section-head', id);
    expect(others).toEqual([]);
    expect(chairs).toContain('案のとおり決定');
    // A 議題 is no sentence that somebody said.
    expect(chairs).not.toContain('備品の購入');
    expect(told('personnel', id)).toEqual([]);
    expect(Buffer.byteLength(card ?? '')).toBeLessThan(28_000);
  });

  it('are answered by a button, once however often it is pressed; the others see it', async () => {
    const id = await asked();
    const answers = await Promise.all([agree('other-section', id), agree('other-section', id)]);
    for (const answer of answers) expect(answer).not.toContain('このとおりで同意');
    expect(answers[0]).toContain('同意');
    await hall.run('');
    expect(titled(changed('section-head', id), '2人中 1人')).not.toEqual([]);
    expect((await course.round('other-section', id)).me?.state).toBe('AGREED');
    expect(await course.findings(id)).toEqual([]);
  });

  it('of an earlier round, late, or of who was not asked, do nothing but say so', async () => {
    const id = await asked();
    await course.reopen(id);
    await hall.run('');
    const [back] = titled(told('other-section', id), '会議録が作成に戻りました');
    expect(back).toContain('理由：議題が抜けていました');
    expect(await agree('other-section', id)).toContain('確認は行われていません');
    await course.begin(id);
    expect(await agree('other-section', id, 1)).toContain('確認がやり直されています');
    hall.clock.set('2026-11-28T09:00:00+09:00');
    expect(await agree('other-section', id, 2)).toContain('同意');
    expect((await course.round('drafter', id)).round?.people[1]).toMatchObject({ state: 'AGREED', isLate: true });
    expect(await hall.refused(agree('general-affairs-head', id, 2))).toBe('minutes.meeting_not_found');
    expect(await agree('drafter', id, 2)).toContain('確認を頼まれた人ではない');
  });

  it('take a suggestion to the chair, and what became of it back; then whoever keeps the minutes hears that all is there', async () => {
    const id = await asked();
    const suggestionId = await wish(id, '机を11台購入したい。');
    const [card, ...more] = titled(told('section-head', id), '修正の提案を、採用するか決めてください');
    expect(more).toEqual([]);
    for (const words of ['机を十台購入したい。', '机を11台購入したい。', '見本 other-section', `meetings/${id}/course`])
      expect(card).toContain(words);
    await hall.call<RoundView>('section-head', 'POST /meetings/{id}/round/suggestions/{suggestionId}/settle', {
      params: { id, suggestionId },
      body: { outcome: 'ACCEPTED', comment: '' },
    });
    await hall.run('');
    expect(told('other-section', id)).toHaveLength(2);
    expect(titled(told('other-section', id), '修正の提案が採用されました')).toHaveLength(1);
    expect(titled(told('drafter', id), '会議録の確認がそろいました')).toEqual([]);
    await agree('section-head', id);
    await hall.run('');
    expect(titled(told('drafter', id), '会議録の確認がそろいました')).toHaveLength(1);
    // The chair has a card already, and it follows: a second one would say the same.
    expect(titled(told('section-head', id), '会議録の確認がそろいました')).toEqual([]);
    expect(changed('section-head', id).at(-1)).toContain('会議録の確認がそろいました');
  });
});

describe('M-13: cards of a chair who is asked to confirm as well', () => {
  it('never say the same: one asks for their answer, and each suggestion has its own', async () => {
    const id = await asked();
    await wish(id, '机を11台購入したい。');
    await wish(id, '机を12台購入したい。');
    const cards = told('section-head', id);
    expect(cards).toHaveLength(3);
    expect(titled(cards, '会議録の確認をお願いします')).toHaveLength(1);
    expect(titled(cards, '機を')).toEqual([]);
    const settling = titled(cards, '採用するか決めてください');
    expect(settling.map((card) => ['11台', '12台'].filter((words) => card.includes(words)))).toEqual([
      ['11台'],
      ['12台'],
    ]);
    // What the first card became: still the chair's own answer, and how many they are to settle.
    const now = changed('section-head', id).at(-1);
    expect(now).toContain('会議録の確認をお願いします');
    expect(now).toContain('あなたが決める修正の提案');
    expect(titled(changed('section-head', id), '採用するか決めてください')).toEqual([]);

    const reopened = changed('section-head', id).length;
    await course.reopen(id);
    await hall.run('');
    const after = changed('section-head', id).slice(reopened);
    expect(titled(after, '修正の提案は決めないまま終わりました')).toHaveLength(2);
  });

  it('come to a chat that has just become reachable: what waits to be settled as well', async () => {
    hall.clock.set(`${DAY}T15:00:00+09:00`);
    const id = await course.minuted([{ staff: 'subsection-head', role: 'CHAIR' }, { staff: 'other-section' }]);
    await course.begin(id);
    await wish(id, '机を13台購入したい。');
    await hall.chat('subsection-head');
    await hall.run('');
    const cards = told('subsection-head', id);
    expect(titled(cards, '採用するか決めてください')).toHaveLength(1);
    expect(titled(cards, '会議録の確認をお願いします')).toHaveLength(1);
  });
});

describe('M-13: cards while the chair is away and not back in time', () => {
  it('a suggestion comes to the chair and to whoever keeps the minutes, who may settle it', async () => {
    const id = await asked();
    const staffId = await hall.staffId('section-head');
    const away = { source: 'TRIP', ref: id, staffId, from: hall.clock.now(), until: null, statement: '出張' } as const;
    const { absences } = hall.city.suite;
    await hall.city.test.db.inMunicipality(MINATO, (tx) => absences.noteAbsence(tx, away));
    await wish(id, '机を14台購入したい。');
    await hall.city.test.db.inMunicipality(MINATO, (tx) => absences.withdrawAbsence(tx, away));
    for (const name of ['section-head', 'drafter'])
      expect(titled(told(name, id), '採用するか決めてください')).toHaveLength(1);
  });
});

describe('M-13: what the days bring', () => {
  it('reminds who has not answered, once, on the working day before the last', async () => {
    const id = await asked();
    await agree('section-head', id);
    hall.clock.set('2026-11-26T08:40:00+09:00');
    const before = told('other-section', id).length;
    await hall.run('minutes/round-reminders-everywhere');
    await hall.run('minutes/round-reminders-everywhere');
    expect(told('other-section', id)).toHaveLength(before + 1);
    expect(titled(told('section-head', id), '会議録の確認をお願いします')).toHaveLength(1);
  });

  it('writes down once what silence means, however often it is looked at, and tells whoever keeps the minutes', async () => {
    const id = await asked();
    await agree('section-head', id);
    await hall.run('');
    hall.clock.set('2026-11-28T05:10:00+09:00');
    await Promise.all(['', ''].map(() => hall.run('minutes/rounds-over-everywhere')));
    const { rows } = await hall.city.test.db.owner.query(
      `select fact ->> 'article' as article from kaigi.minutes_fact where subject_id = $1 and act = 'DEADLINE_PASSED'`,
      [id],
    );
    expect(rows).toEqual([{ article: expect.stringContaining('第6条第2項') as unknown }]);
    expect((await course.round('drafter', id)).round?.people[1]?.state).toBe('AGREED_BY_SILENCE');
    expect(titled(told('drafter', id), '会議録の確認がそろいました')).toHaveLength(1);
    expect(await course.findings(id)).toEqual([]);
  });
});

describe('M-13: the words', () => {
  it('are in no fact and not in the log', async () => {
    const id = await asked();
    await wish(id, 'とても珍しい言い回し');
    const { rows } = await hall.city.test.db.owner.query<{ said: string }>(
      `select fact::text as said from kaigi.minutes_fact union all
       select convert_from(entry, 'UTF8') from kaigi.ledger_leaf union all
       select convert_from(entry, 'UTF8') from kaigi.ledger_pending`,
    );
    expect(rows.filter(({ said }) => said.includes('とても珍しい言い回し'))).toEqual([]);
  });
});

describe('M-14: cards', () => {
  it('ask the chair and the signers to read and sign, and tell whoever keeps the minutes when all have', async () => {
    hall.clock.set(`${DAY}T15:00:00+09:00`);
    const came = [CAME[0], { staff: 'other-section', role: 'SIGNER' }, { staff: 'personnel', role: 'SIGNER' }] as const;
    const staff = { staff: 'drafter', role: 'RECORDER' } as const;
    const council = {
      bodyId: 'meeting.planning-council',
      place: '議場',
      observers: 0,
      papers: ['資料1'],
      isOpen: true,
    };
    const id = await course.minuted([...came, staff], council);
    await course.begin(id);
    for (const name of ['section-head', 'other-section', 'personnel', 'drafter']) await agree(name, id);
    await course.close(id);
    await hall.run('');
    for (const name of ['section-head', 'other-section', 'personnel'])
      expect(titled(told(name, id), '会議録への署名をお願いします')).toHaveLength(1);
    for (const name of ['section-head', 'other-section', 'personnel']) {
      const { version, digest } = await course.signing(name, id);
      await course.post<SigningView>(name, id, 'sign', { version, digest });
    }
    await hall.run('');
    expect(titled(told('drafter', id), '会議録の署名がそろいました')).toHaveLength(1);
  });
});
