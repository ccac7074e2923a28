import { type Card, dayIn, type Locale } from '../../shared/index.ts';
import { cardOf, type Element, small, text } from '../cards/elements.ts';
import { type InstructionContext, purposeText, words } from './cards.ts';
import type { InstructionView } from './contract.ts';

type Side = 'received' | 'given';

function lineOf(view: InstructionView, { side, locale }: { side: Side; locale: Locale }): string {
  const person = side === 'received' ? view.givenBy : view.addressee;
  const due = view.dueOn === null ? words(locale, 'list.no_due') : dayIn(view.dueOn, locale);
  const who = `${person.unitName} ${person.postTitle} ${person.name}`;
  return words(locale, 'list.line', { state: words(locale, `state.${view.state}`), who, due });
}

function row(view: InstructionView, side: Side, { locale, urls }: InstructionContext): Element {
  const title = purposeText(view, locale, 100);
  return {
    type: 'Container',
    separator: true,
    ...(urls ? { selectAction: { type: 'Action.OpenUrl', title, url: urls.read(view.id) } } : {}),
    items: [text(title, { weight: 'Bolder' }), small(lineOf(view, { side, locale }), { isSubtle: true })],
  };
}

/** What waits for this person, and what they gave: each leads to its page. */
export function instructionListCard(
  lists: Readonly<Record<Side, readonly InstructionView[]>>,
  context: InstructionContext,
): Card {
  const part = (side: Side): Element[] =>
    lists[side].length === 0
      ? []
      : [
          text(words(context.locale, `list.${side}`), { weight: 'Bolder', spacing: 'Large' }),
          ...lists[side].map((view) => row(view, side, context)),
        ];
  return cardOf(context.locale, [...part('received'), ...part('given')]);
}
