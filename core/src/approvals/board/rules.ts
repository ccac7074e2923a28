import { type Actor, hasRole, type Person } from '../../directory/index.ts';
import { addWorkingDays, type LocalDate, localDateOf } from '../../shared/index.ts';
import { type ApprovalCase, activeSlots, isSettled, isUnderReview, type ReminderStep } from '../case.ts';
import type { CaseStatus, SlotDuty, Task } from '../contract.ts';
import { deskOf } from '../desk.ts';
import { openSection, receivesFor } from '../policy.ts';

/** Whoever may see a case, as sets: the policy's answer, asked of two thousand cases at once. */
export interface Onlookers {
  readonly drafter: string;
  readonly staffIds: ReadonlySet<string>;
  readonly postIds: ReadonlySet<string>;
  /** 合議 to a section: whoever receives for it. */
  readonly unitIds: ReadonlySet<string>;
  readonly underReview: boolean;
  /** Of what is decided, the 課 whose staff may see it. */
  readonly section: string | null;
}

/** A place where a case waits. */
export interface Waiting {
  readonly slotId: string;
  readonly task: Task;
  readonly duty: SlotDuty | null;
  /** Null where it waits for its drafter. */
  readonly postId: string | null;
  readonly postTitle: string;
  readonly unitName: string;
  /** The one person who has it, where it is not whoever holds the post. */
  readonly person: Person | null;
  readonly since: Date;
  readonly dueOn: LocalDate | null;
  /** Nothing waits for it while it is in time: 後閲. */
  readonly onlyLate?: true;
  readonly remindedAt: Date | null;
  /** Its place among lines that are as late. */
  readonly place: string;
}

/** What the board keeps of one version of an open case. */
export interface BoardCase {
  readonly caseId: string;
  readonly version: number;
  readonly title: string;
  readonly status: CaseStatus;
  readonly urgency: ApprovalCase['details']['urgency'];
  readonly confidentiality: ApprovalCase['details']['confidentiality'];
  readonly minor: boolean;
  readonly drafter: Person;
  readonly unitId: string;
  readonly unitName: string;
  readonly progress: { readonly done: number; readonly of: number };
  readonly waiting: readonly Waiting[];
  readonly onlookers: Onlookers;
}

/** The day on which the holder is reminded first: until its end a case is in time. */
export function dueOn(since: Date, reminders: readonly ReminderStep[]): LocalDate | null {
  const steps = reminders.filter(({ to }) => to === 'HOLDER').map(({ afterWorkingDays }) => afterWorkingDays);
  return steps.length === 0 ? null : addWorkingDays(localDateOf(since), Math.min(...steps));
}

export const isOverdue = ({ dueOn }: Pick<Waiting, 'dueOn'>, today: LocalDate): boolean =>
  dueOn !== null && dueOn < today;

const placeAt = (since: Date, { caseId }: ApprovalCase, aboutId: string): string =>
  `${since.toISOString()}/${caseId}/${aboutId}`;

function atSlots(approvalCase: ApprovalCase): Waiting[] {
  if (!isUnderReview(approvalCase)) return [];
  const settling = approvalCase.withdrawal !== null;
  return activeSlots(approvalCase).map((slot) => ({
    slotId: slot.slotId,
    task: settling ? 'SETTLE_WITHDRAWAL' : slot.duty === 'CONSULT' ? 'CONSULT' : 'ACT',
    duty: slot.duty,
    postId: slot.postId,
    postTitle: slot.postTitle,
    unitName: slot.unitName,
    person: slot.assignee ?? null,
    since: slot.activeSince,
    dueOn: dueOn(
      slot.activeSince,
      approvalCase.reminders.filter(({ duties }) => duties?.includes(slot.duty) ?? true),
    ),
    remindedAt: slot.remindedAt ?? null,
    place: placeAt(slot.activeSince, approvalCase, slot.slotId),
  }));
}

const FOR_DRAFTER: readonly Task[] = ['CORRECT', 'SETTLE_DISPUTE'];

/** Where it waits: at slots, and where nothing moves without the drafter, there. */
function waitingOf(approvalCase: ApprovalCase): Waiting[] {
  const { drafter } = approvalCase;
  const atDrafter = deskOf(approvalCase)
    .filter(({ task }) => FOR_DRAFTER.includes(task))
    .map(({ aboutId, task, since }): Waiting => {
      const { postTitle, unitName } = drafter;
      const none = { duty: null, postId: null, dueOn: null, remindedAt: null };
      const place = placeAt(since, approvalCase, aboutId);
      return { slotId: aboutId, task, postTitle, unitName, person: drafter, since, place, ...none };
    });
  return [...atSlots(approvalCase), ...atDrafter, ...atReviewers(approvalCase)];
}

