import type { ChatMessage, Locale } from '../../shared/index.ts';
import { asking, cardOf, cut, type Element, execute, factSet, heading, note, small, text } from '../elements.ts';
import { openPage, type ToTab } from '../tab-pages.ts';
import {
  MusterAnswerSchema,
  type RollAnswer,
  type RollAnswerView,
  type RollBoard,
  type RollUnit,
  type RollView,
  SafetyAnswerSchema,
} from './roll-contract.ts';
import { momentOf, words } from './words.ts';

/** The reader's language, and one sentence on top. */
export interface Shown {
  readonly locale: Locale;
  readonly note?: string | undefined;
}

export const answersOf = (kind: RollView['kind']): readonly RollAnswer[] =>
  kind === 'SAFETY' ? SafetyAnswerSchema.options : MusterAnswerSchema.options;

const URGENT: readonly RollAnswer[] = ['NEEDS_HELP', 'CANNOT_COME'];

const buttons = ({ id, kind }: RollView, locale: Locale): Element[] =>
  answersOf(kind).map((answer) =>
    execute(
      'roll-answer',
      words(locale, `answer.${answer}`),
      { rollId: id, kind, answer },
      {
        style: URGENT.includes(answer) ? 'destructive' : 'positive',
      },
    ),
  );

const fields = (locale: Locale): Element[] => [
  { type: 'Input.Text', id: 'words', label: words(locale, 'card.words'), maxLength: 500 },
  { type: 'Input.Text', id: 'place', label: words(locale, 'card.place'), maxLength: 200 },
];

function answerLine({ answer, at, by }: RollAnswerView, locale: Locale): string {
  const said = { answer: words(locale, `answer.${answer}`), at: momentOf(at, locale) };
  return by ? words(locale, 'card.answered_by', { ...said, name: by.name }) : words(locale, 'card.answered', said);
}

function given(answer: RollAnswerView, locale: Locale): Element[] {
  return [
    text(answerLine(answer, locale), {
      weight: 'Bolder',
      color: URGENT.includes(answer.answer) ? 'Attention' : 'Good',
    }),
    ...[answer.words, answer.place].filter((said) => said !== '').map((said) => small(said)),
    ...(answer.paper ? [small(words(locale, 'card.paper', { source: answer.paper.source }))] : []),
    ...(answer.late ? [small(words(locale, 'card.late'), { isSubtle: true })] : []),
  ];
}

const headline = ({ kind, title }: RollView, locale: Locale): string =>
  words(locale, 'card.headline', { kind: words(locale, `kind.${kind}`), title });

/** 「安否確認」「参集」 as it comes to one person: one tap answers. */
export function rollMessage(view: RollView, { locale, note: said }: Shown): ChatMessage {
  const { askedBy, askedAt, asked, open } = view;
  const { unitName: unit, postTitle: post, name } = askedBy;
  const answer = asked?.answer ?? null;
  const tapped = buttons(view, locale);
  const body = [
    ...note(said),
    heading(headline(view, locale)),
    small(words(locale, 'card.from', { unit, post, name, at: momentOf(askedAt, locale) }), { isSubtle: true }),
    ...(view.place === '' ? [] : [factSet([[words(locale, 'card.muster_place'), view.place]])]),
    ...(view.words === '' ? [] : [text(view.words)]),
    ...(open ? [] : [text(words(locale, 'card.closed'))]),
    ...(answer ? given(answer, locale) : fields(locale)),
  ];
  const actions = answer ? [asking(words(locale, 'card.change'), fields(locale), tapped)] : tapped;
  const summary = answer ? `${headline(view, locale)} ${answerLine(answer, locale)}` : headline(view, locale);
  return { kind: 'card', card: cardOf(locale, body, asked ? actions : []), summary };
}

const MOST_UNITS = 12;
const MOST_PEOPLE = 10;

function unitLine({ name, answered, asked, answers }: RollUnit, locale: Locale): string {
  const parts = Object.entries(answers).map(
    ([answer, count]) => `${words(locale, `answer.${answer as RollAnswer}`)} ${count}`,
  );
  const silent = asked - answered;
  const all = silent > 0 ? [...parts, `${words(locale, 'answer.NONE')} ${silent}`] : parts;
  return words(locale, 'board.unit', { name, answered, asked, answers: all.join(locale === 'ja' ? '、' : ', ') });
}

function peopleLines({ people }: RollBoard, answer: RollAnswer | null, locale: Locale): string[] {
  return people
    .filter((one) => (one.answer?.answer ?? null) === answer)
    .slice(0, MOST_PEOPLE)
    .map(({ unitName, postTitle, name, reachable, answer: said }) => {
      const more = [said?.words, said?.place].filter((one) => one).map((one) => `「${cut(one ?? '', 60)}」`);
      return `${unitName} ${postTitle} ${name}${more.join('')}${reachable === false ? words(locale, 'board.unreached') : ''}`;
    });
}

const listed = (title: string, lines: readonly string[]): Element[] =>
  lines.length === 0 ? [] : [text(title, { weight: 'Bolder' }), ...lines.map((line) => small(`・${line}`))];

/** The board in the chat: counts, who needs help, who has not answered. */
export function boardMessage(board: RollBoard, { locale, note: said, pageUrl }: Shown & ToTab): ChatMessage {
  const { roll, asked, answered, unreachable, units } = board;
  const title = words(locale, 'board.title', { kind: words(locale, `kind.${roll.kind}`), title: roll.title });
  const count = words(locale, 'board.count', { asked, answered, unreachable });
  const about = { rollId: roll.id, kind: roll.kind };
  const more = units.length - MOST_UNITS;
  const body = [
    ...note(said),
    heading(title),
    text(count),
    ...listed(words(locale, 'board.help'), peopleLines(board, 'NEEDS_HELP', locale)),
    ...units.slice(0, MOST_UNITS).map((unit) => small(unitLine(unit, locale))),
    ...(more > 0 ? [small(words(locale, 'board.more', { count: more }), { isSubtle: true })] : []),
    ...listed(words(locale, 'board.silent'), peopleLines(board, null, locale)),
  ];
  const remind = execute('roll-remind', words(locale, 'board.remind'), { ...about, version: roll.version });
  const actions = [
    execute('roll-board', words(locale, 'board.refresh'), about),
    ...(roll.may.run && roll.open && answered < asked ? [remind] : []),
    ...openPage({ pageUrl }, roll, words(locale, 'board.open')),
  ];
  return { kind: 'card', card: cardOf(locale, body, actions), summary: `${title} ${count}` };
}
