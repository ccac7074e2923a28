import { describe, expect, it } from '@jest/globals';
import type { Pack } from '../engine/pack.ts';
import { deputyOrder, standIn } from '../engine/stand-in.ts';
import type { OrderInForce, StandInQuestion } from '../engine/vocabulary.ts';
import { exampleOrganisation } from '../language/organisation.ts';
import { changed, type File, told } from './packs.fixture.ts';

const MINATO = 'minato/2026-04-01.yaml';

function packOf(change: (file: File) => void = () => undefined): Pack {
  const loaded = changed(MINATO, change);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.findings));
  return loaded.pack;
}
const minato = packOf();
const ORDER: OrderInForce = { switch: 'DISASTER', orderNumber: '災対第1号' };
const absent = { source: 'TRIP', from: '2026-11-24T08:30:00+09:00', until: '2026-11-26T17:15:00+09:00' } as const;

const question = (pack: Pack, more: Partial<StandInQuestion> = {}): StandInQuestion => ({
  ...{ there: exampleOrganisation(pack.file), matter: 'GENERAL', facts: {}, escalations: [], urgent: false },
  ...{ unitId: 'seisaku-kakari', drafterPostIds: [], duty: 'DECISION', postId: 'seisaku-head' },
  ...{ at: new Date('2026-11-24T10:00:00+09:00'), absent, instructed: false, deadlock: false },
  isAbsent: (postId) => postId === 'seisaku-kakari-head',
  asking: { postIds: ['kikaku-bu-head'], isDrafter: false },
  ...more,
});
const ask = (pack: Pack, more: Partial<StandInQuestion> = {}) => standIn(pack, question(pack, more));

describe('O-12: 緊急時の代決 in the regulations', () => {
  it('is granted by an order in force, which is named; of two the first that grants it', () => {
    expect(ask(minato)).toMatchObject({ ok: false, code: 'regulations.not_a_deputy' });
    expect(ask(minato, { orders: [ORDER] })).toMatchObject({ ok: true, byOrder: ORDER });
    const [other, later] = [
      { switch: 'INFECTION', orderNumber: '人第77号' },
      { switch: 'DISASTER', orderNumber: '災対第2号' },
    ];
    expect(ask(minato, { orders: [other] })).toMatchObject({ ok: false, code: 'regulations.not_a_deputy' });
    expect(ask(minato, { orders: [other, ORDER, later] })).toMatchObject({ ok: true, byOrder: ORDER });
  });

  it('takes nothing away: whoever may act without the order acts by the everyday article', () => {
    const asking = { postIds: ['seisaku-kakari-head'], isDrafter: false };
    const [plain, ordered] = [[], [ORDER]].map((orders) => ask(minato, { asking, orders, isAbsent: () => false }));
    expect(plain).toEqual(ordered);
    expect(ordered).toMatchObject({ ok: true, article: 'みなと市事務決裁規程 第11条第3項', byOrder: null });
  });

  it('never lifts what no deputy may decide, nor one’s own draft', () => {
    const never = { matter: 'APPOINTMENT', unitId: 'jinji-kakari', postId: 'minato-head', orders: [ORDER] };
    const deputy = { postIds: ['minato-deputy'], isDrafter: false };
    expect(ask(minato, { ...never, asking: deputy })).toMatchObject({ code: 'regulations.deputy_limited' });
    const own = { postIds: ['kikaku-bu-head'], isDrafter: true };
    expect(ask(minato, { orders: [ORDER], asking: own })).toMatchObject({ ok: false });
  });

  it('puts whom only the order adds behind the deputies of every day', () => {
    const order = (orders: OrderInForce[]) => deputyOrder(minato, { ...question(minato), orders }).flat();
    expect(order([])).toEqual(['seisaku-kakari-head']);
    expect(order([ORDER])).toEqual(expect.arrayContaining(['seisaku-kakari-head', 'kikaku-bu-head']));
    expect(order([ORDER])[0]).toBe('seisaku-kakari-head');
  });
});

describe('O-12: a pack that is refused', () => {
  const code = (change: (file: File) => void) => told(changed(MINATO, change)).map((one) => one.code);

  it('names a switch that there is not', () => {
    const loaded = changed(MINATO, (file) => {
      for (const row of file.deputies) if (row.whileOrdered) row.whileOrdered = ['FLOOD'];
    });
    expect(told(loaded)).toContainEqual({ row: 'deputy.emergency.section-head', code: 'unknown' });
  });

  it('lets deputies act under an order without a review that always follows', () => {
    const without = (file: File) => {
      file.postReview = file.postReview.filter(({ id }) => id !== 'post-review.emergency');
    };
    const behind = (file: File) => file.postReview.push(...file.postReview.splice(0, 1));
    const spared = (file: File) => {
      for (const row of file.postReview) if (row.whileOrdered) row.required = false;
    };
    const narrowed = (file: File) => {
      for (const row of file.postReview) if (row.whileOrdered) row.urgent = true;
    };
    for (const change of [without, behind, spared, narrowed]) expect(code(change)).toContain('order_unreviewed');
  });

  it('has the row for the order below the one for every day, where it could never hold', () => {
    const below = (file: File) => file.deputies.push(...file.deputies.splice(0, 2));
    expect(code(below)).toContain('unreachable');
  });
});
