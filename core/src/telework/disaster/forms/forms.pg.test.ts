import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Download } from '../../../shared/index.ts';
import { type Hall, openHall } from '../room.fixture.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await openHall('2026-11-24T09:00:00+09:00');
});
afterAll(() => hall.city.close());

const forms = (name: string, query = {}) => hall.call<Download>(name, 'GET /telework/disaster/forms', { query });
const page = async (name: string, query = {}) => new TextDecoder().decode((await forms(name, query)).bytes);
const unit = async (code: string) => {
  const { rows } = await hall.city.test.owner.query<{ id: string }>(
    'select unit_id as id from kaigi.directory_unit where code = $1 and municipality_id = $2',
    [code, hall.city.as('drafter').municipalityId],
  );
  return { unitId: rows[0]?.id };
};

describe('O-12: forms on paper', () => {
  it('are one page that prints on A4 and needs nothing else, with the people and the words of the city', async () => {
    const file = await forms('section-head');
    expect(file.fileName).toBe('災害時の用紙.html');
    const html = new TextDecoder().decode(file.bytes);
    expect(html).toContain('@page{size:A4 portrait');
    expect(html.match(/<section>/g)).toHaveLength(4);
    for (const title of ['安否確認票', '参集記録票', '在宅勤務 申請書・勤務記録票', '緊急時の起案用紙'])
      expect(html).toContain(`<h1>${title}</h1>`);
    expect(html).toContain('みなと市　政策課　令和8年11月24日に作成');
    for (const name of ['section-head', 'subsection-head', 'drafter', 'colleague'])
      expect(html).toContain(`見本 ${name}</td>`);
    for (const words of ['□ 自宅', '□ 公衆 Wi-Fi', '□ 私物のパソコン', '第11条の2第2項', '第8条第3項'])
      expect(html).toContain(words);
    expect(html).not.toMatch(/<script|https?:|src=|href=/u);
    expect(html).not.toContain('見本 general-affairs-head');
  });

  it('carry the number of the order that is in force', async () => {
    expect(await page('drafter')).not.toContain('災対第1号');
    const days = { from: '2026-11-24', until: '2026-11-25' };
    const body = { switch: 'DISASTER', orderNumber: '災対第1号', ...days, reason: '停電', atOnce: true };
    await hall.call('mayor', 'POST /telework/disaster/orders', { body });
    expect(await page('drafter')).toContain('<td>災対第1号</td>');
  });

  it('are for one’s own unit, those below for its head, and every one for the office', async () => {
    const [own, other] = [await unit('seisaku-k'), await unit('somu')];
    expect(await page('section-head', own)).toContain('見本 drafter');
    expect(await page('personnel', own)).toContain('見本 drafter');
    expect(await hall.refused(forms('section-head', other))).toBe('telework.form_not_yours');
    expect(await hall.refused(forms('drafter', await unit('seisaku')))).toBe('telework.form_not_yours');
    expect(await hall.refused(forms('personnel@yamato', own))).toBe('telework.roll_unit_unknown');
  });

  it('are complete in English, and a body without rules on telework has them too', async () => {
    const route = hall.city.suite.routes.find(({ path }) => path === '/telework/disaster/forms');
    const asked = { params: {}, query: {}, body: {}, file: null };
    const file = (await route?.handle(hall.city.as('drafter', { locale: 'en' }), asked)) as Download | undefined;
    const english = new TextDecoder().decode(file?.bytes);
    expect(english).toContain('<h1>Draft in an emergency</h1>');
    // What is left is names: of people, of posts and units, and the articles of a Japanese regulation.
    const words = english.replaceAll(/見本 [\w-]+|<td>[^<]*<\/td>|みなと市[^<）)]*/g, '');
    expect(words).not.toMatch(/[ぁ-ん]/u);
    expect(await page('drafter@yamato')).toContain('<h1>安否確認票</h1>');
  });
});
