import { z } from 'zod';
import { changedCases } from '../../approvals/index.ts';
import type { JobSpec, Subscriber, TakenFact, Task } from '../../platform/index.ts';
import type { MeetingAct } from '../history/store.ts';
import { MINUTES_CHANGED } from '../history/store.ts';
import { keepersOf } from '../meetings/keepers.ts';
import { readMeeting } from '../meetings/store.ts';
import type { MinutesParts } from '../parts.ts';
import { DECIDED_SUBJECT } from './chat.ts';
import { carryOn } from './filing.ts';
import { followCases } from './following.ts';

const FOLLOW = 'minutes/follow-cases';
const CARRY_ON = 'minutes/carry-on-deciding';
const TELL = 'minutes/tell-decided';

const Cases = z.object({ municipalityId: z.uuid(), caseIds: z.array(z.uuid()) });
const One = z.object({ municipalityId: z.uuid(), meetingId: z.uuid(), version: z.number().int() });

// So many are looked at together: enough to be cheap, few enough to be quick.
const AT_ONCE = 100;

/** After these something may still have to be filed: whoever pressed does it, unless they were cut short. */
const TO_CARRY_ON: readonly MeetingAct[] = ['PUT_FORWARD', 'FINAL'];
/** What whoever keeps the minutes hears of. */
const NEWS: readonly MeetingAct[] = [
  'FINAL',
  'SENT_BACK',
  'PULLED_BACK',
  'GIVEN_UP',
  'OTHERWISE',
  'NOT_PUT_FORWARD',
  'NOT_FILED',
];

function jobsAfter({ topic, municipalityId, payload }: TakenFact): JobSpec[] {
  const { of, act, meetingId, version } = payload;
  if (topic !== MINUTES_CHANGED || of !== 'meeting') return [];
  const is = (acts: readonly string[]): boolean => acts.includes(String(act));
  const job = (task: string): JobSpec => ({ task, payload: { municipalityId, meetingId, version } });
  return [...(is(TO_CARRY_ON) ? [job(CARRY_ON)] : []), ...(is(NEWS) ? [job(TELL)] : [])];
}

async function tell({ db, notifications }: MinutesParts, { municipalityId, meetingId, version }: z.infer<typeof One>) {
  const meeting = await db.singly(municipalityId, (tx) => readMeeting(tx, meetingId));
  if (!meeting) return;
  const subject = `${DECIDED_SUBJECT}/${meetingId}`;
  await notifications.show(municipalityId, [{ subject, version, fresh: keepersOf(meeting) }]);
}

/** Minutes follow their cases, whoever keeps them is told, and what was cut short goes on. */
export const decidingJobs = (
  parts: MinutesParts,
): { readonly tasks: Readonly<Record<string, Task>>; readonly subscriber: Subscriber } => ({
  subscriber: (facts) => [
    ...changedCases(facts, AT_ONCE).map((payload): JobSpec => ({ task: FOLLOW, payload })),
    ...facts.flatMap(jobsAfter),
  ],
  tasks: {
    [FOLLOW]: (payload) => followCases(parts, Cases.parse(payload)),
    [CARRY_ON]: (payload) => carryOn(parts, One.parse(payload)),
    [TELL]: (payload) => tell(parts, One.parse(payload)),
  },
});
