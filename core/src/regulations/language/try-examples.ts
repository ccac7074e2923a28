import type { OrganisationSnapshot } from '../../directory/index.ts';
import type { DutyCode } from '../contract.ts';
import type { Pack } from '../engine/pack.ts';
import { planRoute } from '../engine/plan.ts';
import { skipReviewer, standIn } from '../engine/stand-in.ts';
import type { MatterQuestion, PlannedSlot, RoutePlan } from '../engine/vocabulary.ts';
import { type Finding, finding } from './finding.ts';
import { exampleOrganisation } from './organisation.ts';
import type { PackFile } from './schema.ts';
import { meetingDifference } from './try-meetings.ts';
import { retentionDifference } from './try-retention.ts';
import { scheduleDifference } from './try-schedules.ts';
import { teleworkDifference } from './try-telework.ts';
import { triedWorkingTime } from './try-working-time.ts';

type RouteExample = PackFile['examples']['routes'][number];
type DeputyExample = PackFile['examples']['deputies'][number];
type SkipExample = PackFile['examples']['skips'][number];

const WORDS: Readonly<Record<DutyCode, string>> = {
  REVIEW: '回議',
  CONSULT: '合議',
  EXAMINE: '審査',
  PROVISIONAL: '仮決裁',
  DECISION: '決裁',
  READING: '供覧',
};

/** `合議 unit:zaisei`, as an example writes it. */
function slotInWords(there: OrganisationSnapshot, { duty, address }: PlannedSlot): string {
  const whom =
    address.kind === 'POST'
      ? there.posts.get(address.postId)?.code
      : `unit:${there.units.get(address.unitId)?.code ?? ''}`;
  return `${WORDS[duty]} ${whom ?? ''}`;
}

function routeInWords(there: OrganisationSnapshot, slots: readonly PlannedSlot[]): (string | string[])[] {
  return [...Map.groupBy(slots, ({ stage }) => stage).values()].map((together) => {
    const words = together.map((slot) => slotInWords(there, slot));
    return words.length === 1 ? (words[0] ?? '') : words;
  });
}

/** 経由 and 回議 are one duty; those of one stage come in any order. */
const comparable = (value: unknown): string => JSON.stringify(value).replaceAll('経由', '回議');

function sameStages(a: readonly (string | string[])[], b: readonly (string | string[])[]): boolean {
  const sorted = (stages: typeof a) =>
    comparable(stages.map((stage) => (Array.isArray(stage) ? stage.toSorted() : stage)));
  return sorted(a) === sorted(b);
}

function questionOf(example: RouteExample | DeputyExample | SkipExample, there: OrganisationSnapshot): MatterQuestion {
  const { matter, analogousTo, facts, escalations, raiseTo, urgent, unit, drafterPosts } = example;
  return {
    there,
    matter,
    analogousTo: analogousTo ?? null,
    facts,
    escalations,
    raiseTo: raiseTo ?? null,
    urgent,
    unitId: unit,
    drafterPostIds: drafterPosts,
  };
}

type Expected = Extract<RouteExample['expect'], { article: string }>;

function actualOf(there: OrganisationSnapshot, plan: RoutePlan): Record<keyof Expected, unknown> {
  return {
    article: plan.basis.article,
    class: plan.basis.decisionClass,
    route: routeInWords(there, plan.slots),
    inform: plan.inform.map((slot) => slotInWords(there, slot)),
    struck: plan.struck,
    skipped: plan.skipped.map(({ postId }) => postId),
    series: plan.numbering.series,
    remindAfter: plan.reminders.map(({ afterWorkingDays }) => afterWorkingDays),
  };
}

export type Difference = { readonly what: string; readonly expected: unknown; readonly actual: unknown };

function routeDifference(pack: Pack, there: OrganisationSnapshot, example: RouteExample): Difference | null {
  const { expect } = example;
  const answer = planRoute(pack, questionOf(example, there));
  if (!answer.ok || 'problem' in expect) {
    const actual = answer.ok ? `${answer.plan.basis.ruleId} ${answer.plan.basis.article}` : answer.problem;
    const expected = 'problem' in expect ? expect.problem : expect.article;
    return actual === expected
      ? null
      : { what: 'problem', expected, actual: answer.ok ? actual : { problem: actual, ...answer.params } };
  }
  const actual = actualOf(there, answer.plan);
  for (const what of Object.keys(expect) as (keyof Expected)[]) {
    if (expect[what] === undefined) continue;
    const same =
      what === 'route'
        ? sameStages(expect.route, routeInWords(there, answer.plan.slots))
        : comparable(sortedIfNames(expect[what])) === comparable(sortedIfNames(actual[what]));
    if (!same) return { what, expected: expect[what], actual: actual[what] };
  }
  return null;
}

