import type { ActInput, CaseView, IssuanceMethod, Person } from '@kaigi/core/contract';
import { localDateOf } from '@kaigi/core/shared';
import type { CaseOrder } from '../api/client.ts';
import type { ActKind, ActShape, ExtraField } from './act-shapes.ts';

/** Somebody or something picked from the directory. */
export interface Picked {
  readonly kind: 'staff' | 'post' | 'unit';
  readonly id: string;
  readonly label: string;
  /** Of somebody of the staff: the same in its parts. */
  readonly named?: Omit<Person, 'staffId'>;
}

/** What a person has written into the dialogs so far; kept until the act succeeds. */
export interface ActDraft {
  readonly text: string;
  readonly toSlotId: string | null;
  /** 差戻し: everybody acts again, whatever stays the same. */
  readonly voidMarks: boolean;
  readonly paperChecked: boolean;
  readonly instruction: string;
  readonly outcome: 'REVISE' | 'PROCEED';
  readonly day: string;
  readonly method: IssuanceMethod | null;
  readonly note: string;
  readonly picked: readonly Picked[];
  readonly slotId: string | null;
  /** 回議先を加える: asked for an opinion, or for a review. */
  readonly duty: 'CONSULT' | 'REVIEW';
  /** 専決の制限: the reason for a higher decider, and its class where the regulations' own is not enough. */
  readonly escalation: string;
  readonly raiseTo: string | null;
}

export const EMPTY_DRAFT: ActDraft = {
  text: '',
  toSlotId: null,
  voidMarks: false,
  paperChecked: false,
  instruction: '',
  outcome: 'REVISE',
  day: '',
  method: null,
  note: '',
  picked: [],
  slotId: null,
  duty: 'CONSULT',
  escalation: '',
  raiseTo: null,
};

/** What a dialog begins with: 施行 and 完結 as of today, a correction as it is registered. */
export function firstDraft({ kind }: Pick<ActShape, 'kind'>, { issued, issuance }: CaseView, now: Date): ActDraft {
  const today = { ...EMPTY_DRAFT, day: localDateOf(now) };
  const planned = issuance && issuance.method !== 'NONE' ? issuance.method : null;
  if (kind === 'issue') return { ...today, method: planned };
  if (kind === 'complete') return today;
  if (kind !== 'correctIssuance' || !issued) return EMPTY_DRAFT;
  return { ...EMPTY_DRAFT, day: issued.on, method: issued.method, note: issued.note ?? '' };
}

type Words = ActKind | 'decide' | 'deputyApprove' | 'pullUpDecide';

/** 決裁 and 承認 are never the same word: the texts of the dialog follow what the press would do. */
export function actWords({ kind, offer }: Pick<ActShape, 'kind' | 'offer'>, { may }: Pick<CaseView, 'may'>): Words {
  if (kind === 'approve' && may.decides) return 'decide';
  if (kind === 'deputyDecide' && offer && !offer.decides) return 'deputyApprove';
  if (kind === 'pullUpApprove' && may.pullUpDecides) return 'pullUpDecide';
  return kind;
}

/** The further fields that this very case needs. */
export function extrasOf({ extras, offer }: ActShape, view: CaseView): readonly ExtraField[] {
  const needed: Readonly<Partial<Record<ExtraField, boolean>>> = {
    target: view.sendBackTargets.length > 0,
    marks: view.route.some(({ actedAt }) => actedAt !== null),
    paper: view.paperAttachments.length > 0,
    instruction: (offer?.needsInstruction || offer?.instructionSparesReview) ?? false,
    slot: openSlots(view).length > 1,
  };
  return extras.filter((field) => needed[field] ?? true);
}

export const openSlots = ({ route }: Pick<CaseView, 'route'>) => route.filter(({ status }) => status === 'ACTIVE');

/** Where the effective day lies: any other than that of the decision has to be explained. */
export function effectiveDay(day: string, { decidedAt }: Pick<CaseView, 'decidedAt'>): 'SAME' | 'EARLIER' | 'LATER' {
  const decidedOn = decidedAt === null ? day : localDateOf(new Date(decidedAt));
  if (day === '' || day === decidedOn) return 'SAME';
  return day < decidedOn ? 'EARLIER' : 'LATER';
}

const OPTIONAL: readonly ActShape['field'][] = [null, 'comment'];

function needsText(shape: ActShape, draft: ActDraft, view: CaseView): boolean {
  if (shape.kind === 'setEffectiveDate') return effectiveDay(draft.day, view) !== 'SAME';
  return !OPTIONAL.includes(shape.field);
}

/** The fields that still stand in the way. */
export function missingIn(shape: ActShape, draft: ActDraft, view: CaseView): readonly (ExtraField | 'text')[] {
  const absent: Readonly<Partial<Record<ExtraField, boolean>>> = {
    paper: !draft.paperChecked,
    instruction: (shape.offer?.needsInstruction ?? false) && draft.instruction.trim() === '',
    day: draft.day === '',
    issuedOn: draft.day === '',
    completedOn: draft.day === '',
    method: draft.method === null,
    person: draft.picked.length !== 1,
    readers: draft.picked.length === 0,
    addressee: draft.picked.length !== 1,
    escalation: draft.escalation === '',
  };
  const extras = extrasOf(shape, view).filter((field) => absent[field] ?? false);
  return needsText(shape, draft, view) && draft.text.trim() === '' ? ['text', ...extras] : extras;
}

