import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../platform/index.ts';
import { MINATO } from '../../testing/test-city.ts';
import { takeSheets } from '../sheets/closing-store.ts';
import { lockMonth } from '../sheets/is-closed.ts';
import type { WorkdayView } from './contract.ts';
import { moment, openPunchRoom, type PunchRoom } from './room.fixture.ts';

let room: PunchRoom;

beforeAll(async () => {
  room = await openPunchRoom('2026-10-30 8:30');
});
afterAll(() => room.city.close());

const said = (text: string) => moment(text).toISOString();
const late = (made: string, sent: string) => ({ clientAt: said(made), clientSentAt: said(sent) });
const punchesOf = async (name: string, date: string) => (await room.day(name, date)).punches.map(({ punch }) => punch);

describe('T-09: a tap that waited, of a month that is closed', () => {
  it('is refused by its working day: the end of a night that began in the closed month', async () => {
    await room.tap('drafter', 'START');
    room.at('2026-11-02 9:00');
    const month = '2026-10';
    const staffIds = [await room.staffId('drafter')];
    await room.city.test.db.inMunicipality(MINATO, (tx) => takeSheets(tx, { closingId: newId(), month, staffIds }));
    const night = late('2026-10-31 3:00', '2026-11-02 9:00');
    expect(await room.refused(room.tap('drafter', 'END', night))).toBe('telework.month_closed');
    expect(await punchesOf('drafter', '2026-10-30')).toEqual(['START']);
  });

  it('waits for a closing that is beginning, and is then refused', async () => {
    const month = '2026-10';
    const staffIds = [await room.staffId('colleague')];
    let tap: Promise<unknown> = Promise.resolve();
    await room.city.test.db.inMunicipality(MINATO, async (tx) => {
      await lockMonth(tx, month);
      tap = room.tap('colleague', 'START', late('2026-10-31 8:30', '2026-11-02 9:00'));
      tap.catch(() => undefined);
      await takeSheets(tx, { closingId: newId(), month, staffIds });
    });
    expect(await room.refused(tap)).toBe('telework.month_closed');
    expect(await punchesOf('colleague', '2026-10-31')).toEqual([]);
  });
});

describe('clocks of devices', () => {
  it('do no harm, whatever they say: before the first year, behind the last, backwards, half of it', async () => {
    room.at('2026-11-04 8:30');
    const odd = [
      { clientAt: '0000-01-01T00:00:00Z', clientSentAt: '0000-01-01T00:00:00Z' },
      { clientAt: '9999-12-31T23:59:59-23:59', clientSentAt: '9999-12-31T23:59:59-23:59' },
      { clientAt: '0000-01-01T00:00:00Z', clientSentAt: '9999-12-31T23:59:59Z' },
      { clientAt: said('2026-11-04 9:30'), clientSentAt: said('2026-11-04 8:30') },
      { clientAt: said('2036-11-04 8:30'), clientSentAt: null },
      { clientAt: null, clientSentAt: said('2016-11-04 8:30') },
    ];
    for (const clock of odd) await room.tap('subsection-head', 'START', clock);
    const { punches } = await room.day('subsection-head', '2026-11-04');
    expect(new Set(punches.map(({ at }) => at))).toEqual(new Set([said('2026-11-04 8:30')]));
  });
});

describe('the answer to a pause', () => {
  it('is given once for each key, and another answer under the same key is refused', async () => {
    room.at('2026-11-05 8:30');
    await room.tap('drafter', 'START');
    room.at('2026-11-05 14:00');
    await room.tap('drafter', 'PAUSE');
    room.at('2026-11-05 16:00');
    const { day } = await room.tap('drafter', 'RESUME');
    const punchId = day.pauses[0]?.punchId ?? '';
    const answer = (as: string) =>
      room.call<WorkdayView>('drafter#same', 'POST /telework/workdays/{date}/mid-shifts', {
        ...{ params: { date: '2026-11-05' }, body: { punchId, as } },
      });
    const both = await Promise.all([answer('BREAK'), answer('BREAK')]);
    expect(both.map(({ pauses }) => pauses[0]?.as)).toEqual(['BREAK', 'BREAK']);
    expect(await room.refused(answer('HOURLY_LEAVE'))).toBe('platform.idempotency_key_reused');
    expect((await room.day('drafter', '2026-11-05')).pauses[0]?.as).toBe('BREAK');
  });
});
