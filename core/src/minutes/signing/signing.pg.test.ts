import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activate } from '../../telework/applications/packs.fixture.ts';
import { type Hall, openHall } from '../../telework/disaster/room.fixture.ts';
import { MINATO } from '../../testing/test-city.ts';
import type { SigningView } from '../contract.ts';
import { courseIn, DAY } from '../round/course.fixture.ts';

let hall: Hall;
let course: ReturnType<typeof courseIn>;
beforeAll(async () => {
  hall = await openHall(`${DAY}T15:00:00+09:00`);
  course = courseIn(hall);
});
afterAll(() => hall.city.close());

const COUNCIL = { bodyId: 'meeting.planning-council', place: '議場', observers: 3, papers: ['資料1'], isOpen: true };
const CAME = [
  { staff: 'section-head', role: 'CHAIR' },
  { staff: 'other-section', role: 'SIGNER' },
  { staff: null, name: '外部 花子', role: 'SIGNER' },
  { staff: 'drafter', role: 'RECORDER' },
] as const;

/** Everybody has agreed; now they sign. */
async function signing(): Promise<string> {
  const id = await course.minuted(CAME, COUNCIL);
  const { round } = await course.begin(id);
  for (const name of ['section-head', 'other-section', 'drafter']) await course.post(name, id, 'round/agree');
  const attendeeId = round?.people[2]?.attendeeId;
  await course.post('drafter', id, 'round/answers', { attendeeId, answer: 'AGREED', means: 'PAPER' });
  await course.close(id);
  return id;
}

const sign = async (name: string, id: string, more: object = {}) => {
  const { version, digest } = await course.signing(name, id);
  return course.post<SigningView>(name, id, 'sign', { version, digest, ...more });
};
const onPaper = async (id: string, nth: number) => {
  const { version, digest, signers } = await course.signing('drafter', id);
  const body = { version, digest, attendeeId: signers[nth]?.attendeeId, note: '署名簿 第3号に自署' };
  return course.post<SigningView>('drafter', id, 'signing/paper', body);
};
const change = (id: string, sql: string) =>
  hall.city.test.db.owner.query(`update kaigi.${sql} where meeting_id = $1`, [id]);

