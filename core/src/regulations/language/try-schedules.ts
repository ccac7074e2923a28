import type { Pack } from '../engine/pack.ts';
import { scheduleRulesOf } from '../schedules/of-pack.ts';
import type { ScheduleExample } from './schedules.ts';
import type { Difference } from './try-examples.ts';

/** In what the example differs from what the rows of travel say. */
export function scheduleDifference({ file }: Pack, { between, expect }: ScheduleExample): Difference | null {
  const [from = null, to = null] = between;
  const { minutes } = scheduleRulesOf(file).travel(from, to);
  const expected = expect.travelMinutes;
  return minutes === expected ? null : { what: 'travelMinutes', expected, actual: minutes };
}
