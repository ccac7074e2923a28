import type { Card, Locale } from '../../shared/index.ts';
import type { CaseView } from '../contract.ts';
import { afterwardsButtons, afterwardsFields } from './afterwards-buttons.ts';
import { consultationButtons, receivingButtons } from './consultation-buttons.ts';
import { drafterButtons, withdrawalButtons } from './drafter-buttons.ts';
import { type CardContext, cardOf, cut, type Element, openButton, say, text } from './elements.ts';
import { effectiveLines, facts } from './facts.ts';
import { headline, isAsked, isMasked, shownTitle } from './head.ts';
import { askButton, pullUpButtons, reviewButtons, reviewFields } from './review-buttons.ts';
import { owedLines, routeLines } from './route-lines.ts';
import { said } from './said.ts';
import { standInButtons } from './stand-in-buttons.ts';
import { buttonWords, factWords, maskedWords } from './words.ts';

const PROPOSAL_SHOWN = 600;
// Teams refuses a card over 28 KB; the message around it takes some.
const MOST_BYTES = 26_000;
// Teams shows so many buttons of a card.
const MOST_BUTTONS = 6;

const open = (view: CaseView, { locale, caseUrl }: CardContext): Element =>
  openButton(caseUrl(view.id), say(buttonWords.open, locale));

/** Only what this person may do now, the most pressing first; the rest is on the case page. */
function buttons(view: CaseView, context: CardContext): Element[] {
  const { locale } = context;
  const list = [
    ...withdrawalButtons(view, locale),
    ...reviewButtons(view, locale),
    ...consultationButtons(view, context),
    ...receivingButtons(view, context),
    ...afterwardsButtons(view, locale),
    ...standInButtons(view, locale),
    ...askButton(view, locale),
    ...drafterButtons(view, locale),
    ...pullUpButtons(view, locale),
  ];
  return [...list.slice(0, MOST_BUTTONS - 1), open(view, context)];
}

function top(view: CaseView, context: CardContext): Element[] {
  const { locale, note } = context;
  const color = view.urgency === 'NORMAL' ? (isAsked(view) ? 'Accent' : 'Default') : 'Attention';
  return [
    ...(note ? [text(cut(note, 600), { color: 'Attention', weight: 'Bolder' })] : []),
    text(headline(view, context), { color, weight: 'Bolder', size: 'Small' }),
    text(shownTitle(view, locale), { size: 'Large', weight: 'Bolder', spacing: 'Small', style: 'heading' }),
  ];
}

function masked(view: CaseView, context: CardContext): Card {
  const { locale } = context;
  const value = view.documentNumber?.label ?? say(maskedWords.noNumber, locale);
  const number = { type: 'FactSet', facts: [{ title: say(factWords.number, locale), value }] };
  const why = text(say(maskedWords.why, locale));
  return cardOf(locale, [...top(view, context), number, why], [open(view, context)]);
}

const fields = (view: CaseView, locale: Locale): Element[] => [
  ...reviewFields(view, locale),
  ...afterwardsFields(view, locale),
];

/** What is left out when everything would be too much, step by step; the case page has all of it. */
const SHORTER = [
  { proposal: true, said: Number.POSITIVE_INFINITY, route: true },
  { proposal: false, said: 5, route: true },
  { proposal: false, said: 0, route: false },
] as const;

function bodyOf(view: CaseView, context: CardContext, shown: (typeof SHORTER)[number]): Element[] {
  const { locale } = context;
  const proposal = shown.proposal && view.proposalText !== '';
  return [
    ...top(view, context),
    facts(view, locale),
    ...effectiveLines(view, locale),
    ...(proposal ? [text(cut(view.proposalText, PROPOSAL_SHOWN), { separator: true })] : []),
    ...said(view, locale).slice(0, shown.said),
    ...(shown.proposal ? [] : [text(say(buttonWords.shortened, locale), { isSubtle: true, size: 'Small' })]),
    ...(shown.route ? [routeLines(view.route, locale), ...owedLines(view.obligations, locale)] : []),
    ...fields(view, locale),
  ];
}

/** 案件 as a card: what is asked of this reader, the case, where it stands, and only the buttons that work. */
export function caseCard(view: CaseView, context: CardContext): Card {
  if (isMasked(view)) return masked(view, context);
  const actions = buttons(view, context);
  for (const shown of SHORTER) {
    const card = cardOf(context.locale, bodyOf(view, context, shown), actions);
    if (Buffer.byteLength(JSON.stringify(card)) < MOST_BYTES) return card;
  }
  return cardOf(context.locale, top(view, context), [open(view, context)]);
}
