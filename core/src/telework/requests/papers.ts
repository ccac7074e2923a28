import type { RegulationsToday, TeleworkRules } from '../../regulations/index.ts';
import { badInput, type Sentence, wareki } from '../../shared/index.ts';
import type { Added, Asking, Paper } from '../applications/kind.ts';
import { subjectFacts } from '../applications/matter-facts.ts';
import type { TeleworkRequestInput } from './contract.ts';
import type { JudgedDay } from './judging.ts';
import { KIND_NAMES, namesOf, SPAN_NAMES } from './words.ts';

type Step = JudgedDay['verdict']['procedures'][number];

/** What is applied for, in the words of the form. */
export interface Form {
  readonly asking: Asking;
  readonly today: RegulationsToday;
  readonly steps: readonly Step[];
  /** What each procedure’s paper is called, and about when it is. */
  readonly titles: Readonly<Record<string, string>>;
  readonly about: string;
  readonly rows: Paper['rows'];
  readonly proposal: string;
  readonly facts: Paper['matter']['facts'];
}

const MATTERS: Readonly<Record<string, string>> = {
  APPROVAL: 'TELEWORK',
  TAKE_OUT_PERMIT: 'ASSET_TAKE_OUT',
  TRIP_ORDER: 'DOMESTIC_TRIP',
};

/** Whom the row names, besides the applicant's own posts. @throws bad-input `telework.nobody_for` where nobody has such a post */
function namedBy({ asking, today }: Form, { by, name, sentence, procedure }: Step): Added[] {
  const [main] = asking.actor.posts;
  const own = asking.actor.posts.map(({ postId }) => postId);
  const found = main ? today.whom(by, { unitId: main.unitId, drafterPostIds: own }) : [];
  if (found.length === 0 && procedure === 'TAKE_OUT_PERMIT') throw badInput('telework.nobody_for', { name: name.ja });
  const duty = procedure === 'NOTICE' ? 'READING' : 'REVIEW';
  return found.flatMap((one): Added[] => {
    const reason = sentence.ja;
    if (one.kind === 'SECTION') return [{ duty, postId: null, unitId: one.unitId, reason }];
    return own.includes(one.postId) ? [] : [{ duty, postId: one.postId, unitId: null, reason }];
  });
}

const BESIDES = ['SPECIAL_APPROVAL', 'NOTICE'];

/** One case of each procedure; those who approve specially, and those who are told, are on the way of the approval. */
export function papersOf(form: Form): Paper[] {
  const { steps, titles, about, rows, proposal, facts } = form;
  const besides = steps.filter(({ procedure }) => BESIDES.includes(procedure)).flatMap((step) => namedBy(form, step));
  const own = steps.filter(({ procedure }) => !BESIDES.includes(procedure));
  const approval = own.find(({ procedure }) => procedure === 'APPROVAL') ?? own[0];
  return own.map((step): Paper => {
    const { procedure, name, matter, article } = step;
    const adds = [...namedBy(form, step), ...(step === approval ? besides : [])];
    return {
      procedure: own.filter((one) => one.procedure === procedure).length > 1 ? `${procedure}/${step.row}` : procedure,
      name,
      matter: { code: matter ?? MATTERS[procedure] ?? 'TELEWORK', facts },
      title: `${titles[procedure] ?? name.ja}（${about}）`,
      proposalText: proposal,
      rows: [...rows, ['根拠', `${article}${step.sentence.ja === '' ? '' : `　${step.sentence.ja}`}`]],
      adds: once(adds),
      ...{ confidentiality: 'C2', personal: true },
    };
  });
}

const once = (adds: readonly Added[]): Added[] => [
  ...new Map(adds.map((one) => [`${one.duty} ${one.postId ?? one.unitId}`, one])).values(),
];

export const REQUEST_TITLES: Readonly<Record<string, string>> = {
  APPROVAL: 'テレワーク実施申請',
  TAKE_OUT_PERMIT: '情報資産外部持出し許可申請',
  TRIP_ORDER: '出張命令（テレワーク）',
  DEVICE_LOAN: '端末貸出申請（テレワーク）',
  DEVICE_USE: '端末使用申請（テレワーク）',
};

/** Steps of several days, each row once. */
export const stepsOf = (days: readonly JudgedDay[]): Step[] => [
  ...new Map(days.flatMap(({ verdict }) => verdict.procedures).map((step) => [step.row, step])).values(),
];

const times = (spans: readonly { from: string; to: string }[]): string =>
  spans.map(({ from, to }) => `${from}〜${to}`).join('、');

/** 様式 for the days: what is filled in, in the order in which people read it. */
export function requestRows(
  input: TeleworkRequestInput,
  {
    asking,
    policy,
    days,
    applicant,
  }: { asking: Asking; policy: TeleworkRules['policy']; days: readonly JudgedDay[]; applicant: string },
): Paper['rows'] {
  const { kind, span, tasks, contact, reason, items, breaks } = input;
  const named = (list: 'networks' | 'devices' | 'information' | 'reasons') => namesOf(policy, list, input[list]);
  const time = days[0]?.verdict.time;
  const said: (readonly [string, string])[] = [
    ['申請者', applicant],
    ['申請の日', wareki(asking.today)],
    ['実施する日', days.map(({ date }) => wareki(date)).join('、')],
    ['区分', `${KIND_NAMES[kind].ja}（${SPAN_NAMES[span].ja}）`],
    ['時間', time ? times([time]) : ''],
    ['休憩', breaks === null ? '' : times(breaks)],
    ['場所', namesOf(policy, 'places', [input.place])],
    ['通信回線', named('networks')],
    ['端末', named('devices')],
    ['扱う情報・業務', named('information')],
    ['事由', named('reasons')],
    ['業務の予定', tasks],
    ['連絡先', contact],
    ['理由', reason],
    ['持ち出す物', items.join('\n')],
  ];
  return said.filter(([, value]) => value !== '');
}

/** What the rules had to say, for whoever decides. */
export const remarkRow = (findings: readonly { sentence: Sentence; severity: string }[]): Paper['rows'] =>
  findings.length === 0 ? [] : [['規程による注意', findings.map(({ sentence }) => sentence.ja).join('\n')]];

export const factsOfDays = (
  { asking, today }: Pick<Form, 'asking' | 'today'>,
  { days, perWeek }: { days: number; perWeek: number },
): Paper['matter']['facts'] => ({
  ...subjectFacts(today, asking.actor),
  ...{ daysPerWeek: perWeek, days, nights: 0, tripKind: 'CITY' },
});
