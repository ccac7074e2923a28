import { describe, expect, it } from '@jest/globals';
import { loadPack } from '../language/load.ts';
import { changed, type fileOf, textOf, told } from '../packs/packs.fixture.ts';
import { allSections } from '../table/all-sections.ts';
import { scheduleRulesOf } from './of-pack.ts';

const MINATO = 'minato/2026-04-01.yaml';
type Travel = NonNullable<ReturnType<typeof fileOf>['schedules']>['travel'];
const withTravel = (change: (travel: NonNullable<Travel>) => void) =>
  told(changed(MINATO, (pack) => pack.schedules?.travel && change(pack.schedules.travel)));

describe('S-04: how long it takes from office to office', () => {
  const loaded = loadPack(textOf(MINATO));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.findings));
  const { pack } = loaded;
  const { travel, offices } = scheduleRulesOf(pack.file);

  it('stands in the regulations with its article, the same in both directions', () => {
    const way = { minutes: 25, article: 'みなと市旅費条例施行規則 別表第1' };
    expect([travel(null, 'hama-shisho'), travel('hama-shisho', null)]).toEqual([way, way]);
    expect([...offices]).toEqual(['hama-shisho']);
  });

  it('is nothing within an office, and half an hour where no row says it', () => {
    expect(travel('hama-shisho', 'hama-shisho')).toEqual({ minutes: 0, article: null });
    expect(travel('hama-shisho', 'kansa')).toEqual({ minutes: 30, article: null });
    expect(scheduleRulesOf({ schedules: undefined }).travel(null, 'x').minutes).toBe(30);
  });

  it('is shown in the table of the regulations', () => {
    const table = allSections({ pack, locale: 'ja' }).find(
      ({ title }) => title === 'みなと市旅費条例施行規則（庁舎間の移動）',
    );
    expect(table?.rows).toEqual([
      [
        ...['travel.hama', '本庁・浜支所', '25分', 'みなと市旅費条例施行規則 別表第1'],
        '本庁と浜支所の間の移動は25分と見込みます（みなと市旅費条例施行規則 別表第1）。',
      ],
    ]);
  });

  it('refuses a unit that there is not, the same way twice, a way to itself and a slip in the minutes', () => {
    const [row] = pack.file.schedules?.travel ?? [];
    if (!row) throw new Error('no row');
    expect(withTravel((all) => all.push({ ...row, id: 'travel.b', between: ['nowhere'] }))).toEqual([
      { row: 'travel.b', code: 'unknown' },
    ]);
    expect(withTravel((all) => all.push({ ...row, id: 'travel.b' }))).toEqual([{ row: 'travel.b', code: 'twice' }]);
    expect(withTravel((all) => all.push({ ...row, id: 'travel.b', between: ['hama-shisho', 'hama-shisho'] }))).toEqual([
      { row: 'travel.b', code: 'twice' },
    ]);
    expect(withTravel((all) => all.splice(0, 1, { ...row, minutes: 52 }))).toEqual([
      { row: '本庁から浜支所までは25分', code: 'example_failed' },
    ]);
  });
});