/** 後閲 that is open: a line of the board once its last day has passed. */
function atReviewers(approvalCase: ApprovalCase): Waiting[] {
  return approvalCase.obligations.flatMap((owed): Waiting[] => {
    const { obligationId: slotId, kind, status, post, dueOn: day, createdAt: since } = owed;
    if (kind === 'READING' || status !== 'OPEN' || !post || day === null) return [];
    const place = placeAt(since, approvalCase, slotId);
    const late = { duty: null, person: null, dueOn: day, onlyLate: true, remindedAt: null } as const;
    return [{ slotId, task: 'POST_REVIEW', ...post, since, place, ...late }];
  });
}

function onlookersOf(approvalCase: ApprovalCase): Onlookers {
  const { drafter, route, obligations, questions } = approvalCase;
  const acted = route.flatMap((slot) => (isSettled(slot) ? [slot.mark.actedBy.staffId] : []));
  const assigned = route.flatMap(({ assignee }) => (assignee ? [assignee.staffId] : []));
  const owing = obligations.flatMap(({ reader, done }) => [reader?.staffId, done?.by.staffId]);
  const people = [...acted, ...assigned, ...owing, ...questions.map(({ askedBy }) => askedBy.staffId)];
  const owingPosts = obligations.flatMap(({ reader, post }) => (post && !reader ? [post.postId] : []));
  return {
    drafter: drafter.staffId,
    staffIds: new Set(people.filter((staffId) => staffId !== undefined)),
    postIds: new Set([...route.map(({ postId }) => postId), ...owingPosts]),
    unitIds: new Set(route.flatMap(({ section }) => section ?? [])),
    underReview: isUnderReview(approvalCase),
    section: openSection(approvalCase),
  };
}

/** The same answer as the policy gives of the whole case; asked of one person about many. */
export function onlooker(actor: Actor): (to: Onlookers) => boolean {
  if (hasRole(actor, 'AUDITOR') || hasRole(actor, 'CHIEF_RECORDS_MANAGER')) return () => true;
  const { staffId } = actor;
  const isAdmin = hasRole(actor, 'ADMIN');
  const postIds = actor.posts.map((post) => post.postId);
  const unitIds = receivesFor(actor);
  const sectionIds = actor.posts.map((post) => post.sectionId);
  return (to) =>
    to.drafter === staffId ||
    to.staffIds.has(staffId) ||
    (isAdmin && to.underReview) ||
    postIds.some((postId) => to.postIds.has(postId)) ||
    (to.section !== null && sectionIds.includes(to.section)) ||
    (to.unitIds.size > 0 && unitIds.some((unitId) => to.unitIds.has(unitId)));
}

export function boardCaseOf(approvalCase: ApprovalCase): BoardCase {
  const { caseId, version, title, status, details, minor, drafter, unitId, unitName, route } = approvalCase;
  return {
    caseId,
    version,
    title,
    status,
    urgency: details.urgency,
    confidentiality: details.confidentiality,
    minor,
    drafter,
    unitId,
    unitName,
    progress: { done: route.filter(isSettled).length, of: route.length },
    waiting: waitingOf(approvalCase),
    onlookers: onlookersOf(approvalCase),
  };
}

/** One of the places where a case lies. */
export interface Lying {
  readonly of: BoardCase;
  readonly at: Waiting;
}

/** Every place where one of these cases lies, the longest first: put in order once, not for every page. */
export const lyingOf = (cases: readonly BoardCase[]): Lying[] =>
  cases.flatMap((of) => of.waiting.map((at) => ({ of, at }))).sort((a, b) => (a.at.place < b.at.place ? -1 : 1));

/** One line of the board, before it is known who holds the post today. */
export interface Line extends Lying {
  readonly overdue: boolean;
}

/** What somebody sees of it today: overdue first, each in the order given. */
export function linesOf(lying: readonly Lying[], sees: (to: Onlookers) => boolean, today: LocalDate): Line[] {
  const late: Line[] = [];
  const inTime: Line[] = [];
  for (const { of, at } of lying) {
    if (!sees(of.onlookers)) continue;
    const overdue = isOverdue(at, today);
    if (at.onlyLate && !overdue) continue;
    (overdue ? late : inTime).push({ of, at, overdue });
  }
  return late.concat(inTime);
}

/** Where a line stands: overdue first, then the longest waiting. */
export const placeOf = ({ at, overdue }: Line): string => `${overdue ? 0 : 1}/${at.place}`;

const PLACE = /^[01]\/\d{4}-\d{2}-\d{2}T[\d:.]+Z\/[\da-f-]{36}\/[\w-]{1,60}$/;

export const isPlace = (text: string): boolean => PLACE.test(text);

/** Of lines in order, those that come after a place, at most so many. */
export function linesAfter(lines: readonly Line[], place: string | null, limit: number): Line[] {
  const from = place === null ? 0 : lines.findIndex((line) => placeOf(line) > place);
  return from < 0 ? [] : lines.slice(from, from + limit);
}
