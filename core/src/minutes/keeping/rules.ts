import type { MeetingBody } from '../../regulations/index.ts';
import { type LocalDate, type Locale, say, wareki } from '../../shared/index.ts';
import { keepingTexts } from './text.ts';

/** The last day has passed and nothing holds it: it may be put up for disposal, which is never done by itself. */
export const isDueOn = (until: LocalDate | null, today: LocalDate, holds: number): boolean =>
  until !== null && until < today && holds === 0;

interface Kept {
  readonly until: LocalDate | null;
  readonly recording: MeetingBody['recording'];
  /** Holds that nobody has lifted. */
  readonly held: number;
}

/** Until when recordings and transcripts are kept, in words. */
export function keptSentence({ until, recording, held }: Kept, locale: Locale): string {
  const code =
    held > 0 ? 'kept_held' : until !== null ? 'kept_until' : recording ? 'kept_before_final' : 'kept_no_rule';
  const day = until === null ? '' : locale === 'ja' ? wareki(until) : until;
  const { keepDays = 0, article = '' } = recording ?? {};
  return say(keepingTexts, `minutes.${code}`, locale, { day, days: keepDays, article, count: held }) ?? code;
}
