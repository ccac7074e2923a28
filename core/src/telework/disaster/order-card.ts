import { type ChatMessage, dayIn, type Locale } from '../../shared/index.ts';
import { cardOf, factSet, heading, small, text } from '../elements.ts';
import type { SwitchOrderView } from './contract.ts';
import { words } from './words.ts';

function headline({ name, state, from, until, history }: SwitchOrderView, locale: Locale): string {
  if (state === 'OVER') return words(locale, 'order.EXPIRED', { name });
  const ended = history.some(({ act }) => act === 'ENDED' || act === 'REFUSED');
  if (ended) return words(locale, 'order.ENDED', { name, until: dayIn(until, locale) });
  if (state === 'COMING') return words(locale, 'order.COMING', { name, from: dayIn(from, locale) });
  return words(locale, 'order.ORDERED', { name });
}

/** What everybody is told of an order. */
export function orderMessage(view: SwitchOrderView, locale: Locale): ChatMessage {
  const { from, until, relaxes } = view;
  const title = headline(view, locale);
  const body = [
    heading(title),
    factSet([
      [words(locale, 'order.number'), view.orderNumber],
      [
        words(locale, 'order.days'),
        words(locale, 'order.span', { from: dayIn(from, locale), until: dayIn(until, locale) }),
      ],
      [words(locale, 'order.reason'), view.reason],
      [words(locale, 'order.article'), view.article],
    ]),
    ...(view.state === 'OVER' || relaxes.length === 0
      ? []
      : [text(words(locale, 'order.relaxes'), { weight: 'Bolder' })]),
    ...(view.state === 'OVER' ? [] : relaxes).map(({ sentence, article, to }) =>
      small(`・${words(locale, 'order.row', { sentence, article, to: words(locale, `order.to.${to as 'WAIVED'}`) })}`),
    ),
  ];
  return { kind: 'card', card: cardOf(locale, body), summary: `${title}（${view.orderNumber}）` };
}
