import type { Locale } from '@kaigi/core/shared';
import { z } from 'zod';

const LocaleSchema = z.object({ locale: z.string() });

/** Japanese unless the client says English. */
export function parseLocale(activity: unknown, door: 'channel' | 'playground' = 'channel'): Locale {
  // The Agents Playground says en-US for everybody, whatever the browser speaks.
  if (door === 'playground') return 'ja';
  const read = LocaleSchema.safeParse(activity);
  return read.success && /^en\b/i.test(read.data.locale) ? 'en' : 'ja';
}