describe('M-14: signing', () => {
  it('is not begun without the signers that the rules want, and says how many are missing', async () => {
    const id = await course.minuted([{ staff: 'section-head' }, { staff: 'other-section', role: 'SIGNER' }], {
      ...COUNCIL,
    });
    const { hindrances } = await course.signing('drafter', id);
    expect(hindrances.map(({ code }) => code)).toEqual(['minutes.signing_no_chair', 'minutes.signing_lacks']);
    expect(hindrances[1]?.sentence).toContain('あと1人');
    expect((await course.round('drafter', id)).hindrances).toEqual(expect.arrayContaining(hindrances));
  });

  it('is the chair’s and the signers’, each once; on paper for who is not of the staff; then the decision is next', async () => {
    const id = await signing();
    expect(await course.read('drafter', id)).toMatchObject({ state: 'SIGNING', next: 'SIGNING', may: { edit: false } });
    expect(await hall.refused(sign('drafter', id))).toBe('minutes.signing_not_yours');
    await Promise.all([1, 2].map(() => sign('other-section', id)));
    await sign('section-head', id);
    expect(await hall.refused(onPaper(id, 1))).toBe('minutes.signing_not_on_paper');
    const became = await Promise.allSettled([onPaper(id, 2), onPaper(id, 2)]);
    expect(became.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const view = await course.signing('section-head', id);
    expect(view.signers.map(({ role, state }) => [role, state])).toEqual([
      ...[
        ['CHAIR', 'SIGNED'],
        ['SIGNER', 'SIGNED'],
        ['SIGNER', 'SIGNED'],
      ],
    ]);
    expect(view).toMatchObject({ isComplete: true, may: { sign: false } });
    expect(view.signers[2]).toMatchObject({ paper: '署名簿 第3号に自署', enteredBy: { name: '見本 drafter' } });
    expect(await course.read('drafter', id)).toMatchObject({ state: 'SIGNING', next: 'DECISION' });
    expect(await course.findings(id)).toEqual([]);
  });

  it('is of the minutes that were read, and of no others', async () => {
    const id = await signing();
    expect(await hall.refused(sign('section-head', id, { digest: 'a'.repeat(64) }))).toBe(
      'minutes.signing_other_words',
    );
    expect(await hall.refused(sign('section-head', id, { version: 1 }))).toBe('minutes.signing_other_words');
    expect(await hall.refused(course.signing('general-affairs-head', id))).toBe('minutes.meeting_not_found');
    expect(await hall.refused(course.signing('drafter@yamato', id))).toBe('minutes.meeting_not_found');
  });

  it('that is refused takes the minutes back to writing, and what was signed before holds no more', async () => {
    const id = await signing();
    await sign('section-head', id);
    const refuse = async (name: string) =>
      course.post<SigningView>(name, id, 'signing/refuse', {
        version: await course.versionOf(id),
        reason: '発言と違います',
      });
    expect(await hall.refused(refuse('drafter'))).toBe('minutes.signing_not_yours');
    expect(await hall.refused(refuse('section-head'))).toBe('minutes.signing_twice');
    expect((await refuse('other-section')).signers.map(({ state }) => state)).toEqual([
      'WAITING',
      'WAITING',
      'WAITING',
    ]);
    expect(await course.read('drafter', id)).toMatchObject({ state: 'WRITING', next: 'ROUND', may: { edit: true } });
    expect(await hall.refused(sign('section-head', id))).toBe('minutes.signing_over');
    expect(await course.findings(id)).toEqual([]);
  });

  it('shows whoever verifies that a sentence, the meeting or the signature was changed afterwards', async () => {
    const id = await signing();
    await sign('section-head', id);
    expect(await course.findings(id)).toEqual([]);
    await change(id, `minutes_sentence set words = words || '。'`);
    expect(await course.findings(id)).toEqual(['minutes.altered_after_signing']);
    await change(id, `minutes_sentence set words = left(words, -1)`);
    expect(await course.findings(id)).toEqual([]);
    await change(id, `minutes_signature set digest = repeat('a', 64)`);
    expect(await course.findings(id)).toEqual(['minutes.altered_after_signing']);
  });
});

describe('M-14: a body that wants signatures and no confirmation', () => {
  it('is signed from the draft on, by who keeps the minutes asking for it', async () => {
    const change = (yaml: string) =>
      yaml
        .replace(/^( {6})confirmation:\n {8}term: \{ days: 14, .*\n {8}silence: AGREES$/m, '$1confirmation: null')
        .replaceAll(/^ {8}confirmation: "\d.*\n/gm, '');
    await activate(hall.city, { municipalityId: MINATO, city: 'minato', from: '2026-11-20', change });
    // What is in force is asked for anew after a while.
    hall.clock.set('2026-11-26T15:00:00+09:00');
    const id = await course.minuted(CAME, COUNCIL);
    expect(await course.read('drafter', id)).toMatchObject({ state: 'WRITING', next: 'SIGNING' });
    const begin = async (name: string) =>
      course.post<SigningView>(name, id, 'signing', { version: await course.versionOf(id) });
    expect(await hall.refused(begin('other-section'))).toBe('minutes.round_not_yours');
    const [once, twice] = [await begin('drafter'), await begin('drafter')];
    expect([once.isUnderWay, twice.isUnderWay]).toEqual([true, true]);
    await sign('section-head', id);
    await course.reopen(id);
    expect((await course.signing('drafter', id)).signers.map(({ state }) => state)).toEqual([
      ...['WAITING', 'WAITING', 'WAITING'],
    ]);
  });
});
