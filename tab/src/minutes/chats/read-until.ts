import type { ChatView } from '@kaigi/core/contract';
import { addDays, type Locale, localDateOf } from '@kaigi/core/shared';
import { dayText, whenText } from '../../app/dates.ts';

/** Up to when messages were taken in: the last of the days chosen, or the moment of asking where that day was not over. */
export function readUntil({ askedAt, until }: Pick<ChatView, 'askedAt' | 'until'>, locale: Locale): string {
  return until <= askedAt ? dayText(addDays(localDateOf(new Date(until)), -1), locale) : whenText(askedAt, locale);
}
