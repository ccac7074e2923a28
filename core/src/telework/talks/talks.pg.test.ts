import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../platform/index.ts';
import { addDays, type LocalDate } from '../../shared/index.ts';
import { MINATO } from '../../testing/test-city.ts';
import { activate } from '../applications/packs.fixture.ts';
import { saveDays } from '../days/store.ts';
import { type Hall, openHall } from '../disaster/room.fixture.ts';

const TODAY = '2026-11-25';
const TALK = `  talk:
    id: tele.talk
    afterDays: 3
    article: みなと市テレワーク実施要領 第15条
    sentence: { ja: テレワークが3日になったら、所属長が話す時間を取ります。, en: After three days heads take time to talk. }
  switches:
    - id: DISASTER`;
let hall: Hall;
beforeAll(async () => {
  hall = await openHall(`${TODAY}T08:55:00+09:00`);
  for (const name of ['drafter', 'colleague', 'section-head', 'department-head']) await hall.chat(name);
  await telework('drafter', 3);
  await telework('colleague', 2);
});
afterAll(() => hall.city.close());

/** On the days before today, one after the other. */
async function telework(name: string, days: number, before = TODAY): Promise<void> {
  const staffId = await hall.staffId(name);
  const items = Array.from({ length: days }, (_, nth) => ({
    ...{ itemId: newId(hall.clock), applicationId: newId(hall.clock), staffId, span: null },
    ...{ date: addDays(before as LocalDate, -1 - nth), kind: 'TELEWORK' as const, state: 'APPROVED' as const },
    detail: { kind: 'HOME', span: 'DAY' },
  }));
  await hall.city.test.db.inMunicipality(MINATO, (tx) => saveDays(tx, items));
}
const sent = (name: string) => (hall.told.get(name) ?? []).filter((card) => card.includes('テレワーク'));
const changed = (name: string) => (hall.told.get(`update:${name}`) ?? []).at(-1) ?? '';
const run = () => hall.run('telework/talks-everywhere');

describe('T-18: that it may be time to talk', () => {
  it('is told to nobody where the rules of the city say nothing of it', async () => {
    await run();
    expect([...sent('section-head'), ...sent('drafter')]).toEqual([]);
  });

  it('is told to the head and the person once after so many days, and to nobody else', async () => {
    const change = (yaml: string) => yaml.replace('  switches:\n    - id: DISASTER', TALK);
    await activate(hall.city, { municipalityId: MINATO, city: 'minato', from: '2026-11-20', change });
    hall.clock.set('2026-11-26T08:55:00+09:00');
    await run();
    await run();
    expect(sent('section-head')).toHaveLength(1);
    expect(sent('section-head')[0]).toContain('drafterさんのテレワークが3日になりました');
    expect(sent('drafter')).toHaveLength(1);
    expect([...sent('colleague'), ...sent('department-head')]).toEqual([]);
  });

  it('a mood is the person’s own until they show it, and is taken back from view', async () => {
    const talkId = /"talkId":"([^"]+)"/.exec(sent('drafter')[0] ?? '')?.[1] ?? '';
    const say = (name: string, share: boolean, mood = '一人だと少し心細い') =>
      hall.press(name, 'talk-mood', { talkId, share, mood });
    expect(await say('drafter', false)).toContain('あなただけに見えています');
    await run();
    expect(changed('section-head')).not.toContain('心細い');
    expect(await say('drafter', true)).toContain('所属長にも見えています');
    await run();
    expect(changed('section-head')).toContain('心細い');
    expect(await say('drafter', false)).toContain('あなただけに見えています');
    await run();
    expect(changed('section-head')).not.toContain('心細い');
    expect(await hall.refused(say('section-head', true))).toBe('telework.talk_not_found');
  });

  it('keeps the words out of every fact and of the log', async () => {
    const { owner } = hall.city.test;
    const { rows } = await owner.query<{ said: string }>(
      `select fact::text as said from kaigi.telework_fact union all
       select convert_from(entry, 'UTF8') from kaigi.ledger_leaf union all
       select convert_from(entry, 'UTF8') from kaigi.ledger_pending`,
    );
    expect(rows.some(({ said }) => said.includes('SHOWN'))).toBe(true);
    expect(rows.filter(({ said }) => said.includes('心細い'))).toEqual([]);
  });

  it('counts no day twice: the next one comes after as many days again', async () => {
    await telework('drafter', 2, '2026-11-28');
    hall.clock.set('2026-11-30T08:55:00+09:00');
    await run();
    expect(sent('section-head')).toHaveLength(1);
    await telework('drafter', 1, '2026-12-01');
    hall.clock.set('2026-12-01T08:55:00+09:00');
    await run();
    expect(sent('section-head')).toHaveLength(2);
  });
});