const ids = (draft: ActDraft, kind: Picked['kind']): string[] =>
  draft.picked.flatMap((one) => (one.kind === kind ? [one.id] : []));

interface Wish {
  readonly shape: ActShape;
  readonly draft: ActDraft;
  /** As the person has seen it: the order carries its version. */
  readonly view: CaseView;
}

type Input<A extends ActInput['act']> = Omit<Extract<ActInput, { act: A }>, 'act' | 'version'>;

const said = (text: string) => (text === '' ? {} : { comment: text });

function reassigned({ draft, view }: Wish, reason: string): Input<'reassign'> {
  const slotId = draft.slotId ?? openSlots(view)[0]?.id ?? '';
  const [to] = draft.picked;
  return { slotId, reason, ...(to?.kind === 'post' ? { toPostId: to.id } : { toStaffId: to?.id ?? '' }) };
}

const issuedAs = ({ day, method, note }: ActDraft): Input<'issue'> => ({
  issuedOn: day,
  ...(method ? { method } : {}),
  note: note.trim(),
});

function added({ draft }: Wish): Pick<Input<'addToRoute'>, 'duty' | 'postId' | 'unitId'> {
  const [whom] = draft.picked;
  return { duty: draft.duty, ...(whom?.kind === 'unit' ? { unitId: whom.id } : { postId: whom?.id ?? '' }) };
}

function bodyOf(wish: Wish): ActInput {
  const { shape, draft, view } = wish;
  const { version } = view;
  const text = draft.text.trim();
  const about = shape.about ?? '';
  const paper = view.paperAttachments.length > 0 ? { paperChecked: draft.paperChecked } : {};
  switch (shape.kind) {
    case 'approve':
      return { act: 'approve', version, ...said(text), ...paper };
    case 'consent':
    case 'remind':
    case 'markRead':
      return { act: shape.kind, version, ...said(text) };
    case 'consentWithOpinion':
      return { act: 'consentWithOpinion', version, opinion: text };
    case 'object':
    case 'reject':
    case 'abandon':
    case 'requestWithdrawal':
    case 'declineWithdrawal':
      return { act: shape.kind, version, reason: text };
    case 'receive':
      return { act: 'receive', version, slotId: about };
    case 'assign':
      return { act: 'assign', version, slotId: about, staffId: draft.picked[0]?.id ?? '' };
    case 'deputyDecide': {
      const instruction = draft.instruction.trim();
      const told = instruction === '' ? {} : { instruction };
      return { act: 'deputyDecide', version, slotId: about, ...said(text), ...paper, ...told };
    }
    case 'skipAbsent':
      return { act: 'skipAbsent', version, slotId: about, reason: text };
    case 'confirmPostReview':
      return { act: 'confirmPostReview', version, obligationId: about, ...said(text) };
    case 'objectPostReview':
      return { act: 'objectPostReview', version, obligationId: about, reason: text };
    case 'pullUpApprove':
      return { act: 'pullUp', version, outcome: 'APPROVE', reason: text, ...paper };
    case 'pullUpReject':
      return { act: 'pullUp', version, outcome: 'REJECT', reason: text };
    default:
      return furtherBodyOf(wish, text);
  }
}

function furtherBodyOf(wish: Wish, text: string): ActInput {
  const { shape, draft, view } = wish;
  const { version } = view;
  switch (shape.kind) {
    case 'sendBack': {
      const marks = draft.voidMarks ? { marks: 'VOID' as const } : {};
      return { act: 'sendBack', version, reason: text, toSlotId: draft.toSlotId, ...marks };
    }
    case 'ask':
      return { act: 'ask', version, text };
    case 'settleDispute':
      return { act: 'settleDispute', version, outcome: draft.outcome, reason: text };
    case 'setEffectiveDate':
      return { act: 'setEffectiveDate', version, effectiveOn: draft.day, ...(text === '' ? {} : { reason: text }) };
    case 'issue':
    case 'correctIssuance':
      return { act: 'issue', version, ...issuedAs(draft), ...(text === '' ? {} : { reason: text }) };
    case 'complete':
      return { act: 'complete', version, completedOn: draft.day, note: draft.note.trim() };
    case 'circulate': {
      const readers = { staffIds: ids(draft, 'staff'), postIds: ids(draft, 'post'), unitIds: ids(draft, 'unit') };
      return { act: 'circulate', version, ...readers, ...said(text) };
    }
    case 'reassign':
      return { act: 'reassign', version, ...reassigned(wish, text) };
    case 'addToRoute':
      return { act: 'addToRoute', version, reason: text, ...added(wish) };
    case 'raiseDecider': {
      const { escalation, raiseTo } = draft;
      return { act: 'raiseDecider', version, reason: text, escalation, ...(raiseTo === null ? {} : { raiseTo }) };
    }
    case 'confirmWithdrawal':
      return { act: 'confirmWithdrawal', version };
    case 'discard':
      return { act: 'discard', version };
    default:
      return { act: 'pullBack', version };
  }
}

/** The request for an act on the case as the person saw it: `version` is that of the opened dialog. */
export function orderFor(wish: Wish): CaseOrder {
  const { kind } = wish.shape;
  if (kind === 'submit') return { to: 'submit', body: { version: wish.view.version } };
  if (kind === 'cite' || kind === 'correct') return { to: 'cite', body: { corrects: kind === 'correct' } };
  return { to: 'acts', body: bodyOf(wish) };
}
