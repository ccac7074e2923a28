import { cardOf, cut, dayWord, type Element, factSet, heading, note, small, text } from '../../shared/card-elements.ts';
import { type ChatMessage, type Locale, say } from '../../shared/index.ts';
import { chatTexts } from './chat-text.ts';
import type { NeedView, NumberView, RegisterChoices } from './contract.ts';

export const words = (locale: Locale, code: string, params: Record<string, string | number> = {}): string =>
  say(chatTexts, `records.number_chat_${code}`, locale, params) ?? code;

/** What the cards of one conversation carry on: no more than what was typed and answered so far. */
export interface Course {
  /** Names the taking: however often it is pressed, one number comes of it. */
  readonly tapId: string;
  /** `outside:yes,decision:no` */
  readonly answers: string;
  readonly title: string;
}

const execute = (verb: string, title: string, data: Element, more: Element = {}): Element => ({
  ...{ type: 'Action.Execute', verb: `records/${verb}`, title, data },
  ...more,
});

const messageOf = (locale: Locale, summary: string, parts: { body: Element[]; actions: Element[] }): ChatMessage => ({
  kind: 'card',
  card: cardOf(locale, [heading(summary), ...parts.body], parts.actions),
  summary,
});

/** Which question comes next, and which it is of how many. */
export function nextQuestion({ questions }: Pick<NeedView, 'questions'>, answers: string) {
  const answered = new Set(answers.split(',').map((one) => one.split(':')[0]));
  const at = questions.findIndex(({ id }) => !answered.has(id));
  const question = questions[at];
  return question ? { question, nth: at + 1, of: questions.length } : null;
}

/** One of the questions, with 「はい」 and 「いいえ」. */
export function questionMessage(
  { question, nth, of }: NonNullable<ReturnType<typeof nextQuestion>>,
  course: Course,
  locale: Locale,
): ChatMessage {
  const summary = words(locale, 'question', { nth, of });
  const answer = (said: 'yes' | 'no') => {
    const answers = [course.answers, `${question.id}:${said}`].filter((one) => one !== '').join(',');
    return execute('number-need', words(locale, said), { ...course, answers });
  };
  const help = question.help === null ? [] : [small(question.help, { isSubtle: true })];
  const body = [text(question.question, { weight: 'Bolder' }), ...help];
  const skip = execute('number-form', words(locale, 'skip'), { ...course });
  return messageOf(locale, summary, { body, actions: [answer('yes'), answer('no'), skip] });
}

const FIELD_MOST = 200;

/** What is needed to take a number, as the page of the register asks for it. */
export function takingForm(choices: RegisterChoices, course: Course, locale: Locale) {
  const own = choices.series.map(({ key, name, symbol }) => ({
    title: name === symbol ? name : `${name}（${symbol}）`,
    value: key,
  }));
  const body: Element[] = [
    {
      ...{ type: 'Input.ChoiceSet', id: 'series', label: words(locale, 'series'), choices: own, style: 'compact' },
      ...{ value: own[0]?.value ?? '', isRequired: true, errorMessage: words(locale, 'required') },
    },
    {
      ...{ type: 'Input.Text', id: 'title', label: words(locale, 'title'), maxLength: FIELD_MOST },
      ...{ value: cut(course.title, FIELD_MOST), isRequired: true, errorMessage: words(locale, 'required') },
    },
    { type: 'Input.Text', id: 'counterparty', label: words(locale, 'counterparty'), maxLength: FIELD_MOST },
  ];
  const press = (reserve: boolean, label: string) =>
    execute('number-take', label, { tapId: course.tapId, answers: course.answers, reserve });
  const actions = [
    press(false, words(locale, 'take')),
    press(true, words(locale, 'reserve', { hours: choices.reservationHours })),
  ];
  return { body, actions };
}

export interface Answered {
  readonly verdict: NonNullable<NeedView['verdict']>;
  readonly choices: RegisterChoices;
  readonly course: Course;
}

/** The answer with its article; where a number is needed, the form to take it. */
export function verdictMessage({ verdict, choices, course }: Answered, locale: Locale): ChatMessage {
  const summary = words(locale, verdict.outcome);
  const why = [text(verdict.sentence), small(words(locale, 'article', { article: verdict.article }))];
  if (choices.series.length === 0) return messageOf(locale, summary, { body: why, actions: [] });
  if (verdict.outcome !== 'NUMBERED') {
    const actions = [execute('number-form', words(locale, 'all_the_same'), { ...course })];
    return messageOf(locale, summary, { body: why, actions });
  }
  const form = takingForm(choices, course, locale);
  return messageOf(locale, summary, { body: [...why, ...form.body], actions: form.actions });
}

/** The form alone, perhaps with what kept the number from being taken. */
export function formMessage(
  { choices, course, problem }: { choices: RegisterChoices; course: Course; problem?: string },
  locale: Locale,
): ChatMessage {
  const form = takingForm(choices, course, locale);
  const body = [...note(problem), ...form.body];
  return messageOf(locale, words(locale, 'form'), { body, actions: form.actions });
}

/** The number that was taken or reserved, as it stands now. */
export function takenMessage(
  view: NumberView,
  { locale, pageUrl }: { locale: Locale; pageUrl: (page: string) => string },
): ChatMessage {
  const { row, reservedUntil } = view;
  const summary = words(locale, row.state, { number: row.number.label });
  const until =
    reservedUntil && row.state === 'RESERVED' ? words(locale, 'until', { when: timeOf(reservedUntil) }) : null;
  const facts = factSet([
    [words(locale, 'title'), row.title],
    [words(locale, 'counterparty'), row.counterparty],
    [words(locale, 'date'), dayWord(row.number.date, locale)],
    [words(locale, 'reserved_until'), until],
  ]);
  const url = pageUrl(`records/register/${row.id}`);
  const actions = url === '' ? [] : [{ type: 'Action.OpenUrl', title: words(locale, 'open'), url }];
  return messageOf(locale, summary, { body: [facts], actions });
}

/** 11/26 10:30, in Japan. */
const timeOf = (at: string): string => {
  const there = new Date(Date.parse(at) + 9 * 3_600_000).toISOString();
  return `${Number(there.slice(5, 7))}/${Number(there.slice(8, 10))} ${there.slice(11, 16)}`;
};
