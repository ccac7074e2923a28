import { addDays, type Caller, type LocalDate } from '../../shared/index.ts';
import { monthSheet } from '../working-time/sheet.ts';
import { clock } from '../working-time/span.ts';
import type { GapsView } from './contract.ts';
import { gapsByDay, seenByDay } from './gaps.ts';
import { monthOf } from './month.ts';
import { personOf } from './month-people.ts';
import { readable, type SheetParts, timesOf } from './parts.ts';
import { presentGap } from './present.ts';
import { signalsOf } from './signals.ts';
import { recordsOf } from './sources.ts';
import { words } from './words.ts';

/** One day's punches beside what else is known of it: the same for the person, their heads and personnel. */
export const gapsOfDay = (
  parts: SheetParts,
  caller: Caller,
  { date, staffId }: { date: LocalDate; staffId: string | undefined },
): Promise<GapsView> =>
  parts.db.singly(caller.municipalityId, async (tx) => {
    const month = monthOf(date);
    const { served } = await readable(parts, { tx, caller, month, staffId });
    const times = await timesOf(parts, tx, month);
    const asked = { staffIds: [served.staffId], month, times, now: parts.clock.now() };
    const [records, signals] = await Promise.all([
      recordsOf(tx, asked),
      signalsOf(tx, { staffIds: [served.staffId], from: date, to: addDays(date, 1) }),
    ]);
    const record = records.get(served.staffId);
    const rows = record ? monthSheet(month, record).rows : [];
    const own = signals.get(served.staffId) ?? [];
    const seen = seenByDay(own, rows, times.rules).get(date) ?? [];
    const threshold = times.rules.askAboutGap;
    return {
      ...{ date, person: personOf(served), thresholdMinutes: threshold },
      gaps: (gapsByDay(rows, own, times.rules).get(date) ?? []).map((gap) => presentGap(gap, caller.locale)),
      seen: seen.map(({ signal, from, to }) => ({ signal, from: clock(from), to: clock(to) })),
      explanation: words(caller.locale, 'gap_explanation', { minutes: threshold }),
    };
  });
