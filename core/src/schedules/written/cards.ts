import {
  asking,
  cardOf,
  cut,
  dayWord,
  type Element,
  factSet,
  heading,
  note,
  small,
  text,
} from '../../shared/card-elements.ts';
import { type ChatMessage, type Locale, localDateOf, localTimeOf } from '../../shared/index.ts';
import type { WrittenView } from './contract.ts';
import { words } from './present.ts';

/** A meeting in writing as its card tells one person of it. */
export interface WrittenTold {
  readonly view: WrittenView;
  readonly locale: Locale;
  /** Where the tab shows all of it, and its minutes; null: not yet, or there is no tab. */
  readonly url: string | null;
  readonly minutesUrl: string | null;
  /** Why what was just pressed did not do. */
  readonly refused?: string | undefined;
}

export const SAY_VERB = 'schedules/written-say';
export const STANCE_FIELD = 'stance-';
export const COMMENT_FIELD = 'comment-';

const STANCES = ['FOR', 'AGAINST', 'HOLD'] as const;

/** Letters, so that ten matters still make a card that Teams takes. */
const LABEL = 30;
const TITLE = 80;
const PROPOSAL = 200;
const NOTE = 400;

const hasSaid = ({ items }: WrittenView): boolean => items.every(({ stance }) => stance !== null);

function titleOf({ view, locale }: WrittenTold): string {
  const asks = view.may.say && !hasSaid(view);
  return words(locale, asks ? 'card_ask' : `card_${view.state}`, { title: cut(view.title, TITLE) });
}

type Item = WrittenView['items'][number];

function fields({ view, locale }: WrittenTold): Element[] {
  const choices = STANCES.map((value) => ({ title: words(locale, value), value }));
  return view.items.flatMap(({ itemId, title, stance }): Element[] => [
    {
      ...{ type: 'Input.ChoiceSet', id: `${STANCE_FIELD}${itemId}`, style: 'expanded', choices },
      ...{ label: words(locale, 'card_stance', { title: cut(title, LABEL) }), value: stance ?? '' },
    },
    {
      ...{ type: 'Input.Text', id: `${COMMENT_FIELD}${itemId}`, isMultiline: true, maxLength: 2000 },
      label: words(locale, 'card_comment', { title: cut(title, LABEL) }),
    },
  ]);
}

function itemElements({ title, proposal, decision, ...count }: Item, locale: Locale): Element[] {
  const counted = words(locale, 'count', { for: count.for, against: count.against, hold: count.hold });
  return [
    text(cut(title, TITLE), { weight: 'Bolder', spacing: 'Medium' }),
    text(cut(proposal, PROPOSAL), { spacing: 'None' }),
    small(decision ?? counted),
  ];
}

function when(instant: string, locale: Locale): string {
  const at = new Date(instant);
  return `${dayWord(localDateOf(at), locale)} ${localTimeOf(at)}`;
}

/** One card for each person who takes part or called it. */
export function writtenMessage(told: WrittenTold): ChatMessage {
  const { view, locale, url, minutesUrl, refused } = told;
  const [title, said] = [titleOf(told), hasSaid(view)];
  const send = {
    ...{ type: 'Action.Execute', verb: SAY_VERB, title: words(locale, 'card_send'), style: 'positive' },
    data: { writtenId: view.writtenId },
  };
  const body = [
    ...note(refused),
    heading(title),
    factSet([
      [words(locale, 'card_organiser'), view.organiser.name],
      [words(locale, 'card_closes'), when(view.closesAt, locale)],
    ]),
    ...(view.note === '' ? [] : [text(cut(view.note, NOTE))]),
    ...view.items.flatMap((item) => itemElements(item, locale)),
    small(view.attendance, { spacing: 'Medium' }),
    ...(view.may.say ? (said ? [text(words(locale, 'card_said'))] : fields(told)) : []),
  ];
  const actions = [
    ...(view.may.say ? [said ? asking(words(locale, 'card_more'), fields(told), [send]) : send] : []),
    ...(minutesUrl === null ? [] : [{ type: 'Action.OpenUrl', title: words(locale, 'card_minutes'), url: minutesUrl }]),
    ...(url === null ? [] : [{ type: 'Action.OpenUrl', title: words(locale, 'card_open'), url }]),
  ];
  return { kind: 'card', card: cardOf(locale, body, actions), summary: title };
}
