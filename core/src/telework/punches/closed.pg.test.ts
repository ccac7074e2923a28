import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WorkdayView } from './contract.ts';
import { moment, openPunchRoom, type PunchRoom } from './room.fixture.ts';

let room: PunchRoom;

beforeAll(async () => {
  room = await openPunchRoom('2026-11-30 8:30');
});
afterAll(() => room.city.close());

const said = (text: string) => moment(text).toISOString();

/** As the closing of the month leaves it. */
const close = async (name: string, month: string) =>
  room.city.test.owner.query(
    `insert into kaigi.telework_sheet (municipality_id, staff_id, month, closing_id)
     select municipality_id, staff_id, $2, gen_random_uuid() from kaigi.directory_staff where staff_id = $1`,
    [await room.staffId(name), month],
  );

describe('T-09: a closed month', () => {
  let asked: WorkdayView;

  it('takes no correction, no answer and no confirmation of what was asked before', async () => {
    const { day } = await room.tap('drafter', 'START');
    room.at('2026-11-30 17:15');
    await room.tap('drafter', 'END');
    room.at('2026-12-01 9:00');
    const changes = [{ replaces: null, by: { punch: 'PAUSE', at: said('2026-11-30 15:00') } as const }];
    asked = await room.correct('drafter', { date: day.date, changes });
    await close('drafter', '2026-11');
    const id = asked.corrections[0]?.id ?? '';
    const settle = room.call('section-head', 'POST /telework/corrections/{id}/settle', {
      ...{ params: { id }, body: { outcome: 'CONFIRMED' } },
    });
    expect(await room.refused(settle)).toBe('telework.month_closed');
    expect(await room.refused(room.correct('drafter', { date: day.date, changes }))).toBe('telework.month_closed');
    const answer = room.call('drafter', 'POST /telework/workdays/{date}/mid-shifts', {
      ...{ params: { date: day.date }, body: { punchId: 'x', as: 'BREAK' } },
    });
    expect(await room.refused(answer)).toBe('telework.month_closed');
    const view = await room.day('drafter', day.date);
    expect(view).toMatchObject({ closed: true, corrections: [{ state: 'OPEN', may: { withdraw: false } }] });
    expect(view.punches.map(({ punch }) => punch)).toEqual(['START', 'END']);
  });

  it('takes no tap that waited so long that it belongs to it, and says so; taps of today are taken', async () => {
    const late = { clientAt: said('2026-11-30 18:00'), clientSentAt: said('2026-12-01 9:00') };
    expect(await room.refused(room.tap('drafter', 'START', late))).toBe('telework.month_closed');
    expect((await room.tap('drafter', 'START')).day).toMatchObject({ date: '2026-12-01', state: 'WORKING' });
    // Of somebody whose month is still open it is taken.
    expect((await room.tap('colleague', 'START', late)).day).toMatchObject({ date: '2026-11-30' });
  });
});
