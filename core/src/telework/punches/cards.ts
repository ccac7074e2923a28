import { type ChatMessage, type Locale, localTimeOf } from '../../shared/index.ts';
import { asking, cardOf, cut, dayWord, type Element, execute, factSet, heading, small, text } from '../elements.ts';
import { openPage, type ToTab } from '../tab-pages.ts';
import type { PunchKind } from '../working-time/punches.ts';
import { clock } from '../working-time/span.ts';
import type { CorrectionView, WorkdayView } from './contract.ts';
import { punchWords } from './text.ts';
import { words } from './words.ts';

export interface CardContext extends ToTab {
  readonly locale: Locale;
  /** Made once for each card, so that a button pressed twice counts once. */
  readonly key: string;
  /** What became of what was just done; `isOdd` where somebody should look at it. */
  readonly said?: { readonly sentence: string; readonly isOdd: boolean };
}

const MOST_ODD = 3;

const headline = ({ state, since }: WorkdayView, locale: Locale): string =>
  words(locale, state, { time: since === null ? '' : localTimeOf(new Date(since)) });

const open = (context: CardContext): Element[] => openPage(context, 'today', words(context.locale, 'open'));

interface PunchButton {
  readonly punch: PunchKind;
  readonly title?: string;
  /** What most probably comes next: only one button of a card stands out. */
  readonly next?: boolean;
}

const punchButton = ({ punch, title, next = true }: PunchButton, { locale, key }: CardContext): Element =>
  execute(
    'punch',
    title ?? punchWords[punch][locale],
    { punch, tapId: `${key}:${punch}` },
    next ? { style: 'positive' } : {},
  );

/** After the end nothing is expected: a start that nobody meant would open the day again. */
const EXPECTED: Readonly<Partial<Record<WorkdayView['state'], PunchKind>>> = {
  ...{ NOT_STARTED: 'START', WORKING: 'END', PAUSED: 'RESUME' },
};

/** A time that was not punched: it waits for the head above. */
export function stateButton(date: string, punch: 'START' | 'END', { locale, key }: CardContext): Element {
  const label = words(locale, punch === 'END' ? 'time_of_end' : 'time_of_start');
  const field = { type: 'Input.Time', id: 'time', label, isRequired: true, errorMessage: label };
  const send = execute('state-punch', words(locale, 'send'), { date, punch, tapId: `${key}:state` });
  return asking(words(locale, 'state_time'), [field], [send]);
}

function buttons(view: WorkdayView, context: CardContext): Element[] {
  if (view.state !== 'UNCONFIRMED_END')
    return view.next.map((punch) => punchButton({ punch, next: punch === EXPECTED[view.state] }, context));
  const now = view.next.includes('END')
    ? [punchButton({ punch: 'END', title: words(context.locale, 'end_now') }, context)]
    : [];
  return view.closed ? now : [...now, stateButton(view.date, 'END', context)];
}

function pauseAsked({ date, pauses }: WorkdayView, { locale }: CardContext): Element[] {
  const pause = pauses.findLast(({ asked }) => asked);
  if (!pause) return [];
  const time = (at: string) => localTimeOf(new Date(at));
  const answer = (as: 'BREAK' | 'HOURLY_LEAVE', title: string) =>
    execute('mid-shift', title, { date, punchId: pause.punchId, as });
  return [
    text(words(locale, 'pause_asked', { from: time(pause.from), to: time(pause.to) }), { separator: true }),
    {
      type: 'ActionSet',
      actions: [answer('BREAK', words(locale, 'as_break')), answer('HOURLY_LEAVE', words(locale, 'as_leave'))],
    },
  ];
}

function facts(view: WorkdayView, locale: Locale): Element {
  const { scheduled, date, is, worked, breaks, midShift, state } = view;
  const begun = state !== 'NOT_STARTED';
  return factSet([
    [words(locale, 'day'), `${dayWord(date, locale)}${locale === 'ja' ? `（${is}）` : ` (${is})`}`],
    [words(locale, 'planned'), scheduled && `${scheduled.from}〜${scheduled.to}`],
    [words(locale, 'worked'), begun ? clock(worked) : null],
    [words(locale, 'breaks'), begun && breaks > 0 ? clock(breaks) : null],
    [words(locale, 'mid_shift'), midShift > 0 ? clock(midShift) : null],
  ]);
}