const sortedIfNames = (value: unknown): unknown =>
  Array.isArray(value) && value.every((one) => typeof one === 'string') ? value.toSorted() : value;

const NEW_YEAR = '2026-04-01T09:00:00+09:00';
const momentOf = (absent: DeputyExample['absent']) => new Date(absent?.from ?? NEW_YEAR);

interface Answered {
  readonly ok: boolean;
  readonly article: string;
  readonly code?: string;
  readonly order?: number;
  readonly postReview?: { readonly required: boolean; readonly dueWorkingDays: number };
  readonly automatic?: boolean;
  readonly byOrder?: { readonly switch: string } | null;
}

function answerDifference(
  expect: DeputyExample['expect'] | SkipExample['expect'],
  answer: Answered,
): Difference | null {
  const wanted: Record<string, unknown> = 'refused' in expect ? { ...expect } : { refused: null, ...expect };
  const actual: Record<string, unknown> = {
    refused: answer.ok ? null : answer.code,
    article: answer.article,
    order: answer.order,
    postReview: answer.postReview?.required,
    dueWorkingDays: answer.postReview?.dueWorkingDays,
    automatic: answer.automatic,
    byOrder: answer.ok ? (answer.byOrder?.switch ?? null) : undefined,
  };
  const what = Object.keys(wanted).find((key) => wanted[key] !== undefined && wanted[key] !== actual[key]);
  return what === undefined ? null : { what, expected: wanted[what], actual: actual[what] };
}

function deputyDifference(pack: Pack, there: OrganisationSnapshot, example: DeputyExample): Difference | null {
  const answer = standIn(pack, {
    ...questionOf(example, there),
    duty: example.duty,
    postId: example.post,
    at: momentOf(example.absent),
    absent: example.absent,
    instructed: example.instructed,
    deadlock: example.deadlock,
    orders: example.ordered.map((code) => ({ switch: code, orderNumber: code })),
    isAbsent: (postId) => example.absentPosts.includes(postId),
    namedBy: (postId) => example.named[postId] ?? [],
    asking: { postIds: [example.by], isDrafter: example.drafterPosts.includes(example.by) },
  });
  return answerDifference(example.expect, answer);
}

function skipDifference(pack: Pack, there: OrganisationSnapshot, example: SkipExample): Difference | null {
  const answer = skipReviewer(pack, {
    ...questionOf(example, there),
    duty: example.duty,
    postId: example.post,
    at: momentOf(example.absent),
    absent: example.absent,
    trigger: example.trigger,
  });
  return answerDifference(example.expect, answer);
}

/** Tries every example of the pack on the organisation that it describes. */
export function failingExamples(pack: Pack): Finding[] {
  const there = exampleOrganisation(pack.file);
  const { routes, deputies, skips } = pack.file.examples;
  const telework = pack.file.telework?.examples;
  const failed = (name: string, difference: Difference | null): Finding[] => {
    if (difference === null) return [];
    const { what, expected, actual } = difference;
    const params = { name, what, expected: JSON.stringify(expected), actual: JSON.stringify(actual ?? null) };
    return [finding(name, 'regulations.pack_example_failed', params)];
  };
  return [
    ...routes.flatMap((example) => failed(example.name, routeDifference(pack, there, example))),
    ...deputies.flatMap((example) => failed(example.name, deputyDifference(pack, there, example))),
    ...skips.flatMap((example) => failed(example.name, skipDifference(pack, there, example))),
    ...(telework === undefined ? [] : telework.cases).flatMap((example) =>
      failed(example.name, teleworkDifference(pack.file, example)),
    ),
    ...(pack.file.meetings?.examples ?? []).flatMap((example) =>
      failed(example.name, meetingDifference(pack, there, example)),
    ),
    ...(pack.file.schedules?.examples ?? []).flatMap((example) =>
      failed(example.name, scheduleDifference(pack, example)),
    ),
    ...(pack.file.filePlan.examples ?? []).flatMap((example) =>
      failed(example.name, retentionDifference(pack, example)),
    ),
    ...triedWorkingTime(pack.file).flatMap(({ name, difference }) => failed(name, difference)),
  ];
}
