import { type ChatMessage, dayIn, type Locale, say } from '../../shared/index.ts';
import { asking, cardOf, cut, type Element, execute, factSet, heading, note, small, text } from '../elements.ts';
import { applicationCardTexts } from './card-text.ts';
import type { ApplicationDayView, ApplicationView } from './contract.ts';

export interface CardContext {
  readonly locale: Locale;
  readonly caseUrl: (caseId: string) => string;
  /** A page of the tab by its name, where there is one. */
  readonly pageUrl?: ((page: string) => string) | undefined;
  /** One sentence on top. */
  readonly note?: string | undefined;
}

type Code = keyof typeof applicationCardTexts extends `telework.application_${infer Rest}` ? Rest : never;

export const words = (locale: Locale, code: Code, params: Record<string, string | number> = {}): string =>
  say(applicationCardTexts, `telework.application_${code}`, locale, params) ?? code;

const MOST_DAYS = 10;

const joined = (before: string, after: string, locale: Locale): string =>
  `${before}${locale === 'ja' ? '：' : ': '}${after}`;

function dayLine({ date, state, from, to, notes, reason }: ApplicationDayView, locale: Locale): string {
  const time = from === null ? '' : ` ${from}〜${to}`;
  const more = [reason, ...notes].filter((one) => one !== null).map((one) => `\n　${cut(one, 200)}`);
  return `${joined(`${dayIn(date, locale)}${time}`, words(locale, `day_${state}`), locale)}${more.join('')}`;
}

const reasonField = (locale: Locale): Element => ({
  ...{ type: 'Input.Text', id: 'reason', label: words(locale, 'reason'), isMultiline: true, isRequired: true },
  ...{ errorMessage: words(locale, 'reason_missing'), maxLength: 1000 },
});

function buttons({ id, version, days, may }: ApplicationView, { locale }: CardContext): Element[] {
  const named = { applicationId: id, version };
  const open = days.filter(({ mayCancel }) => mayCancel).slice(0, 60);
  const which: Element = {
    ...{ type: 'Input.ChoiceSet', id: 'itemId', label: words(locale, 'which'), isRequired: true },
    errorMessage: words(locale, 'which'),
    ...(open.length === 1 ? { value: open[0]?.itemId ?? '' } : {}),
    choices: open.map(({ itemId, date }) => ({ title: dayIn(date, locale), value: itemId })),
  };
  const cancel = words(locale, 'cancel');
  const withdraw = words(locale, 'withdraw');
  return [
    ...(may.file ? [execute('application-file', words(locale, 'file'), named)] : []),
    ...(may.withdraw
      ? [asking(withdraw, [reasonField(locale)], [execute('application-withdraw', withdraw, named)])]
      : []),
    ...(open.length > 0 && !may.withdraw
      ? [asking(cancel, [which, reasonField(locale)], [execute('day-cancel', cancel, named)])]
      : []),
  ];
}

/** An application as this person sees it now. Where somebody lives is in no card. */
export function applicationMessage(view: ApplicationView, context: CardContext): ChatMessage {
  const { locale, caseUrl, pageUrl } = context;
  const { applicant, days, judgement, cases, problem, title } = view;
  const state = words(locale, view.state);
  const shown = days.slice(0, MOST_DAYS).map((day) => dayLine(day, locale));
  const left = days.length - shown.length;
  const links = cases.flatMap(({ caseId, name }): Element[] =>
    caseId === null
      ? []
      : [{ type: 'Action.OpenUrl', title: joined(words(locale, 'open'), name, locale), url: caseUrl(caseId) }],
  );
  const why = view.state === 'REFUSED' ? (view.history.at(-1)?.reason ?? null) : null;
  const correct = view.may.correct ? pageUrl?.(`workday/correct/${view.id}`) : undefined;
  if (correct !== undefined) links.unshift({ type: 'Action.OpenUrl', title: words(locale, 'correct'), url: correct });
  const body = [
    ...note(context.note),
    heading(joined(state, cut(title, 100), locale)),
    factSet([
      [words(locale, 'by'), `${applicant.unitName} ${applicant.postTitle} ${applicant.name}`],
      [words(locale, 'steps'), judgement.steps.map(({ name }) => name).join('、')],
      [words(locale, 'problem'), problem],
      [words(locale, 'reason'), why && cut(why, 300)],
    ]),
    ...shown.map((line) => text(line, { spacing: 'Small' })),
    ...(left > 0 ? [small(words(locale, 'more', { count: left }))] : []),
    ...judgement.findings.map(({ sentence }) => small(cut(`※ ${sentence}`, 300), { isSubtle: true })),
  ];
  const card = cardOf(locale, body, [...buttons(view, context), ...links]);
  return { kind: 'card', card, summary: joined(state, cut(title, 60), locale) };
}

/** On the day at the office: is it back? */
export function returnMessage(
  view: ApplicationView,
  { locale, note: on, today }: CardContext & { today: string },
): ChatMessage {
  const due = view.takeOut?.dues.filter(({ dueOn, returnedAt }) => returnedAt === null && dueOn <= today) ?? [];
  const title = words(locale, 'return_title');
  const asked = words(locale, due.length > 0 ? 'return_asked' : 'returned');
  const body = [
    ...note(on),
    heading(title),
    text(asked),
    factSet([
      [words(locale, 'items'), view.takeOut?.items.join('、')],
      [words(locale, 'due'), due.map(({ dueOn }) => dayIn(dueOn, locale)).join('、')],
    ]),
  ];
  const press = due.map(({ dueOn }) =>
    execute('return-items', `${words(locale, 'return')}（${dayIn(dueOn, locale)}）`, {
      ...{ applicationId: view.id, version: view.version, dueOn },
    }),
  );
  return {
    kind: 'card',
    card: cardOf(locale, body, press.slice(0, 5)),
    summary: joined(title, cut(view.title, 60), locale),
  };
}
