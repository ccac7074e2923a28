import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../platform/index.ts';
import { type Hall, openHall } from '../../telework/disaster/room.fixture.ts';
import { MINATO } from '../../testing/test-city.ts';
import type { MeetingHistory, RoundView } from '../contract.ts';
import { courseIn, DAY } from './course.fixture.ts';

let hall: Hall;
let course: ReturnType<typeof courseIn>;
beforeAll(async () => {
  hall = await openHall(`${DAY}T15:00:00+09:00`);
  course = courseIn(hall);
});
afterAll(() => hall.city.close());

const CAME = [
  { staff: 'section-head', role: 'CHAIR' },
  { staff: 'other-section' },
  { staff: null, name: '外部 花子', role: 'GUEST' },
  { staff: 'personnel', attended: false },
] as const;
const states = ({ round }: RoundView) => round?.people.map(({ state }) => state);
const personOf = async (id: string, name: string) =>
  (await course.read('drafter', id)).attendees.find((one) => one.name === name)?.id ?? '';

async function asked(more: object = {}): Promise<string> {
  hall.clock.set(`${DAY}T15:00:00+09:00`);
  const id = await course.minuted(CAME, more);
  await course.begin(id);
  return id;
}

/** A sentence that rests on what the colleague said. */
async function ownSentence(id: string) {
  const own = (await course.round('other-section', id)).me?.own.sentenceIds ?? [];
  const sentence = (await course.minutes('other-section', id)).sentences.find((one) => own.includes(one.id));
  return { of: 'SENTENCE' as const, id: sentence?.id ?? '', version: sentence?.version ?? 0, text: sentence?.text };
}
const wish = async (
  id: string,
  text: string,
  { name = 'other-section', ...more }: { name?: string; behalf?: object } = {},
) => {
  const { text: _, ...target } = await ownSentence(id);
  const suggestionId = newId(hall.clock);
  const view = await course.post(name, id, 'round/suggestions', { id: suggestionId, target, text, ...more });
  return { suggestionId, view, target };
};
const settle = (name: string, id: string, suggestionId: string, outcome: string) =>
  hall.call<RoundView>(name, 'POST /meetings/{id}/round/suggestions/{suggestionId}/settle', {
    params: { id, suggestionId },
    body: { outcome, comment: '録音で確かめました' },
  });

