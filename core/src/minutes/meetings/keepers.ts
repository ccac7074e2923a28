import type { Meeting } from './meeting.ts';

/** Whoever called the meeting, and 記録者 of the staff: they hear of what happens to its minutes. */
export function keepersOf({ organiserId, content }: Pick<Meeting, 'organiserId' | 'content'>): string[] {
  const recorders = content.attendees.filter(({ role }) => role === 'RECORDER');
  return [...new Set([organiserId, ...recorders.flatMap(({ staffId }) => staffId ?? [])])];
}
