import type { DisclosureView } from '@kaigi/core/contract';
import type { Locale } from '@kaigi/core/shared';
import { dayText } from '../../app/dates.ts';
import type { Say } from '../../app/locale.ts';
import type { disclosureText } from './text.ts';

type Told = Pick<DisclosureView, 'state' | 'decidedOn' | 'dismissedOn' | 'withdrawnOn' | 'ruledOn' | 'ruling' | 'hold'>;
type Words = { readonly t: Say<typeof disclosureText>; readonly locale: Locale };

/** From what its last day is counted: the end of the request, or of an appeal that held longer. */
function basisOf({ hold, decidedOn, dismissedOn, withdrawnOn, ruledOn, ruling }: Told, { t, locale }: Words): string {
  const said = (code: 'DECIDED' | 'DISMISSED' | 'WITHDRAWN' | 'RULED' | 'APPEAL_WITHDRAWN', day: string) =>
    t(`hold.basis.${code}`, { day: dayText(day, locale) });
  if (hold.by === 'APPEAL')
    return ruledOn === null ? '' : said(ruling === 'WITHDRAWN' ? 'APPEAL_WITHDRAWN' : 'RULED', ruledOn);
  if (hold.by === null) return '';
  if (withdrawnOn !== null) return said('WITHDRAWN', withdrawnOn);
  if (dismissedOn !== null) return said('DISMISSED', dismissedOn);
  return decidedOn === null ? '' : said('DECIDED', decidedOn);
}

/** What is still to come. */
function nextOf({ state, ruledOn, hold }: Told, { t }: Words): string | null {
  if (state === 'OPEN') return t('hold.next.OPEN');
  if (state === 'WITHDRAWN' || hold.state === 'NONE' || ruledOn !== null) return null;
  if (state === 'APPEALED') return hold.state === 'HELD' ? t('hold.next.APPEALED') : null;
  return t('hold.next.DECIDED');
}

/** 廃棄の停止 of a request as it stands today: not yet, without end, until a day, or over. */
export function holdText(view: Told, words: Words): string {
  const { state, until } = view.hold;
  const now = words.t(`hold.${state}`, {
    day: until === null ? '' : dayText(until, words.locale),
    basis: basisOf(view, words),
  });
  const next = nextOf(view, words);
  if (next === null) return now;
  return words.locale === 'ja' ? `${now}${next}` : `${now} ${next}`;
}
