import { type ChatMessage, dayIn, type Locale } from '../../shared/index.ts';
import { asking, cardOf, cut, type Element, execute, factSet, heading, note, small, text } from '../elements.ts';
import type { DayReportView, ReportKind, ReportListItem, SaidReport } from './contract.ts';
import { words } from './words.ts';

/** A case that a report may name. */
export interface Choice {
  readonly caseId: string;
  readonly title: string;
}

export interface Shown {
  readonly locale: Locale;
  /** Cases to choose from, for the person's own forms. */
  readonly choices: readonly Choice[];
  readonly note?: string | undefined;
  /** What was typed, where it comes back. */
  readonly typed?: { readonly kind: ReportKind; readonly text: string; readonly tomorrow: string } | undefined;
}

const lines = (id: string, label: string, more: Element = {}): Element => ({
  ...{ type: 'Input.Text', id, label, isMultiline: true },
  ...more,
});

interface Form {
  readonly kind: ReportKind;
  readonly text: string;
  readonly tomorrow: string;
  readonly caseIds: readonly string[];
}

/** Ids are unique in a card: the forms of plan and result may stand in the same one. */
function fields({ kind, text: value, tomorrow, caseIds }: Form, { locale, choices }: Shown): Element[] {
  const missing = { isRequired: true, errorMessage: words(locale, 'card.missing'), maxLength: 2_000 };
  const label = words(locale, kind === 'PLAN' ? 'card.plan' : 'card.result');
  const next = lines(`tomorrow${kind}`, words(locale, 'card.tomorrow'), { maxLength: 1_000, value: tomorrow });
  const cases: Element = {
    ...{ type: 'Input.ChoiceSet', id: `cases${kind}`, isMultiSelect: true, label: words(locale, 'card.cases') },
    choices: choices.map(({ caseId, title }) => ({ title: cut(title, 60), value: caseId })),
    value: caseIds.filter((id) => choices.some(({ caseId }) => caseId === id)).join(','),
  };
  return [
    lines(`text${kind}`, label, { ...missing, value }),
    ...(kind === 'RESULT' ? [next] : []),
    ...(choices.length > 0 ? [cases] : []),
  ];
}

const send = ({ date, version }: DayReportView, kind: ReportKind, title: string): Element =>
  execute('report', title, { date, kind, version }, { style: 'positive' });

const FROM = { REQUEST: 'card.from_request', YESTERDAY: 'card.from_yesterday', PLAN: 'card.from_plan' } as const;

/** The form of what is to be reported next: the plan first, then the result. */
function nextForm(view: DayReportView, shown: Shown): { body: Element[]; actions: Element[] } {
  const { locale, typed } = shown;
  const kind: ReportKind = view.plan ? 'RESULT' : 'PLAN';
  const filled = kind === 'PLAN' ? view.prefilled.plan : view.prefilled.result;
  const again = typed?.kind === kind ? typed : null;
  const caseIds = kind === 'RESULT' ? (view.plan?.cases ?? []).map(({ caseId }) => caseId) : [];
  const form = { kind, text: again?.text ?? filled.text, tomorrow: again?.tomorrow ?? '', caseIds };
  const hint = again || filled.from === 'NOTHING' ? [] : [small(words(locale, FROM[filled.from]), { isSubtle: true })];
  const title = words(locale, kind === 'PLAN' ? 'card.send_plan' : 'card.send_result');
  return { body: [...hint, ...fields(form, shown)], actions: [send(view, kind, title)] };
}

function unplannedResult(view: DayReportView, shown: Shown): Element {
  const { locale, typed } = shown;
  const again = typed?.kind === 'RESULT' ? typed : { text: view.prefilled.plan.text, tomorrow: '' };
  const form = { kind: 'RESULT', text: again.text, tomorrow: again.tomorrow, caseIds: [] } as const;
  const title = words(locale, 'card.send_result');
  return asking(words(locale, 'card.result_at_once'), fields(form, shown), [send(view, 'RESULT', title)]);
}

function correcting(view: DayReportView, said: SaidReport, shown: Shown): Element {
  const { kind, text: before, tomorrow, cases } = said;
  const { typed, locale } = shown;
  const again = typed?.kind === kind ? typed : { text: before, tomorrow };
  const title = words(locale, kind === 'PLAN' ? 'card.correct_plan' : 'card.correct_result');
  const form = { kind, text: again.text, tomorrow: again.tomorrow, caseIds: cases.map(({ caseId }) => caseId) };
  return asking(title, fields(form, shown), [send(view, kind, title)]);
}

function caseLine({ cases }: SaidReport, locale: Locale): string | null {
  const named = cases.map(({ title, number }) => {
    if (title === null) return words(locale, 'card.hidden_case');
    return number === null ? title : `${number} ${title}`;
  });
  return named.length === 0 ? null : named.map((one) => cut(one, 60)).join('、');
}

