import { cardOf, cut, dayWord, factSet, heading, small, text } from '../../shared/card-elements.ts';
import type { ChatMessage, Locale } from '../../shared/index.ts';
import type { MinutesParts } from '../parts.ts';
import { cardWords, openTab } from './cards.ts';
import type { Suggestion } from './suggestion-store.ts';

/** A suggestion as its card tells of it. */
export interface SuggestionTold {
  readonly meetingId: string;
  readonly title: string;
  readonly heldOn: string;
  /** Whose wish it is. */
  readonly wisher: string;
  readonly suggestion: Pick<Suggestion, 'state' | 'before' | 'after' | 'reason' | 'comment'>;
  /** Whoever looks may settle it now. */
  readonly maySettle: boolean;
}

const WORDS = 200;

function headlineOf({ suggestion: { state }, maySettle, title }: SuggestionTold, locale: Locale): string {
  const code = maySettle ? 'card_settle' : (`card_suggestion_${state}` as const);
  return cardWords(locale, code, { title: cut(title, 80) });
}

/** One suggestion, for whoever settles it and whoever made it: no other card says the same. */
export function suggestionMessage(
  told: SuggestionTold,
  to: Pick<MinutesParts, 'pageUrl'> & { readonly locale: Locale },
): ChatMessage {
  const { meetingId, heldOn, wisher, suggestion, maySettle } = told;
  const { before, after, reason, comment } = suggestion;
  const { locale } = to;
  const title = headlineOf(told, locale);
  const body = [
    heading(title),
    factSet([
      [cardWords(locale, 'card_held_on'), dayWord(heldOn, locale)],
      [cardWords(locale, 'card_wisher'), wisher],
      [cardWords(locale, 'card_reason'), reason === '' ? null : cut(reason, WORDS)],
      [cardWords(locale, 'card_comment'), comment === '' ? null : cut(comment, WORDS)],
    ]),
    text(cardWords(locale, 'card_change', { before: cut(before, WORDS), after: cut(after, WORDS) })),
    ...(maySettle ? [small(cardWords(locale, 'card_settle_line'), { spacing: 'Medium' })] : []),
  ];
  const actions = openTab(to, `meetings/${meetingId}/course`, cardWords(locale, 'card_open'));
  return { kind: 'card', card: cardOf(locale, body, actions), summary: title };
}
