import type { CaseState } from '../../approvals/index.ts';
import type { Person } from '../../directory/index.ts';
import type { ErrorParams, Json } from '../../shared/index.ts';
import type { ApplicationAct, ApplicationKindName, ApplicationState } from './contract.ts';
import type { Judged } from './kind.ts';

/** An application as it stands: made from its facts. */
export interface Application {
  readonly applicationId: string;
  readonly kind: ApplicationKindName;
  readonly staffId: string;
  readonly state: ApplicationState;
  /** The number of its facts. */
  readonly version: number;
  readonly applicant: Person;
  readonly madeAt: Date;
  /** What was asked, and what the rules said of it on that day. */
  readonly input: Readonly<Record<string, Json>>;
  readonly judged: Judged;
  /** The cases drafted from its papers. */
  readonly cases: readonly { readonly procedure: string; readonly caseId: string }[];
  /** Why it could not be put before the superiors. */
  readonly problem: { readonly code: string; readonly params: ErrorParams } | null;
  /** In whose place it comes once it is approved. */
  readonly replaces: { readonly applicationId: string; readonly itemIds: readonly string[] } | null;
}

const OVER: readonly ApplicationState[] = ['REFUSED', 'WITHDRAWN', 'CANCELLED'];
const UNDER_WAY: readonly ApplicationState[] = ['FILING', 'REVIEW', 'SENT_BACK'];

export const isOver = ({ state }: Pick<Application, 'state'>): boolean => OVER.includes(state);
export const isUnderWay = ({ state }: Pick<Application, 'state'>): boolean => UNDER_WAY.includes(state);

/** From which states an act may follow. */
export const FROM: Readonly<Record<Exclude<ApplicationAct, 'MADE'>, readonly ApplicationState[]>> = {
  FILED: ['FILING'],
  NOT_FILED: ['FILING'],
  RESUBMITTED: ['SENT_BACK'],
  CORRECTED: ['SENT_BACK'],
  SENT_BACK: ['REVIEW'],
  APPROVED: UNDER_WAY,
  REFUSED: UNDER_WAY,
  WITHDRAWN: UNDER_WAY,
  DAY_CANCELLED: [...UNDER_WAY, 'APPROVED'],
  REPLACED: [...UNDER_WAY, 'APPROVED'],
  RETURNED: ['APPROVED', 'CANCELLED'],
  CANCELLED: ['APPROVED'],
};

type Status = CaseState['status'];
const BACK: readonly Status[] = ['SENT_BACK', 'DRAFT'];
const GIVEN_UP: readonly Status[] = ['ABANDONED', 'WITHDRAWN'];
const DECIDED: readonly Status[] = ['DECIDED', 'ISSUED', 'COMPLETED'];

/** It lies with the applicant, who may change it. */
export const isBackCase = ({ status }: Pick<CaseState, 'status'>): boolean => BACK.includes(status);

export const isOpenCase = ({ status }: Pick<CaseState, 'status'>): boolean =>
  ![...GIVEN_UP, ...DECIDED, 'REJECTED'].includes(status);

/** Submitted, and not given up: under review, or decided. */
export const isBeforeSuperiors = (status: Status): boolean => ![...BACK, ...GIVEN_UP, 'REJECTED'].includes(status);

export type Follows = 'APPROVED' | 'REFUSED' | 'WITHDRAWN' | 'SENT_BACK' | 'RESUBMITTED';

/** What becomes of an application as its cases stand now, in whatever order they came to stand so; null: nothing new. */
export function followsFrom(
  { state, judged, cases }: Pick<Application, 'state' | 'judged' | 'cases'>,
  states: readonly Pick<CaseState, 'status'>[],
): Follows | null {
  if (!UNDER_WAY.includes(state)) return null;
  const some = (list: readonly Status[]) => states.some(({ status }) => list.includes(status));
  if (some(['REJECTED'])) return 'REFUSED';
  if (some(GIVEN_UP)) return 'WITHDRAWN';
  const complete = cases.length === judged.papers.length && states.length === cases.length;
  if (complete && states.every(({ status }) => DECIDED.includes(status)))
    return state === 'FILING' && cases.length === 0 ? null : 'APPROVED';
  // A draft is not sent back before it was put before anybody.
  if (state === 'REVIEW' && some(BACK)) return 'SENT_BACK';
  return state === 'SENT_BACK' && !some(BACK) ? 'RESUBMITTED' : null;
}
