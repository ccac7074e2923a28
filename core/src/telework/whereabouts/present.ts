import { type Locale, localDateOf, localTimeOf, say } from '../../shared/index.ts';
import type { WhereaboutsView } from './contract.ts';
import { stateOf, type Whereabouts } from './rules.ts';
import { whereaboutsTexts } from './text.ts';

interface Reading {
  readonly now: Date;
  readonly locale: Locale;
}

export function presentWhereabouts(one: Whereabouts, now: Date): WhereaboutsView {
  const { whereaboutsId, person, kind, from, until, expiresAt, place, saidAt, endedAt } = one;
  return {
    id: whereaboutsId,
    version: endedAt === null ? 1 : 2,
    ...{ person, kind, state: stateOf(one, now), from: from.toISOString(), until: until?.toISOString() ?? null },
    ...{ expiresAt: expiresAt.toISOString(), place, saidAt: saidAt.toISOString() },
  };
}

/** `17:00` today, `11/25 1:00` on another day. */
function moment(at: Date, now: Date): string {
  const day = localDateOf(at);
  const time = localTimeOf(at).replace(/^0/, '');
  return day === localDateOf(now) ? time : `${Number(day.slice(5, 7))}/${Number(day.slice(8))} ${time}`;
}

type Told =
  | Pick<Whereabouts, 'kind' | 'from' | 'until' | 'place'>
  | { readonly kind: 'BACK' }
  | { readonly kind: 'NONE' };

/** What was understood, in a sentence. */
export function understood(told: Told, { now, locale }: Reading): string {
  const words = (code: keyof typeof whereaboutsTexts, params: Record<string, string> = {}) =>
    say(whereaboutsTexts, code, locale, params) ?? code;
  if (told.kind === 'BACK') return words('telework.whereabouts_said_back');
  if (told.kind === 'NONE') return words('telework.whereabouts_said_none');
  const { kind, from, until, place } = told;
  const params = {
    from: moment(from, now),
    until: until ? moment(until, now) : '',
    place: place === '' ? '' : words('telework.whereabouts_at', { place }),
  };
  const later = from > now ? '_from' : '';
  if (kind === 'DIRECT_HOME')
    return words(later ? 'telework.whereabouts_said_home_from' : 'telework.whereabouts_said_home', params);
  if (until === null)
    return words(later ? 'telework.whereabouts_said_out_from_open' : 'telework.whereabouts_said_out_open', params);
  return words(later ? 'telework.whereabouts_said_out_from' : 'telework.whereabouts_said_out', params);
}