/** The day as one card: what it is now, and what may be tapped next. */
export function dayMessage(view: WorkdayView, context: CardContext): ChatMessage {
  const { locale, said } = context;
  const title = headline(view, locale);
  const waits = view.corrections.some(({ state }) => state === 'OPEN');
  // What was just said of a punch is not said twice.
  const odd = view.odd.filter(({ sentence }) => !said?.sentence.includes(sentence)).slice(-MOST_ODD);
  const body = [
    ...(said
      ? [text(said.sentence, said.isOdd ? { color: 'Attention', weight: 'Bolder' } : { weight: 'Bolder' })]
      : []),
    heading(title),
    facts(view, locale),
    ...odd.map(({ sentence }) => small(sentence, { color: 'Attention' })),
    ...(waits ? [small(words(locale, 'waits'))] : []),
    ...pauseAsked(view, context),
  ];
  const summary = said ? said.sentence : title;
  return { kind: 'card', card: cardOf(locale, body, [...buttons(view, context), ...open(context)]), summary };
}

/** 「終了しましたか」: asked where a start or an end is missing. */
export function missingMessage(view: WorkdayView, missing: 'START' | 'END', context: CardContext): ChatMessage {
  const { locale } = context;
  const ends = missing === 'END';
  const title = words(locale, ends ? 'ask_end' : 'ask_start');
  const line = words(locale, ends ? 'ask_end_line' : 'ask_start_line', { day: view.date });
  const now = view.next.includes(missing)
    ? [punchButton({ punch: missing, ...(ends ? { title: words(locale, 'end_now') } : {}) }, context)]
    : [];
  const actions = [...now, stateButton(view.date, missing, context), ...open(context)];
  const body = [heading(title), text(line), facts(view, locale)];
  return { kind: 'card', card: cardOf(locale, body, actions), summary: `${title}（${dayWord(view.date, locale)}）` };
}

type Changed = CorrectionView['changes'][number]['before'];

function changeLine({ before, after }: CorrectionView['changes'][number], locale: Locale): string {
  const one = (punch: Changed): string =>
    punch ? `${punchWords[punch.punch][locale]} ${localTimeOf(new Date(punch.at))}` : '';
  const params = { before: one(before), after: one(after) };
  if (before === null) return words(locale, 'added', params);
  return words(locale, after === null ? 'removed' : 'changed', params);
}

function answers({ id, may }: CorrectionView, locale: Locale): Element[] {
  const data = { correctionId: id };
  if (may.withdraw) return [execute('correction-withdraw', words(locale, 'withdraw'), data)];
  if (!may.settle) return [];
  const why = {
    ...{ type: 'Input.Text', id: 'comment', label: words(locale, 'why'), isMultiline: true, maxLength: 1000 },
    ...{ isRequired: true, errorMessage: words(locale, 'why_missing') },
  };
  return [
    execute('correction-confirm', words(locale, 'confirm'), data, { style: 'positive' }),
    asking(
      words(locale, 'decline'),
      [why],
      [execute('correction-decline', words(locale, 'decline'), data, { style: 'destructive' })],
    ),
  ];
}

/** 打刻修正, for whoever asked and whoever answers. */
export function correctionMessage(view: CorrectionView, context: Omit<CardContext, 'key'>): ChatMessage {
  const { locale, said } = context;
  const { person, settled, paper } = view;
  const asks = paper ? 'paper' : 'correction';
  const title = words(locale, view.may.settle ? asks : `${asks}_${view.state}`);
  const who = `${person.unitName} ${person.postTitle} ${person.name}`;
  const body = [
    ...(said
      ? [text(said.sentence, said.isOdd ? { color: 'Attention', weight: 'Bolder' } : { weight: 'Bolder' })]
      : []),
    heading(title),
    factSet([
      [words(locale, 'who'), who],
      [words(locale, 'day'), dayWord(view.date, locale)],
      [words(locale, 'reason'), cut(view.reason.replaceAll('\n', ' '), 200)],
      [words(locale, 'entered_by'), paper && `${paper.enteredBy.postTitle} ${paper.enteredBy.name}`],
      [words(locale, 'paper_source'), paper && `${paper.source}（${paper.orderNumber}）`],
      [words(locale, 'by'), settled && `${settled.by.postTitle} ${settled.by.name}`],
      [words(locale, 'comment'), settled && cut(settled.comment.replaceAll('\n', ' '), 200)],
    ]),
    ...view.changes.map((change) => text(changeLine(change, locale), { spacing: 'Small' })),
  ];
  const tab = openPage(context, view.may.settle ? 'people' : 'today', words(locale, 'open'));
  const card = cardOf(locale, body, [...answers(view, locale), ...tab]);
  return { kind: 'card', card, summary: `${title}（${person.name} ${dayWord(view.date, locale)}）` };
}
