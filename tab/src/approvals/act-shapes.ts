import type { CaseView, May, StandInOffer } from '@kaigi/core/contract';

/** A wish that a button starts and a dialog confirms. */
export type ActKind =
  | 'submit'
  | 'confirmWithdrawal'
  | 'declineWithdrawal'
  | 'approve'
  | 'consent'
  | 'consentWithOpinion'
  | 'object'
  | 'receive'
  | 'assign'
  | 'deputyDecide'
  | 'skipAbsent'
  | 'confirmPostReview'
  | 'objectPostReview'
  | 'markRead'
  | 'settleDispute'
  | 'sendBack'
  | 'ask'
  | 'pullBack'
  | 'remind'
  | 'correct'
  | 'pullUpApprove'
  | 'pullUpReject'
  | 'reject'
  | 'circulate'
  | 'setEffectiveDate'
  | 'issue'
  | 'correctIssuance'
  | 'complete'
  | 'cite'
  | 'reassign'
  | 'addToRoute'
  | 'raiseDecider'
  | 'requestWithdrawal'
  | 'abandon'
  | 'discard';

/** What a dialog asks for beside its text. */
export type ExtraField =
  | 'target'
  | 'marks'
  | 'paper'
  | 'instruction'
  | 'outcome'
  | 'day'
  | 'person'
  | 'issuedOn'
  | 'completedOn'
  | 'method'
  | 'note'
  | 'readers'
  | 'slot'
  | 'addressee'
  | 'escalation';

export interface ActShape {
  /** One for each button: the same kind may be offered for several slots. */
  readonly key: string;
  readonly kind: ActKind;
  /** The slot or obligation that it is about, where the act names one. */
  readonly about: string | null;
  readonly offer: StandInOffer | null;
  /** What is written: a comment may be missing, the others may not. */
  readonly field: 'comment' | 'reason' | 'question' | 'opinion' | null;
  readonly extras: readonly ExtraField[];
  /** Main acts stand in front, the others behind 「その他の操作」 on a narrow page. */
  readonly weight: 'main' | 'second' | 'other';
  readonly danger: boolean;
  readonly testId: string;
}

type Base = Pick<ActShape, 'field' | 'weight'> & Partial<Pick<ActShape, 'extras' | 'danger'>>;

const SHAPES: Readonly<Record<ActKind, Base>> = {
  submit: { field: null, weight: 'main' },
  confirmWithdrawal: { field: null, weight: 'second' },
  declineWithdrawal: { field: 'reason', weight: 'second' },
  approve: { field: 'comment', weight: 'main', extras: ['paper'] },
  consent: { field: 'comment', weight: 'main' },
  consentWithOpinion: { field: 'opinion', weight: 'second' },
  object: { field: 'reason', weight: 'second' },
  receive: { field: null, weight: 'main' },
  assign: { field: null, weight: 'second', extras: ['person'] },
  deputyDecide: { field: 'comment', weight: 'main', extras: ['instruction', 'paper'] },
  skipAbsent: { field: 'reason', weight: 'second' },
  confirmPostReview: { field: 'comment', weight: 'main' },
  objectPostReview: { field: 'reason', weight: 'second' },
  markRead: { field: 'comment', weight: 'main' },
  settleDispute: { field: 'reason', weight: 'main', extras: ['outcome'] },
  sendBack: { field: 'reason', weight: 'second', extras: ['target', 'marks'] },
  ask: { field: 'question', weight: 'second' },
  pullBack: { field: null, weight: 'second' },
  remind: { field: 'comment', weight: 'second' },
  correct: { field: null, weight: 'second' },
  issue: { field: null, weight: 'main', extras: ['issuedOn', 'method', 'note'] },
  complete: { field: null, weight: 'main', extras: ['completedOn', 'note'], danger: true },
  correctIssuance: { field: 'reason', weight: 'other', extras: ['issuedOn', 'method', 'note'] },
  pullUpApprove: { field: 'reason', weight: 'other', extras: ['paper'] },
  pullUpReject: { field: 'reason', weight: 'other', danger: true },
  reject: { field: 'reason', weight: 'other', danger: true },
  addToRoute: { field: 'reason', weight: 'other', extras: ['addressee'] },
  raiseDecider: { field: 'reason', weight: 'other', extras: ['escalation'] },
  circulate: { field: 'comment', weight: 'other', extras: ['readers'] },
  setEffectiveDate: { field: 'reason', weight: 'other', extras: ['day'] },
  cite: { field: null, weight: 'other' },
  reassign: { field: 'reason', weight: 'other', extras: ['slot', 'person'], danger: true },
  requestWithdrawal: { field: 'reason', weight: 'second' },
  abandon: { field: 'reason', weight: 'other', danger: true },
  discard: { field: null, weight: 'other', danger: true },
};

