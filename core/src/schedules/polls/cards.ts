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
import { type ChatMessage, type ErrorParams, type Locale, localDateOf, localTimeOf, say } from '../../shared/index.ts';
import type { PollView } from './contract.ts';
import { pollTexts } from './text.ts';

type Code = keyof typeof pollTexts extends `schedules.poll_${infer Rest}` ? Rest : never;

const words = (locale: Locale, code: Code, params: ErrorParams = {}): string =>
  say(pollTexts, `schedules.poll_${code}`, locale, params) ?? code;

/** A poll as its card tells one person of it. */
export interface PollTold {
  readonly view: PollView;
  readonly staffId: string;
  readonly locale: Locale;
  readonly url: string | null;
  /** Why what was just pressed did not do. */
  readonly refused?: string | undefined;
}

type Candidate = PollView['candidates'][number];

function timeOf({ from, to }: Candidate, locale: Locale): string {
  const [begin, end] = [new Date(from), new Date(to)];
  return `${dayWord(localDateOf(begin), locale)} ${localTimeOf(begin)}–${localTimeOf(end)}`;
}

const mineOf = ({ view, staffId }: PollTold) => view.answers.find(({ person }) => person.staffId === staffId);

/** Whether an answer of theirs is still taken. */
const asksOf = (told: PollTold): boolean => told.view.state === 'OPEN' && mineOf(told)?.mayAnswer === true;

function titleOf(told: PollTold): string {
  const { view, locale } = told;
  const mine = mineOf(told);
  const asks = asksOf(told) && mine?.complete === false;
  return words(locale, asks ? 'card_ask' : `card_${view.state}`, { title: cut(view.title, 80) });
}

function facts({ view, locale }: PollTold): Element {
  const { owner, maker, minutes, answerBy, answers, state } = view;
  const chosen = view.candidates.find((one) => one.chosen);
  const answered = answers.filter(({ complete }) => complete).length;
  const called = maker ? words(locale, 'card_for', { owner: owner.name, maker: maker.name }) : owner.name;
  return factSet([
    [words(locale, 'card_owner'), called],
    [words(locale, 'card_time'), chosen ? timeOf(chosen, locale) : null],
    [words(locale, 'card_minutes'), words(locale, 'card_length', { minutes })],
    [words(locale, 'card_answer_by'), state === 'OPEN' && answerBy ? dayWord(answerBy, locale) : null],
    [words(locale, 'card_answered'), words(locale, 'card_count', { answered, asked: answers.length })],
  ]);
}

const VOTES = ['YES', 'MAYBE', 'NO'] as const;

function fields(told: PollTold): Element[] {
  const { view, locale } = told;
  const mine = mineOf(told);
  const choices = VOTES.map((value) => ({ title: words(locale, `card_${value}`), value }));
  return [
    ...view.candidates.map((one) => ({
      ...{ type: 'Input.ChoiceSet', id: one.candidateId, label: timeOf(one, locale), style: 'expanded', choices },
      ...{ isRequired: true, errorMessage: words(locale, 'card_missing') },
      ...(mine?.votes[one.candidateId] ? { value: mine.votes[one.candidateId] ?? '' } : {}),
    })),
    {
      ...{ type: 'Input.Text', id: 'remark', label: words(locale, 'card_remark'), maxLength: 500 },
      ...{ isMultiline: true, value: mine?.remark ?? '' },
    },
  ];
}

export const ANSWER_VERB = 'schedules/poll-answer';
export const CLOSE_VERB = 'schedules/poll-close';
export const BOOK_VERB = 'schedules/poll-book';

const press = (verb: string, title: string, data: Element): Element => ({
  ...{ type: 'Action.Execute', verb, title, style: 'positive', data },
});

function buttons(told: PollTold): Element[] {
  const { view, locale, url } = told;
  const { pollId, version, may } = view;
  const [mine, chosen] = [mineOf(told), view.candidates.find((one) => one.chosen)];
  const send = press(ANSWER_VERB, words(locale, 'card_send'), { pollId });
  const answers = mine !== undefined && asksOf(told);
  return [
    ...(answers && mine.complete ? [asking(words(locale, 'card_change'), fields(told), [send])] : []),
    ...(answers && !mine.complete ? [send] : []),
    ...(may.book && view.state === 'CHOSEN' && chosen
      ? [press(BOOK_VERB, words(locale, 'card_book'), { pollId, version, candidateId: chosen.candidateId })]
      : []),
    ...(may.close ? [press(CLOSE_VERB, words(locale, 'card_close'), { pollId, version })] : []),
    ...(url === null ? [] : [{ type: 'Action.OpenUrl', title: words(locale, 'card_open'), url }]),
  ];
}

const counts = ({ view, locale }: PollTold): Element[] =>
  view.candidates.map((one) => {
    const { yes, maybe, no } = one;
    return small(words(locale, 'card_votes', { time: timeOf(one, locale), yes, maybe, no }));
  });

/** Why it is this one, or who stands in the way most; the page tells all of it. */
const MOST_SENTENCES = 6;

/** One card for each person, who is asked, has answered, or organises it. */
export function pollMessage(told: PollTold): ChatMessage {
  const { view, locale, refused } = told;
  const [title, mine] = [titleOf(told), mineOf(told)];
  const asks = mine !== undefined && asksOf(told);
  const body = [
    ...note(refused),
    heading(title),
    facts(told),
    ...(view.note === '' ? [] : [text(cut(view.note, 500))]),
    ...view.outcome.slice(0, MOST_SENTENCES).map((sentence) => text(sentence)),
    ...(view.problem === null ? [] : [text(view.problem, { color: 'Attention' })]),
    ...(asks && !mine.complete ? fields(told) : []),
    ...(asks && mine.complete ? [text(words(locale, 'card_answered_already'))] : []),
    ...(view.state === 'OPEN' && !(asks && !mine.complete) ? counts(told) : []),
  ];
  return { kind: 'card', card: cardOf(locale, body, buttons(told)), summary: title };
}
