import type { MeetingView, RoundView, SigningView } from '@kaigi/core/contract';
import type { MeetingBody } from '../../api/minutes.ts';

export type StepName = NonNullable<MeetingView['next']>;

export interface Step {
  readonly name: StepName;
  readonly state: 'DONE' | 'NOW' | 'TO_COME';
  /** Null: nothing is said of a day. */
  readonly dueOn: string | null;
  readonly article: string | null;
}

export interface Course {
  readonly view: MeetingView;
  readonly round: RoundView;
  readonly signing: SigningView;
  /** The rules of the meeting's body, where there are any. */
  readonly body: MeetingBody | null;
}

/** Which step the minutes are in: those that lie with whoever decides are in the decision until they are final. */
export function stepNow({ view }: Pick<Course, 'view'>): StepName | null {
  return view.state === 'DECIDING' ? 'DECISION' : view.next;
}

const ORDER: readonly StepName[] = ['ROUND', 'SIGNING', 'DECISION', 'FINAL'];

function isOnTheWay({ view, round, signing, body }: Course, name: StepName): boolean {
  if (name === 'ROUND') return round.rule !== null || round.round !== null;
  if (name === 'SIGNING') return signing.needed > 0 || signing.isUnderWay;
  if (name === 'DECISION') return view.caseId !== null || stepNow({ view }) === 'DECISION' || Boolean(body?.decision);
  return true;
}

function basisOf({ view, round, signing }: Course, name: StepName): Pick<Step, 'dueOn' | 'article'> {
  const due = view.deadlines.find(({ kind }) => kind === 'MINUTES');
  if (name === 'FINAL') return { dueOn: due?.on ?? null, article: due?.article ?? null };
  if (name === 'SIGNING') return { dueOn: null, article: signing.article };
  if (name === 'DECISION') return { dueOn: null, article: null };
  const { round: asked, rule } = round;
  return { dueOn: asked?.dueOn ?? null, article: asked?.article ?? rule?.article ?? null };
}

/** 確認, 署名, 決裁, 確定: those that this meeting comes through, in their order. */
export function stepsOf(course: Course): readonly Step[] {
  const { view } = course;
  const now = stepNow(course);
  const nowAt = now === null ? -1 : ORDER.indexOf(now);
  return ORDER.filter((name) => isOnTheWay(course, name)).map((name) => {
    const at = ORDER.indexOf(name);
    const isDone = view.state === 'FINAL' || (nowAt >= 0 && at < nowAt);
    return { name, state: isDone ? 'DONE' : name === now ? 'NOW' : 'TO_COME', ...basisOf(course, name) };
  });
}

/** What the one button does; null where I can do nothing now. */
export type NextAct = 'BEGIN_ROUND' | 'CLOSE_ROUND' | 'BEGIN_SIGNING' | 'SIGN' | 'DECIDE' | 'FINISH';

export function nextAct({ view, round, signing }: Course): NextAct | null {
  const now = stepNow({ view });
  if (now === 'ROUND') {
    if (round.round?.state === 'OPEN') return round.may.close ? 'CLOSE_ROUND' : null;
    return round.may.begin && round.hindrances.length === 0 ? 'BEGIN_ROUND' : null;
  }
  if (now === 'SIGNING') {
    if (signing.may.sign) return 'SIGN';
    return signing.may.begin && signing.hindrances.length === 0 ? 'BEGIN_SIGNING' : null;
  }
  if (!view.may.decide || view.state === 'DECIDING') return null;
  return now === 'DECISION' ? 'DECIDE' : now === 'FINAL' ? 'FINISH' : null;
}

/** Minutes that came back were changed after people had confirmed them: they can be asked once more. */
export const mayAskAgain = ({ view, round }: Pick<Course, 'view' | 'round'>): boolean =>
  view.state === 'WRITING' &&
  round.round?.state === 'CLOSED' &&
  round.changed.length > 0 &&
  round.may.begin &&
  round.hindrances.length === 0;

/** Why it cannot go on, as the service says it. */
export function blocksOf({ view, round, signing }: Course): readonly string[] {
  const now = stepNow({ view });
  const of = (all: readonly { readonly sentence: string }[]) => all.map(({ sentence }) => sentence);
  if (now === 'ROUND') return of(round.round?.state === 'OPEN' ? round.waitsFor : round.hindrances);
  return now === 'SIGNING' ? of(signing.hindrances) : [];
}

/** Whose signatures are still missing while others sign. */
export function signaturesMissing({ view, signing }: Pick<Course, 'view' | 'signing'>): readonly string[] {
  if (view.state !== 'SIGNING' || !signing.isUnderWay) return [];
  return signing.signers.filter(({ state }) => state === 'WAITING').map(({ name }) => name);
}
