import type { CalendarAnswer, CalendarRefusal, SourceRefusal } from '@kaigi/core';
import { asked } from './asked.ts';

/** The same refusals mean the same of calendars; those that only transcripts know are never given of them. */
const CODES: Readonly<Record<SourceRefusal, CalendarRefusal>> = {
  'minutes.graph_transcripts_switched_off': 'schedules.graph_not_permitted',
  'minutes.graph_names_switched_off': 'schedules.graph_not_permitted',
  'minutes.graph_no_access_policy': 'schedules.graph_not_permitted',
  'minutes.graph_not_permitted': 'schedules.graph_not_permitted',
  'minutes.graph_gone': 'schedules.graph_gone',
  'minutes.graph_address_unreachable': 'schedules.graph_address_unreachable',
  'minutes.graph_strange_answer': 'schedules.graph_strange_answer',
};

/** Asks, and says plainly what came of it. Anything but Graph's own answers is thrown on. */
export async function askedOfCalendar<T>(work: () => Promise<T>): Promise<CalendarAnswer<T>> {
  const answer = await asked(work);
  return answer.kind === 'REFUSED' ? { kind: 'REFUSED', code: CODES[answer.code] } : answer;
}
