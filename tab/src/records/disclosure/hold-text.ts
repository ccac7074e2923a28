import type { DisclosureView } from '@kaigi/core/contract';
import type { Locale } from '@kaigi/core/shared';
import { dayText } from '../../app/dates.ts';
import type { Say } from '../../app/locale.ts';
import type { disclosureText } from './text.ts';

type Told = Pick<DisclosureView, 'state' | 'decidedOn' | 'ruledOn' | 'hold'>;
type Words = { readonly t: Say<typeof disclosureText>; readonly locale: Locale };

/** From what its last day is counted. */
function basisOf({ state, decidedOn, ruledOn }: Told, { t, locale }: Words): string {
  if (state !== 'DECIDED' || decidedOn === null) return '';
  return ruledOn === null
    ? t('hold.basis.DECIDED', { day: dayText(decidedOn, locale) })
    : t('hold.basis.RULED', { day: dayText(ruledOn, locale) });
}

/** What is still to come. */
function nextOf({ state, ruledOn, hold }: Told, { t }: Words): string | null {
  if (state === 'OPEN') return t('hold.next.OPEN');
  if (hold.state === 'NONE' || ruledOn !== null) return null;
  return t(`hold.next.${state}`);
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