describe('M-13: a round', () => {
  it('asks who attended, until the day that the rules of the body have', async () => {
    const id = await asked();
    const view = await course.round('drafter', id);
    expect(view.round).toMatchObject({ nth: 1, state: 'OPEN', dueOn: '2026-11-27', silence: 'AGREES' });
    expect(view.round?.article).toContain('第6条第2項');
    expect(states(view)).toEqual(['ASKED', 'ASKED', 'BY_OTHER_MEANS']);
    expect(view.round?.people.map(({ own }) => own.lines)).toEqual([2, 1, 0]);
    const meeting = await course.read('drafter', id);
    expect(meeting).toMatchObject({ state: 'CONFIRMING', next: 'ROUND', may: { edit: false, change: false } });
    expect(meeting.deadlines).toContainEqual(expect.objectContaining({ kind: 'CONFIRMATION', on: '2026-11-27' }));
  });

  it('says why it cannot begin, and begins once', async () => {
    const empty = await course.made(CAME, { agenda: [] });
    const { hindrances } = await course.round('drafter', empty);
    expect(hindrances.map(({ code }) => code)).toEqual(['minutes.round_no_minutes', 'minutes.missing_agenda']);
    expect(await hall.refused(course.begin(empty))).toBe('minutes.round_no_minutes');
    const id = await course.minuted(CAME);
    const version = await course.versionOf(id);
    expect(await hall.refused(course.post('drafter', id, 'round', { version, dueOn: '2026-11-26' }))).toBe(
      'minutes.round_due_early',
    );
    expect(await hall.refused(course.begin(id, {}, 'section-head'))).toBe('was not refused');
    expect(await hall.refused(course.begin(id))).toBe('minutes.round_begun_already');
    const free = await course.minuted(CAME, { bodyId: null });
    expect(await hall.refused(course.begin(free))).toBe('minutes.round_due_missing');
    expect((await course.begin(free, { dueOn: '2026-11-30' })).round).toMatchObject({ silence: 'STAYS_OPEN' });
  });

  it('begins once for two who begin at the same moment, and for one who presses twice', async () => {
    const id = await course.minuted(CAME);
    const version = await course.versionOf(id);
    const one = (name: string) => course.post(name, id, 'round', { version });
    const became = await Promise.allSettled([one('drafter'), one('colleague')]);
    expect(became.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const twice = await course.minuted(CAME);
    const press = () => course.post('drafter#begin-twice', twice, 'round', { version: 1 });
    expect((await Promise.all([press(), press()])).map(({ round }) => round?.nth)).toEqual([1, 1]);
  });

  it('leaves the words alone while people confirm them', async () => {
    const id = await asked();
    const [line] = (await course.lines('drafter', id)).lines;
    const change = course.edit(id, [{ op: 'TEXT', lineId: line?.id ?? '', version: 1, text: '別の言葉' }]);
    expect(await hall.refused(change)).toBe('minutes.meeting_being_confirmed');
  });

  it('is nothing to whoever may not see the meeting, and nobody’s to answer who was not asked', async () => {
    const id = await asked();
    expect(await hall.refused(course.round('general-affairs-head', id))).toBe('minutes.meeting_not_found');
    expect(await hall.refused(course.post('drafter@yamato', id, 'round/agree'))).toBe('minutes.meeting_not_found');
    expect(await hall.refused(course.post('drafter', id, 'round/agree'))).toBe('minutes.round_not_asked');
    expect(await hall.refused(course.post('personnel', id, 'round/agree'))).toBe('minutes.round_not_asked');
  });
});

describe('M-13: answers', () => {
  it('are given once, however often they are sent', async () => {
    const id = await asked();
    await Promise.all([1, 2].map(() => course.post('other-section', id, 'round/agree')));
    const view = await course.round('other-section', id);
    expect(view.me?.state).toBe('AGREED');
    expect(view.may.agree).toBe(false);
    expect(await course.findings(id)).toEqual([]);
  });

  it('of who is not of the staff are written down with how they came; of staff only once they are late', async () => {
    const id = await asked({ bodyId: 'meeting.executive', place: '市長室', papers: ['資料1'], ...(await withStaff()) });
    const enter = async (name: string, who: string, more: object = {}) =>
      course.post(name, id, 'round/answers', {
        ...{ attendeeId: await personOf(id, who), answer: 'AGREED', means: 'TELEPHONE', ...more },
      });
    const silent = enter('drafter', '外部 花子', { answer: 'AGREED_BY_SILENCE' });
    expect(await hall.refused(silent)).toBe('minutes.round_silence_not_yet');
    const { round } = await enter('drafter', '外部 花子', { note: '11月26日に電話で' });
    expect(round?.people).toContainEqual(
      expect.objectContaining({ state: 'AGREED', means: 'TELEPHONE', note: '11月26日に電話で' }),
    );
    expect(await hall.refused(enter('drafter', '見本 other-section'))).toBe('minutes.round_answers_here');
    expect(await hall.refused(enter('personnel', '見本 other-section'))).toBe('minutes.round_not_yours');
    hall.clock.set('2026-12-03T09:00:00+09:00');
    expect(states(await course.round('drafter', id))).toEqual(['OPEN', 'OPEN', 'AGREED', 'OPEN']);
    expect((await enter('drafter', '見本 other-section', { means: 'SPOKEN' })).round?.people[1]).toMatchObject({
      ...{ state: 'AGREED', isLate: true, enteredBy: { name: '見本 drafter' } },
    });
    expect((await course.post('section-head', id, 'round/agree')).me?.state).toBe('AGREED');
  });

  it('that were told on an earlier day say so, and are late by that day', async () => {
    const id = await asked();
    hall.clock.set('2026-11-30T09:00:00+09:00');
    const attendeeId = await personOf(id, '外部 花子');
    const told = { attendeeId, means: 'TELEPHONE' };
    const enter = (toldOn: string) =>
      course.post('drafter', id, 'round/answers', { ...told, answer: 'AGREED', toldOn });
    expect(await hall.refused(enter('2026-12-01'))).toBe('minutes.round_told_later');
    expect(await hall.refused(enter('2026-11-24'))).toBe('minutes.round_told_before');
    const { view } = await wish(id, '机を九台購入したい。', {
      ...{ name: 'drafter', behalf: { ...told, toldOn: '2026-11-26' } },
    });
    const mine = (one: { attendeeId: string }) => one.attendeeId === attendeeId;
    expect(view.round?.suggestions[0]).toMatchObject({ toldOn: '2026-11-26', isLate: false, means: 'TELEPHONE' });
    expect(view.round?.people.find(mine)).toMatchObject({ state: 'SUGGESTED', toldOn: '2026-11-26' });
    const [suggestion] = view.round?.suggestions ?? [];
    await hall.call('drafter', 'POST /meetings/{id}/round/suggestions/{suggestionId}/withdraw', {
      params: { id, suggestionId: suggestion?.id },
    });
    const { round } = await enter('2026-11-27');
    expect(round?.people.find(mine)).toMatchObject({ state: 'AGREED', toldOn: '2026-11-27', isLate: false });
    const { items } = await hall.call<MeetingHistory>('drafter', 'GET /meetings/{id}/history', { params: { id } });
    const sentences = items.map(({ sentence }) => sentence);
    expect(sentences).toContain('ほかの手段で令和8年11月27日に届いた回答を入れました。');
    expect(sentences).toContain('令和8年11月26日に聞いた修正の希望を、本人に代わって入れました。');
    expect(await course.findings(id)).toEqual([]);
  });

  it('left out are agreement where the rules say so, from the day after, whether or not the job has run', async () => {
    const id = await asked();
    hall.clock.set('2026-11-27T23:59:00+09:00');
    expect(states(await course.round('drafter', id))).toEqual(['ASKED', 'ASKED', 'BY_OTHER_MEANS']);
    hall.clock.set('2026-11-28T00:00:00+09:00');
    expect(states(await course.round('drafter', id))).toEqual([
      ...['AGREED_BY_SILENCE', 'AGREED_BY_SILENCE', 'BY_OTHER_MEANS'],
    ]);
    expect(await hall.refused(wish(id, '遅れた修正'))).toBe('minutes.round_over');
    const late = await course.post('section-head', id, 'round/agree');
    expect(late.round?.people[0]).toMatchObject({ state: 'AGREED', isLate: true });
    expect(await course.findings(id)).toEqual([]);
  });
});

/** The executive meeting wants the staff in attendance too. */
async function withStaff() {
  const came = [...CAME.slice(0, 3), { staff: 'personnel', role: 'STAFF' as const }];
  const attendees = await Promise.all(
    came.map(async ({ staff, ...rest }) => {
      const staffId = staff === null ? null : await hall.staffId(staff);
      return { id: newId(hall.clock), staffId, name: `見本 ${staff}`, ...rest };
    }),
  );
  return { attendees };
}

describe('M-13: suggestions', () => {
  it('are for one’s own remarks, settled by the chair, and change the minutes by an edit of their own', async () => {
    const id = await asked();
    const { suggestionId, view, target } = await wish(id, '机を11台購入したい。');
    expect(view.me?.state).toBe('SUGGESTED');
    expect(view.may.agree).toBe(false);
    expect(await hall.refused(course.post('other-section', id, 'round/agree'))).toBe(
      'minutes.round_own_suggestion_open',
    );
    expect(await hall.refused(settle('drafter', id, suggestionId, 'ACCEPTED'))).toBe('minutes.settle_not_yours');
    const settled = await settle('section-head', id, suggestionId, 'ACCEPTED');
    expect((await settle('section-head', id, suggestionId, 'ACCEPTED')).round?.suggestions).toHaveLength(1);
    expect(settled.round?.suggestions[0]).toMatchObject({
      state: 'ACCEPTED',
      settledBy: { name: '見本 section-head' },
    });
    const changed = (await course.minutes('drafter', id)).sentences.find((one) => one.id === target.id);
    expect(changed).toMatchObject({ text: '机を11台購入したい。', version: target.version + 1, origin: 'PERSON' });
    expect(await hall.refused(settle('section-head', id, suggestionId, 'DECLINED'))).toBe(
      'minutes.suggestion_settled_already',
    );
    expect(await course.findings(id)).toEqual([]);
  });

  it('are settled in the chair’s place while they are away and not back in time, with the reason in the history', async () => {
    const id = await asked();
    const { suggestionId } = await wish(id, '机を11台購入したい。');
    const leave = async (until: string | null) => {
      const staffId = await hall.staffId('section-head');
      const noted = { source: 'LEAVE', ref: id, staffId, from: new Date(`${DAY}T08:30:00+09:00`) } as const;
      await hall.city.test.db.inMunicipality(MINATO, (tx) =>
        hall.city.suite.absences.noteAbsence(tx, {
          ...{ ...noted, until: until === null ? null : new Date(until), statement: '病気休暇（承認済み）' },
        }),
      );
    };
    // Back before the last day is over: the chair can settle it.
    await leave('2026-11-26T17:15:00+09:00');
    expect(await hall.refused(settle('drafter', id, suggestionId, 'ACCEPTED'))).toBe('minutes.settle_not_yours');
    expect((await course.round('drafter', id)).standIn).toBeNull();
    await leave('2026-12-25T17:15:00+09:00');
    const view = await course.round('drafter', id);
    expect(view.standIn).toMatchObject({ chair: '見本 section-head' });
    expect([view.may.settle, view.round?.suggestions[0]?.may.settle]).toEqual([true, true]);
    expect(await hall.refused(settle('other-section', id, suggestionId, 'ACCEPTED'))).toBe('minutes.settle_not_yours');
    const mine = await course.post('drafter', id, 'round/suggestions', {
      ...{ id: newId(hall.clock), text: '担当の案' },
      target: { of: 'LINE', id: (await course.lines('drafter', id)).lines[0]?.id, version: 1 },
    });
    const own = mine.round?.suggestions.find(({ after }) => after === '担当の案');
    expect(own?.may).toEqual({ withdraw: true, settle: false });
    expect(await hall.refused(settle('drafter', id, own?.id ?? '', 'ACCEPTED'))).toBe('minutes.settle_own');
    await settle('drafter', id, suggestionId, 'ACCEPTED');
    const history = await hall.call<MeetingHistory>('auditor', 'GET /meetings/{id}/history', { params: { id } });
    expect(history.items.find(({ act }) => act === 'SETTLED')?.changes).toEqual([
      { what: '議長に代わって決めた理由', before: null, after: expect.stringContaining('病気休暇') as unknown },
      { what: 'コメント', before: null, after: '録音で確かめました' },
    ]);
    expect(await course.findings(id)).toEqual([]);
    await leave('2026-11-25T15:00:01+09:00');
  });

  it('of others’ remarks are the chair’s and the keeper’s alone', async () => {
    const id = await asked();
    const [line] = (await course.lines('drafter', id)).lines;
    const target = { of: 'LINE', id: line?.id ?? '', version: line?.version ?? 0 };
    const theirs = { id: newId(hall.clock), target, text: '別の言葉' };
    expect(await hall.refused(course.post('other-section', id, 'round/suggestions', theirs))).toBe(
      'minutes.suggestion_not_yours',
    );
    const view = await course.post('drafter', id, 'round/suggestions', {
      id: newId(hall.clock),
      target,
      text: '別の言葉',
    });
    expect(view.round?.suggestions[0]).toMatchObject({ attendee: null, by: { name: '見本 drafter' } });
    const [suggestion] = view.round?.suggestions ?? [];
    await settle('section-head', id, suggestion?.id ?? '', 'ACCEPTED');
    expect((await course.lines('drafter', id)).lines[0]?.text).toBe('別の言葉');
  });

  it('of two for one sentence the second is told that other words stand there now', async () => {
    const id = await asked();
    const one = await wish(id, '一つめの案');
    const two = await wish(id, '二つめの案');
    const became = await Promise.allSettled([
      settle('section-head', id, one.suggestionId, 'ACCEPTED'),
      settle('section-head', id, two.suggestionId, 'ACCEPTED'),
    ]);
    expect(became.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { round } = await course.round('section-head', id);
    const left = round?.suggestions.find(({ state }) => state === 'OPEN');
    expect(left?.isStale).toBe(true);
    await settle('section-head', id, left?.id ?? '', 'DECLINED');
    expect(states(await course.round('drafter', id))?.[1]).toBe('SUGGESTED');
  });

  it('that are withdrawn leave their maker asked again', async () => {
    const id = await asked();
    const { suggestionId } = await wish(id, '取り下げる案');
    const withdraw = (name: string) =>
      hall.call<RoundView>(name, 'POST /meetings/{id}/round/suggestions/{suggestionId}/withdraw', {
        params: { id, suggestionId },
      });
    expect(await hall.refused(withdraw('section-head'))).toBe('minutes.suggestion_not_yours');
    await withdraw('other-section');
    expect((await withdraw('other-section')).me?.state).toBe('ASKED');
  });
});

describe('M-13: the end of a round', () => {
  it('comes when everybody has answered and everything is settled; then whoever decides is next', async () => {
    const id = await asked();
    const { suggestionId } = await wish(id, '机を11台購入したい。');
    const entered = { attendeeId: await personOf(id, '外部 花子'), answer: 'AGREED', means: 'MAIL' };
    await course.post('drafter', id, 'round/answers', entered);
    const early = await course.round('drafter', id);
    expect(early.waitsFor.map(({ code }) => code)).toEqual([
      ...['minutes.round_waits_for', 'minutes.round_waits_for_settling'],
    ]);
    expect(await hall.refused(course.close(id))).toBe('minutes.round_not_ready');
    await settle('section-head', id, suggestionId, 'DECLINED');
    await course.post('section-head', id, 'round/agree');
    expect((await course.close(id)).round?.state).toBe('CLOSED');
    expect(await course.read('drafter', id)).toMatchObject({
      state: 'CONFIRMING',
      next: 'FINAL',
      may: { edit: false },
    });
    expect(await hall.refused(course.close(id))).toBe('minutes.round_none');
    expect(await course.findings(id)).toEqual([]);
  });

  it('may be the way back: answers are kept and hold no more, and people are asked anew', async () => {
    const id = await asked();
    await course.post('other-section', id, 'round/agree');
    expect(await hall.refused(course.reopen(id, 'personnel'))).toBe('minutes.round_not_yours');
    expect((await course.reopen(id)).round).toMatchObject({ nth: 1, state: 'VOID' });
    expect(await course.read('drafter', id)).toMatchObject({ state: 'WRITING', next: 'ROUND', may: { edit: true } });
    expect(await hall.refused(course.reopen(id))).toBe('minutes.reopen_not_now');
    expect((await course.begin(id)).round).toMatchObject({ nth: 2, state: 'OPEN' });
    expect(states(await course.round('drafter', id))).toEqual(['ASKED', 'ASKED', 'BY_OTHER_MEANS']);
    expect(await course.findings(id)).toEqual([]);
  });
});

describe('M-13: the history of the meeting', () => {
  it('tells the way through the round in sentences, with the words that were suggested', async () => {
    const id = await asked();
    await wish(id, '机を11台購入したい。');
    const history = await hall.call<MeetingHistory>('drafter', 'GET /meetings/{id}/history', { params: { id } });
    const of = (act: string) => history.items.find((item) => item.act === act);
    expect(of('ROUND_BEGUN')?.sentence).toBe('出席者に会議録の確認を頼みました（1回目）。');
    expect(of('SUGGESTED')).toMatchObject({
      ...{ sentence: '修正を提案しました。', words: 'SHOWN' },
      changes: [{ what: '提案した文', before: '机を十台購入したい。', after: '机を11台購入したい。' }],
    });
  });
});
