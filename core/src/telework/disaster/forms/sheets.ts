import type { Locale } from '../../../shared/index.ts';
import { words } from '../words.ts';
import type { Part } from './html.ts';
import { type FormWord, formWord } from './text.ts';

/** All of the city's that is printed on the forms. */
export interface FormFacts {
  readonly locale: Locale;
  /** 「みなと市　政策課　令和8年11月24日に作成…」 */
  readonly made: string;
  /** Of the order in force; empty where there is none yet. */
  readonly orderNumber: string;
  /** Articles of the switches. */
  readonly articles: readonly string[];
  /** 「係長　見本 花子」, everybody of the unit and below it. */
  readonly people: readonly string[];
  /** What applications choose from, in the city's own words. */
  readonly choices: Readonly<Record<'kind' | 'places' | 'networks' | 'devices' | 'information', readonly string[]>>;
  /** What an order relaxes, in the city's own sentences. */
  readonly relaxed: readonly string[];
  /** 緊急時の代決, in the city's own sentences; none where the rules know none. */
  readonly deputies: readonly string[];
}

type Say = (code: FormWord) => string;
const BOX = '□';
const SPARE_ROWS = 4;
const TIMES = ['START', 'PAUSE', 'RESUME', 'END'] as const;

const ticks = (choices: readonly string[]): string => choices.map((one) => `${BOX} ${one}`).join('　');

function top(facts: FormFacts, title: FormWord, say: Say): Part[] {
  return [
    { title: say(title) },
    { line: facts.made, small: true },
    { fields: [[say('order'), facts.orderNumber] as const, [say('by'), facts.articles.join('、')] as const] },
  ];
}

const bottom = (say: Say, afterwards: FormWord = 'afterwards'): Part[] => [
  { line: say(afterwards), small: true },
  { fields: [[say('checker'), ''] as const, [say('entered'), ''] as const] },
];

const named = ({ people }: FormFacts, columns: readonly string[]): string[][] =>
  [...people, ...Array.from({ length: SPARE_ROWS }, () => '')].map((one) => [one, ...columns]);

function safety(facts: FormFacts, say: Say): Part[] {
  const answers = (['SAFE_CAN_COME', 'SAFE_CANNOT_COME', 'NEEDS_HELP'] as const).map((one) =>
    words(facts.locale, `answer.${one}`),
  );
  const head = [say('person'), ...answers, say('place'), say('written')];
  const rows = named(facts, [BOX, BOX, BOX, '', '']);
  return [...top(facts, 'safety.title', say), { head, widths: [26, 11, 12, 11, 24, 16], rows }, ...bottom(say)];
}

function muster(facts: FormFacts, say: Say): Part[] {
  const answers = (['COMING', 'ARRIVED', 'CANNOT_COME'] as const).map((one) => words(facts.locale, `answer.${one}`));
  const head = [say('person'), ...answers, say('muster.arrived_at'), say('remarks')];
  const rows = named(facts, [BOX, BOX, BOX, '', '']);
  const where: Part = { fields: [[say('muster.place'), ''] as const] };
  const table: Part = { head, widths: [26, 12, 10, 12, 14, 26], rows };
  return [...top(facts, 'muster.title', say), where, table, ...bottom(say)];
}

function telework(facts: FormFacts, say: Say): Part[] {
  const { kind, places, networks, devices, information } = facts.choices;
  const fields: Part = {
    fields: [
      ...([[say('telework.applicant'), ''] as const, [say('telework.day'), ''] as const] as const),
      [say('telework.kind'), ticks(kind)],
      [say('telework.places'), ticks(places)],
      [say('telework.networks'), ticks(networks)],
      [say('telework.devices'), ticks(devices)],
      [say('telework.information'), ticks(information)],
      [say('telework.tasks'), { text: '', tall: true }],
      ...([[say('telework.contact'), ''] as const, [say('telework.reason'), ''] as const] as const),
      [say('telework.boss'), ''],
    ],
  };
  const times: Part = {
    head: [...TIMES, ...TIMES].map((one) => say(`telework.${one}`)),
    widths: [12.5, 12.5, 12.5, 12.5, 12.5, 12.5, 12.5, 12.5],
    rows: [Array.from({ length: 8 }, () => '')],
  };
  const done: Part = { fields: [[say('telework.done'), { text: '', tall: true }] as const] };
  const eased = facts.relaxed.map((line): Part => ({ line: `・${line}`, small: true }));
  const note: Part[] = eased.length === 0 ? [] : [{ line: say('telework.relaxed') }, ...eased];
  return [...top(facts, 'telework.title', say), fields, times, done, ...bottom(say), ...note];
}

function draft(facts: FormFacts, say: Say): Part[] {
  const tall = { text: '', tall: true } as const;
  const about: Part = {
    fields: [
      [say('draft.subject'), ''],
      [say('draft.proposal'), tall],
      [say('draft.why_now'), tall],
      [say('draft.law'), ''],
      [say('draft.drafter'), ''],
    ],
  };
  const head = (['draft.post', 'draft.name', 'draft.at', 'draft.word'] as const).map(say);
  const rows = (count: number) => Array.from({ length: count }, () => ['', '', '', '']);
  const widths = [22, 26, 20, 32];
  const signed: Part[] = [
    { caption: say('draft.reviews'), head, widths, rows: rows(3) },
    { caption: say('draft.decision'), head, widths, rows: rows(1) },
    { fields: [[say('draft.deputy'), ''] as const, [say('draft.absence'), ''] as const] },
    { fields: [[say('draft.review'), tall] as const] },
  ];
  const rules = facts.deputies.map((line): Part => ({ line: `・${line}`, small: true }));
  const note: Part[] = rules.length === 0 ? [] : [{ line: say('draft.rules') }, ...rules];
  return [...top(facts, 'draft.title', say), about, ...signed, ...bottom(say, 'draft.afterwards'), ...note];
}

/** 安否・参集・在宅勤務申請・緊急時の起案, each from a page of its own. */
export function formSheets(facts: FormFacts): Part[][] {
  const say: Say = (code) => formWord(facts.locale, code);
  return [safety, muster, telework, draft].map((sheet) => sheet(facts, say));
}
