import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ApplyRoom, openApplyRoom, WEDNESDAY } from '../applications/room.fixture.ts';

let room: ApplyRoom;
const START = '2026-11-20 10:00';

beforeAll(async () => {
  room = await openApplyRoom(START);
  await room.registered('drafter');
});
beforeEach(() => room.at(START));
afterEach(() => room.city.test.owner.query('delete from kaigi.schedules_own_entry'));
afterAll(() => room.city.close());

const at = (clock: string, day = WEDNESDAY) => `${day}T${clock}:00+09:00`;
const enter = (name: string, more: object = {}) =>
  room.call(name, 'POST /schedules/entries', {
    body: { subject: '予算の打合せ', place: '第1会議室', from: at('10:00'), to: at('11:00'), ...more },
  });
const found = async (more: object = {}) => {
  const { answer, findings } = await room.check('drafter', more);
  return [answer, ...findings.map(({ sentence, dates }) => `${dates.join()} ${sentence}`)];
};
const said = (what: string, day = WEDNESDAY) => [
  ...['WARNED', expect.stringMatching(new RegExp(`^${day} .*同じ時間に${what}があります。.*第6条第5項`, 'u'))],
];

describe('T-03, S-12: telework on a day with a meeting in person or a duty', () => {
  it('is told to whoever asks, with the article, and to whoever decides, without what the meeting is about', async () => {
    await enter('drafter');
    expect(await found()).toEqual(said('対面の会議'));
    const later = '2026-12-02';
    await enter('drafter', { from: at('10:00', later), to: at('11:00', later) });
    const made = await room.apply('drafter', { when: { dates: [later] } });
    const approval = room.caseOf(made, 'APPROVAL');
    const { proposalText } = await room.city.suite.approvals.read(room.city.as('section-head'), approval);
    expect(proposalText).toContain('同じ時間に対面の会議があります。');
    expect(proposalText).not.toContain('予算の打合せ');
  });

  it('only at the same time, of one’s own calendar, and not of what is 非公開, tentative or without a place', async () => {
    await enter('colleague');
    await enter('drafter', { visibility: 'PRIVATE', subject: '通院', place: 'みなと病院' });
    await enter('drafter', { status: 'TENTATIVE' });
    await enter('drafter', { place: '' });
    await enter('drafter', { from: at('10:00', '2026-11-26'), to: at('11:00', '2026-11-26') });
    expect(await found()).toEqual(['ALLOWED']);
    await enter('drafter', { subject: '税の相談', category: '窓口当番', place: '' });
    expect(await found()).toEqual(said('庁舎での当番'));
    expect(await found({ span: 'AFTERNOON' })).toEqual(['ALLOWED']);
  });

  it('on each day over which it goes', async () => {
    await enter('drafter', {
      ...{ subject: '研修', place: '市民会館', from: at('13:00', '2026-11-24'), to: at('12:00', '2026-11-26') },
    });
    expect(await found({ span: 'MORNING' })).toEqual(said('対面の会議'));
    expect(await found({ when: { dates: ['2026-11-24'] }, span: 'MORNING' })).toEqual(['ALLOWED']);
  });
});
