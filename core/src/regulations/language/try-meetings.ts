import type { OrganisationSnapshot } from '../../directory/index.ts';
import type { ClosedDays, LocalDate } from '../../shared/index.ts';
import type { Pack } from '../engine/pack.ts';
import { planRoute } from '../engine/plan.ts';
import { dueOn, keptUntil } from '../meetings/due.ts';
import { meetingRulesOf } from '../meetings/of-pack.ts';
import type { MeetingBody, Term } from '../meetings/vocabulary.ts';
import { workingTimeOf } from '../working-time/of-pack.ts';
import type { MeetingExample } from './meetings.ts';
import type { Difference } from './try-examples.ts';

const closedAround = (pack: Pack, day: LocalDate): ClosedDays => workingTimeOf(pack.file, day).closed;

function lastDay(pack: Pack, term: Term | null | undefined, from: string | undefined): LocalDate | null {
  const day = from as LocalDate | undefined;
  return term && day ? dueOn(term, day, closedAround(pack, day)) : null;
}

function deciding(pack: Pack, there: OrganisationSnapshot, asked: { body: MeetingBody; unit: string | undefined }) {
  const { body, unit } = asked;
  if (!body.decision || unit === undefined) return { class: null, article: null };
  const free = { escalations: [], urgent: false, drafterPostIds: [] };
  const answer = planRoute(pack, { ...free, ...body.decision, there, unitId: unit });
  if (!answer.ok) return { class: answer.problem, article: null };
  return { class: answer.plan.basis.decisionClass, article: answer.plan.basis.article };
}

type Expected = Required<MeetingExample['expect']>;

/** In what the example differs from what the body's row says. */
export function meetingDifference(pack: Pack, there: OrganisationSnapshot, example: MeetingExample): Difference | null {
  const { heldOn, askedOn, finalOn, unit, expect } = example;
  const body = meetingRulesOf(pack.file).bodies.find(({ id }) => id === example.body);
  if (!body) return null;
  const { deadlines, confirmation, recording, closedGrounds } = body;
  const actual: Expected = {
    summary: lastDay(pack, deadlines.summary, heldOn),
    minutes: lastDay(pack, deadlines.minutes, heldOn),
    confirmation: lastDay(pack, confirmation?.term, askedOn),
    recording: recording && finalOn !== undefined ? keptUntil(recording, finalOn as LocalDate) : null,
    grounds: closedGrounds.map(({ id }) => id),
    ...deciding(pack, there, { body, unit }),
  };
  const names = Object.keys(expect) as (keyof Expected)[];
  const what = names.find(
    (name) => expect[name] !== undefined && JSON.stringify(expect[name]) !== JSON.stringify(actual[name]),
  );
  return what === undefined ? null : { what, expected: expect[what], actual: actual[what] };
}
