import { cardOf, cut, type Element, factSet, heading, note, text } from '../../../shared/card-elements.ts';
import { type ChatMessage, dayIn, type Locale, localDateOf, localTimeOf, say } from '../../../shared/index.ts';
import type { ExplanationView } from './contract.ts';
import type { ExplanationEnd } from './rules.ts';
import { explanationTexts } from './text.ts';

type OfCard<Key> = Key extends `schedules.explanation_card_${infer Rest}` ? Rest : never;
type Code = OfCard<keyof typeof explanationTexts>;

const words = (code: Code, locale: Locale, params: Record<string, string> = {}): string =>
  say(explanationTexts, `schedules.explanation_card_${code}`, locale, params) ?? code;

export const CONFIRM_VERB = 'schedules/explanation-confirm';

/** 説明の予約 as its card tells one person of it. */
export interface ExplanationTold {
  readonly view: ExplanationView;
  /** Why it was cancelled by itself; null: somebody cancelled it, or it stands. */
  readonly why: ExplanationEnd | null;
  readonly act: 'ASKED' | 'MOVED' | 'CONFIRMED' | 'CANCELLED';
  /** Asks for it, or is asked; else they keep the calendar. */
  readonly takesPart: boolean;
  readonly locale: Locale;
  readonly url: string | null;
  /** Why what was just pressed did not do. */
  readonly refused?: string | undefined;
}

function titleOf({ view, why, act, locale }: ExplanationTold): string {
  const { state, tentative, person } = view;
  if (why !== null || state !== 'OPEN') return words(why ?? state, locale);
  const named = { person: `${person.postTitle} ${person.name}` };
  if (act === 'ASKED') return words(tentative ? 'asked_tentative' : 'asked', locale, named);
  return act === 'CONFIRMED' ? words('CONFIRMED', locale) : words('OPEN', locale);
}

function timeOf({ from, to, tentative, state }: ExplanationView, locale: Locale): string {
  const [begin, end] = [new Date(from), new Date(to)];
  const time = `${dayIn(localDateOf(begin), locale)} ${localTimeOf(begin)}–${localTimeOf(end)}`;
  return tentative && state === 'OPEN' ? words('tentative_time', locale, { time }) : time;
}

function buttons({ view, takesPart, locale, url }: ExplanationTold): Element[] {
  const { explanationId, version } = view;
  const confirm = {
    ...{ type: 'Action.Execute', verb: CONFIRM_VERB, title: words('confirm', locale), style: 'positive' },
    data: { explanationId, version },
  };
  const open = { type: 'Action.OpenUrl', title: words(takesPart ? 'case' : 'windows', locale), url };
  return [...(view.mayConfirm ? [confirm] : []), ...(url === null ? [] : [open])];
}

/** To the two of them what the case is about says its page; who keeps the calendar reads what they may know of it. */
export function explanationMessage(told: ExplanationTold): ChatMessage {
  const { view, takesPart, locale, refused } = told;
  const title = titleOf(told);
  const { asker, person, subject, mayConfirm } = view;
  const facts = factSet([
    [words('time', locale), timeOf(view, locale)],
    [words('subject', locale), takesPart ? null : cut(subject ?? '', 120)],
    [words('asker', locale), takesPart ? asker.name : `${asker.unitName} ${asker.postTitle} ${asker.name}`],
    [words('person', locale), person.name],
  ]);
  const body = [...note(refused), heading(title), facts, ...(mayConfirm ? [text(words('how', locale))] : [])];
  return { kind: 'card', card: cardOf(locale, body, buttons(told)), summary: title };
}
