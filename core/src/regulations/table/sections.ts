import type { Sentence } from '../../shared/index.ts';
import { groupName } from '../engine/pack.ts';
import type { Designation } from '../language/parts.ts';
import type {
  AbsenceRow,
  DecisionRow,
  DeputyRow,
  EscalationRow,
  ReminderRow,
  Row,
  SkipRow,
  StepRow,
} from '../language/schema.ts';
import { DUTIES, evidence, lifting, ofWhom, type Posts } from './whose-row.ts';
import { type Conditioned, classNames, conditions, type Reader, reasonName, say, whom, word } from './words-of-rows.ts';

/** One table of the page. */
export interface Section {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface Told<R> {
  readonly title: string;
  readonly rows: readonly R[];
  /** What the row rules, besides when. */
  readonly says: (row: R) => string;
}

function section<R extends Row & Conditioned>(reader: Reader, { title, rows, says }: Told<R>): Section {
  const head = [
    word(reader, '行', 'row'),
    word(reader, '条件', 'conditions'),
    word(reader, '定め', 'rule'),
    word(reader, '根拠', 'article'),
    word(reader, '理由文', 'sentence'),
  ];
  const cells = (row: R) => [row.id, conditions(reader, row), says(row), row.article, say(reader, row.sentence)];
  return { title, head, rows: rows.map(cells) };
}

const TO: Readonly<Record<string, Sentence>> = {
  HOLDER: { ja: '本人', en: 'holder' },
  SUPERIOR: { ja: '上司', en: 'superior' },
  RECORDS: { ja: '文書主任', en: 'records officer' },
  DRAFTER: { ja: '起案者', en: 'drafter' },
};

export function decisionSections(reader: Reader): Section[] {
  const { file } = reader.pack;
  const groups = [...new Set(file.matters.map(({ group }) => group))];
  const says = ({ decider }: DecisionRow) =>
    typeof decider === 'string' ? classNames(reader, [decider]) : whom(reader, decider);
  return groups.map((group) => {
    const codes = file.matters.filter((matter) => matter.group === group).map(({ code }) => code);
    const rows = file.decisions.filter((row) => row.matters.some((code) => codes.includes(code)));
    const title = `${word(reader, '決裁区分：', 'Decisions: ')}${say(reader, groupName(reader.pack, group))}`;
    return section(reader, { title, rows, says });
  });
}

const all = (reader: Reader, words: readonly Designation[]): string => words.map((one) => whom(reader, one)).join('、');

function step(reader: Reader, { duty, to, place, mandatory, rule }: StepRow): string {
  const where =
    place === 'BEFORE_LINE'
      ? word(reader, '回議の前', 'before the line')
      : place === 'BEFORE_DECISION'
        ? ''
        : word(reader, `${classNames(reader, [place.after])}の後`, `after ${classNames(reader, [place.after])}`);
  const optional = mandatory ? '' : word(reader, '任意', 'optional');
  const enough =
    rule === 'ALL'
      ? ''
      : rule === 'ANY'
        ? word(reader, 'いずれか', 'any of them')
        : word(reader, `${rule.atLeast}以上`, `at least ${rule.atLeast}`);
  return [`${say(reader, DUTIES[duty])} ${all(reader, to)}`, enough, where, optional].filter(Boolean).join('／');
}

function escalation(reader: Reader, { raises, reasons }: EscalationRow): string {
  const to =
    'to' in raises ? classNames(reader, [raises.to]) : word(reader, `${raises.steps}段階上`, `${raises.steps} up`);
  return `${reasons.map((code) => reasonName(reader, code)).join('・')} → ${to}`;
}

function deputies(reader: Reader, row: DeputyRow): string {
  const places = row.order.map(({ who, only }, at) => {
    const narrowed = only === undefined ? '' : `（${conditions(reader, only)}）`;
    return `${at + 1} ${all(reader, Array.isArray(who) ? who : [who])}${narrowed}`;
  });
  return [`${ofWhom(reader, row)}：`, ...places].join(' ');
}

function absence(reader: Reader, row: AbsenceRow): string {
  const { awayMoreThanDays: days, awayAtLeastHours: hours } = row;
  return [
    ofWhom(reader, row),
    evidence(reader, row),
    days === undefined ? '' : word(reader, `${days}日超`, `> ${days} days`),
    hours === undefined ? '' : word(reader, `${hours}時間以上`, `≥ ${hours} hours`),
    row.urgentLifts ? word(reader, '至急は問わない', 'lifted by urgency') : '',
    row.vacancy === 'ABSENT'
      ? word(reader, '欠員を含む', 'vacancy counts')
      : word(reader, '欠員を含まない', 'vacancy does not count'),
  ]
    .filter(Boolean)
    .join('／');
}

interface Due extends Posts {
  readonly due: { readonly workingDays: number; readonly from: 'ACT' | 'RETURN' };
}

function due(reader: Reader, row: Due, not: string | null): string {
  const { workingDays, from } = row.due;
  const since = from === 'RETURN' ? word(reader, '登庁後', ' after the return') : '';
  const within = word(reader, `${since}${workingDays}営業日以内`, `within ${workingDays} working days${since}`);
  return [ofWhom(reader, row), not ?? within].filter(Boolean).join('：');
}

function skipped(reader: Reader, row: SkipRow): string {
  const by = row.automatic ? word(reader, '不在の登録により自動', 'by itself on registered absence') : '';
  return [due(reader, row, row.allowed ? null : word(reader, 'できない', 'not allowed')), by]
    .filter(Boolean)
    .join('／');
}

const OVERDUE: Readonly<Record<string, Sentence>> = {
  ...TO,
  READER: { ja: '後閲する者', en: 'whoever owes the review' },
  OFFICER: { ja: '所属の文書主任', en: 'the records officer of the section' },
  ADMIN: { ja: 'システム管理者', en: 'the administrator' },
};

function overdue(reader: Reader, { overdue: steps }: ReminderRow): string {
  if (steps.length === 0) return '';
  const each = steps.map(({ afterWorkingDays: days, to }) => {
    return `${word(reader, `${days}日`, `${days} days`)} → ${say(reader, OVERDUE[to])}`;
  });
  return `${word(reader, '後閲の期限後', 'after the last day of a review')}：${each.join('、')}`;
}

const reminders = (reader: Reader, row: ReminderRow): string =>
  [reminder(reader, row), overdue(reader, row)].filter(Boolean).join('／');

function reminder(reader: Reader, { steps }: ReminderRow): string {
  return steps
    .map(({ afterWorkingDays: days, to, duties }) => {
      const only = duties === undefined ? '' : `（${duties.map((duty) => say(reader, DUTIES[duty])).join('・')}）`;
      return `${word(reader, `${days}日`, `${days} days`)} → ${say(reader, TO[to])}${only}`;
    })
    .join('、');
}

const PER: Readonly<Record<string, Sentence>> = {
  UNIT: { ja: '課ごと', en: 'per section' },
  BODY: { ja: '全庁で一つ', en: 'one for the whole body' },
  NONE: { ja: '番号を付けない', en: 'no number' },
};

function afterwards(reader: Reader): Section[] {
  const { deputyLimits, absence: absences, postReview, skips } = reader.pack.file;
  return [
    section(reader, {
      title: word(reader, '代決の制限', 'Limits of deputies'),
      rows: deputyLimits,
      says: (row) => [ofWhom(reader, row), lifting(reader, row)].filter(Boolean).join('：'),
    }),
    section(reader, {
      title: word(reader, '不在', 'Absence'),
      rows: absences,
      says: (row) => absence(reader, row),
    }),
    section(reader, {
      title: word(reader, '後閲（代決後）', 'Review after deputies'),
      rows: postReview,
      says: (row) => due(reader, row, row.required ? null : word(reader, '要しない', 'not needed')),
    }),
    section(reader, {
      title: word(reader, '後閲（回議の省略）', 'Review afterwards by those passed over'),
      rows: skips,
      says: (row) => skipped(reader, row),
    }),
  ];
}

export function otherSections(reader: Reader): Section[] {
  const { file } = reader.pack;
  const sections = [
    section(reader, {
      title: word(reader, '合議・審査・引継', 'Consultation, examination, information'),
      rows: file.steps,
      says: (row) => step(reader, row),
    }),
    section(reader, {
      title: word(reader, '専決の制限', 'Limits of delegation'),
      rows: file.escalations,
      says: (row) => escalation(reader, row),
    }),
    section(reader, {
      title: word(reader, '代決者', 'Deputies'),
      rows: file.deputies,
      says: (row) => deputies(reader, row),
    }),
    ...afterwards(reader),
    section(reader, {
      title: word(reader, '催促', 'Reminders'),
      rows: file.reminders,
      says: (row) => reminders(reader, row),
    }),
    section(reader, {
      title: word(reader, '番号', 'Numbers'),
      rows: file.series,
      says: ({ symbol, per }) => [symbol, say(reader, PER[per])].filter(Boolean).join('：'),
    }),
  ];
  return sections.filter(({ rows }) => rows.length > 0);
}