const saidRows = (said: SaidReport | null, locale: Locale, most: number): [string, string | null][] =>
  said
    ? [
        [words(locale, `kind.${said.kind}`), cut(said.text, most)],
        [words(locale, 'card.tomorrow'), said.tomorrow === '' ? null : cut(said.tomorrow, most)],
        [words(locale, 'card.cases'), caseLine(said, locale)],
      ]
    : [];

const commentLines = ({ comments }: Pick<DayReportView, 'comments'>, locale: Locale): Element[] =>
  comments.slice(-5).map(({ by, tone, text: said }) => {
    const what = tone === 'WORDS' ? cut(said, 300) : words(locale, `tone.${tone}`);
    return small(words(locale, 'comment.line', { post: by.postTitle, name: by.name, text: what }));
  });

/** One's own day in the chat: what was reported, what the boss said, and the form of what comes next. */
export function ownMessage(view: DayReportView, shown: Shown): ChatMessage {
  const { locale } = shown;
  const day = dayIn(view.date, locale);
  const { plan, result, earlier } = view;
  const form = plan && result ? { body: [], actions: [] } : nextForm(view, shown);
  // The day is over and nothing was planned: the result is told all the same.
  const unplanned = plan || result ? [] : [unplannedResult(view, shown)];
  const said = [...saidRows(plan, locale, 800), ...saidRows(result, locale, 800)];
  const body = [
    ...note(shown.note),
    heading(words(locale, 'card.title', { day })),
    ...(said.length > 0 ? [factSet(said)] : []),
    ...(earlier.length > 0
      ? [small(words(locale, 'card.corrected', { count: earlier.length }), { isSubtle: true })]
      : []),
    ...commentLines(view, locale),
    ...form.body,
  ];
  const corrections = [plan, result].flatMap((one) => (one ? [correcting(view, one, shown)] : []));
  const last = result ?? plan;
  const summary = words(locale, 'card.summary', { day, state: last ? words(locale, `kind.${last.kind}`) : '' });
  return { kind: 'card', card: cardOf(locale, body, [...form.actions, ...unplanned, ...corrections]), summary };
}

/** The person's card when somebody has said something to their report. */
export function toldMessage(view: DayReportView, locale: Locale): ChatMessage {
  const last = view.comments.at(-1);
  const said = last && (last.tone === 'WORDS' ? cut(last.text, 60) : words(locale, `tone.${last.tone}`));
  const line = last && words(locale, 'comment.line', { post: last.by.postTitle, name: last.by.name, text: said ?? '' });
  const title = words(locale, 'card.title', { day: dayIn(view.date, locale) });
  const rows = [...saidRows(view.plan, locale, 300), ...saidRows(view.result, locale, 300)];
  const card = cardOf(locale, [heading(title), factSet(rows), ...commentLines(view, locale)]);
  return { kind: 'card', card, summary: line ?? title };
}

/** A report as the boss reads it: one tap says that it was seen. */
export function bossBlock(item: ReportListItem, locale: Locale): Element[] {
  const { id, version, person, plan, result } = item;
  if (id === null) return [];
  const tap = (tone: 'SEEN' | 'THANKS') =>
    execute('report-comment', words(locale, `tone.${tone}`), { reportId: id, version, tone });
  const field = lines(`comment${id}`, words(locale, 'comment.field'), {
    ...{ isRequired: true, errorMessage: words(locale, 'card.missing'), maxLength: 1_000 },
  });
  const write = execute('report-comment', words(locale, 'comment.write'), { reportId: id, version, tone: 'WORDS' });
  return [
    text(`${person.unitName} ${person.postTitle} ${person.name}`, { weight: 'Bolder', separator: true }),
    factSet([...saidRows(plan, locale, 200), ...saidRows(result, locale, 200)]),
    ...commentLines(item, locale),
    {
      type: 'ActionSet',
      actions: [tap('SEEN'), tap('THANKS'), asking(words(locale, 'comment.write'), [field], [write])],
    },
  ];
}

const MOST_REPORTS = 8;

/** The reports of the people below, as many as a card takes. */
export function bossMessage(
  { date, items }: { readonly date: string; readonly items: readonly ReportListItem[] },
  { locale, note: said }: Pick<Shown, 'locale' | 'note'>,
): ChatMessage {
  const reported = items.filter(({ id }) => id !== null);
  const title = words(locale, 'boss.title', { day: dayIn(date, locale) });
  const more = reported.length - MOST_REPORTS;
  const body = [
    ...note(said),
    heading(title),
    ...reported.slice(0, MOST_REPORTS).flatMap((item) => bossBlock(item, locale)),
    ...(more > 0 ? [small(words(locale, 'boss.more', { count: more }))] : []),
  ];
  return { kind: 'card', card: cardOf(locale, body), summary: title };
}
