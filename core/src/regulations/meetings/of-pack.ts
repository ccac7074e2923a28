import type { MeetingBodyRow } from '../language/meetings.ts';
import type { PackFile } from '../language/schema.ts';
import type { ClosedGround, MeetingBody, MeetingRules } from './vocabulary.ts';

const NONE: MeetingRules = { bodies: [] };

function bodyOf(row: MeetingBodyRow, grounds: readonly ClosedGround[]): MeetingBody {
  const { closedGrounds: named } = row;
  return { ...row, closedGrounds: named ? grounds.filter(({ id }) => named.includes(id)) : grounds };
}

// Asked for with every meeting that is shown: made once for a version.
const known = new WeakMap<object, MeetingRules>();

/** The rules of meetings of a version; no bodies where it says nothing. */
export function meetingRulesOf({ meetings }: Pick<PackFile, 'meetings'>): MeetingRules {
  if (!meetings) return NONE;
  const rules = known.get(meetings) ?? { bodies: meetings.bodies.map((row) => bodyOf(row, meetings.grounds)) };
  known.set(meetings, rules);
  return rules;
}