/** Acts that `may` allows by one flag. */
const FLAGS: Readonly<Partial<Record<ActKind, keyof May>>> = {
  submit: 'submit',
  confirmWithdrawal: 'settleWithdrawal',
  declineWithdrawal: 'settleWithdrawal',
  approve: 'approve',
  consent: 'consent',
  consentWithOpinion: 'consent',
  object: 'object',
  markRead: 'markRead',
  settleDispute: 'settleDispute',
  sendBack: 'sendBack',
  ask: 'ask',
  pullBack: 'pullBack',
  remind: 'remind',
  correct: 'correct',
  pullUpApprove: 'pullUp',
  pullUpReject: 'pullUp',
  reject: 'reject',
  addToRoute: 'extendRoute',
  raiseDecider: 'extendRoute',
  circulate: 'circulate',
  setEffectiveDate: 'setEffectiveDate',
  issue: 'issue',
  correctIssuance: 'issue',
  complete: 'complete',
  cite: 'cite',
  reassign: 'reassign',
  requestWithdrawal: 'requestWithdrawal',
  abandon: 'abandon',
  discard: 'discard',
};

const dashed = (kind: ActKind): string => kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function shape(
  kind: ActKind,
  { about = null, offer = null }: Partial<Pick<ActShape, 'about' | 'offer'>> = {},
): ActShape {
  const { field, weight, extras = [], danger = false } = SHAPES[kind];
  const testId = `${dashed(kind)}-button`;
  return { key: about === null ? kind : `${kind}/${about}`, kind, about, offer, field, extras, weight, danger, testId };
}

type Offered = Pick<CaseView, 'may' | 'route' | 'obligations' | 'issued'>;

/** A section's consultation is taken in once; whoever answers can be named at any time until then. */
function receiving({ may, route }: Offered, kind: 'receive' | 'assign'): ActShape[] {
  return may.receive.flatMap((about) => {
    const taken = route.some((slot) => slot.id === about && slot.received !== null);
    return kind === 'receive' && taken ? [] : [shape(kind, { about })];
  });
}

function standingIn({ may }: Offered, kind: 'deputyDecide' | 'skipAbsent'): ActShape[] {
  const wanted = kind === 'deputyDecide' ? 'DEPUTY' : 'SKIP';
  return may.standIn.flatMap((offer) => (offer.kind === wanted ? [shape(kind, { about: offer.slotId, offer })] : []));
}

const reviewingAfterwards = ({ obligations }: Offered, kind: 'confirmPostReview' | 'objectPostReview'): ActShape[] =>
  obligations.flatMap((one) => {
    if (!one.mine || one.kind === 'READING') return [];
    // Whoever was passed over says what they think; only what was decided for them can they object to.
    if (kind === 'objectPostReview' && one.kind === 'POST_REVIEW_SKIPPED') return [];
    return [shape(kind, { about: one.id })];
  });

function shapesOf(view: Offered, kind: ActKind): ActShape[] {
  if (kind === 'receive' || kind === 'assign') return receiving(view, kind);
  if (kind === 'deputyDecide' || kind === 'skipAbsent') return standingIn(view, kind);
  if (kind === 'confirmPostReview' || kind === 'objectPostReview') return reviewingAfterwards(view, kind);
  // 施行 is registered once; after that what was registered can be corrected.
  if (kind === (view.issued ? 'issue' : 'correctIssuance')) return [];
  const flag = FLAGS[kind];
  return flag !== undefined && view.may[flag] === true ? [shape(kind)] : [];
}

/** Only one act is the one that is expected; a second such stands beside it. */
function onlyOneMain(shapes: readonly ActShape[]): ActShape[] {
  const first = shapes.find(({ weight }) => weight === 'main');
  return shapes.map((one) => (one.weight === 'main' && one !== first ? { ...one, weight: 'second' } : one));
}

/** The buttons this viewer sees now, in their order. */
export function actsFor(view: Offered): readonly ActShape[] {
  const kinds = Object.keys(SHAPES) as ActKind[];
  return onlyOneMain(kinds.flatMap((kind) => shapesOf(view, kind)));
}
