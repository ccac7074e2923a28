import { cardOf, cut, dayWord, type Element, factSet, heading, note, small, text } from '../../shared/card-elements.ts';
import { type ChatMessage, type ErrorParams, type Locale, say } from '../../shared/index.ts';
import type { MinutesParts } from '../parts.ts';
import { roundCardTexts } from './card-text.ts';
import type { RoundView } from './contract.ts';
import { isWaitedFor } from './rules.ts';

type Code = keyof typeof roundCardTexts extends `minutes.${infer Rest}` ? Rest : never;

export const cardWords = (locale: Locale, code: Code, params: ErrorParams = {}): string =>
  say(roundCardTexts, `minutes.${code}`, locale, params) ?? code;

/** A confirmation as its card tells of it. */
export interface RoundTold {
  readonly view: RoundView;
  readonly title: string;
  readonly heldOn: string;
  /** One's own, as far as a card has room. */
  readonly ownSentences: readonly string[];
  /** Why the minutes went back to writing. */
  readonly returnedFor: string | null;
  /** Why what was just pressed did not do. */
  readonly refused?: string | undefined;
}

interface To extends Pick<MinutesParts, 'pageUrl'> {
  readonly locale: Locale;
}

export function openTab({ pageUrl }: To, page: string, title: string): Element[] {
  return pageUrl ? [{ type: 'Action.OpenUrl', title, url: pageUrl(page) }] : [];
}

type Shown = NonNullable<RoundView['round']>;

const MOST = 3;

/** What waits for this person: their answer, the end of the round; or nothing. Suggestions have cards of their own. */
function headlineOf({ view, title }: RoundTold, round: Shown, locale: Locale): string {
  const params = { title: cut(title, 80) };
  if (round.state === 'VOID') return cardWords(locale, 'card_void', params);
  if (round.state === 'CLOSED') return cardWords(locale, 'card_closed', params);
  if (view.may.agree && view.me && isWaitedFor(view.me)) return cardWords(locale, 'card_confirm', params);
  return cardWords(locale, view.may.close ? 'card_all_answered' : 'card_under_way', params);
}

function facts({ view, heldOn }: RoundTold, round: Shown, locale: Locale): Element {
  const day = dayWord(round.dueOn, locale);
  const due = round.article === null ? day : cardWords(locale, 'card_due_by', { day, article: round.article });
  const answered = round.people.filter((person) => !isWaitedFor(person)).length;
  const own = view.me && { lines: view.me.own.lineIds.length, sentences: view.me.own.sentenceIds.length };
  const isOpen = round.state === 'OPEN';
  const toSettle = round.suggestions.filter(({ may }) => may.settle).length;
  return factSet([
    [cardWords(locale, 'card_held_on'), dayWord(heldOn, locale)],
    [cardWords(locale, 'card_due'), isOpen ? due : null],
    [cardWords(locale, 'card_own'), isOpen && own ? cardWords(locale, 'card_own_count', own) : null],
    [cardWords(locale, 'card_mine'), view.me && cardWords(locale, `answer_${view.me.state}`)],
    [
      cardWords(locale, 'card_answered'),
      cardWords(locale, 'card_answered_count', { count: round.people.length, answered }),
    ],
    [cardWords(locale, 'card_to_settle'), toSettle > 0 ? String(toSettle) : null],
  ]);
}

function toAnswer({ ownSentences }: RoundTold, round: Shown, locale: Locale): Element[] {
  const shown = ownSentences.slice(0, MOST).map((sentence) => text(cut(`・${sentence}`, 200), { spacing: 'Small' }));
  const more = ownSentences.length > MOST ? [small(cardWords(locale, 'card_more'))] : [];
  const silence = cardWords(locale, round.isOver ? 'card_over' : `card_silence_${round.silence}`);
  return [...shown, ...more, small(silence, { spacing: 'Medium' })];
}

function buttons({ view }: RoundTold, round: Shown, to: To): Element[] {
  const { locale } = to;
  const page = `meetings/${view.meetingId}`;
  const toCourse = openTab(to, `${page}/course`, cardWords(locale, 'card_open'));
  if (!view.may.agree || !view.me || !isWaitedFor(view.me)) return toCourse;
  const agree = {
    ...{ type: 'Action.Execute', verb: 'minutes/agree', title: cardWords(locale, 'card_agree'), style: 'positive' },
    data: { meetingId: view.meetingId, nth: round.nth },
  };
  if (view.may.suggest === 'NOWHERE') return [agree, ...toCourse];
  const toSuggest = openTab(to, `${page}/confirm`, cardWords(locale, 'card_suggest'));
  const settles = round.suggestions.some(({ may }) => may.settle);
  return [agree, ...toSuggest, ...(settles ? toCourse : [])];
}

function returned({ returnedFor }: RoundTold, locale: Locale): Element[] {
  const why = returnedFor === null ? [] : [text(cardWords(locale, 'card_void_why', { reason: cut(returnedFor, 300) }))];
  return [...why, small(cardWords(locale, 'card_void_line'), { spacing: 'Medium' })];
}

/** The confirmation, for whoever looks: what waits for them first. Null before the first round. */
export function roundMessage(told: RoundTold, to: To): ChatMessage | null {
  const { view, refused } = told;
  const { round } = view;
  if (!round) return null;
  const { locale } = to;
  const title = headlineOf(told, round, locale);
  const running = round.state === 'OPEN';
  const body = [
    ...note(refused),
    heading(title),
    facts(told, round, locale),
    ...(round.state === 'VOID' ? returned(told, locale) : []),
    ...(running && view.me && isWaitedFor(view.me) ? toAnswer(told, round, locale) : []),
  ];
  return { kind: 'card', card: cardOf(locale, body, buttons(told, round, to)), summary: title };
}
