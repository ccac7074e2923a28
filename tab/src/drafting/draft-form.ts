import type { CaseView, DraftCaseInput, EditCaseInput, PaperAttachment, Urgency } from '@kaigi/core/contract';
import type { MatterItem } from '../regulations/matters.ts';
import { GENERAL, matterToSend, type TypedMatter, typedMatter } from '../regulations/question.ts';
import { confidentialityOf, type Leak, leaksOf } from './confidentiality.ts';

export type DisclosureKind = NonNullable<CaseView['disclosure']>['kind'];
export type IssuanceMethod = NonNullable<CaseView['issuance']>['method'];

/** A row of paper attachments as it is typed. */
export interface TypedPaper {
  readonly title: string;
  readonly pages: string;
  readonly location: string;
  readonly holder: string;
  readonly reason: PaperAttachment['reason'] | '';
}

/** Everything of a draft but its files, as it stands in the fields. An empty text means that nothing is said. */
export interface DraftForm {
  readonly title: string;
  readonly proposalText: string;
  readonly matter: TypedMatter;
  readonly classificationCode: string;
  readonly legalBasis: string;
  readonly disclosure: DisclosureKind | '';
  readonly disclosureReason: string;
  readonly issuance: IssuanceMethod | '';
  readonly issuedOn: string;
  readonly effectiveOn: string;
  readonly retroactiveReason: string;
  readonly leaks: readonly Leak[];
  readonly urgency: Urgency;
  readonly paper: readonly TypedPaper[];
}

export const EMPTY_PAPER: TypedPaper = { title: '', pages: '', location: '', holder: '', reason: '' };

/** Nothing typed yet; not public until somebody says that it may be. */
export const EMPTY_FORM: DraftForm = {
  title: '',
  proposalText: '',
  matter: GENERAL,
  classificationCode: '',
  legalBasis: '',
  disclosure: '',
  disclosureReason: '',
  issuance: '',
  issuedOn: '',
  effectiveOn: '',
  retroactiveReason: '',
  leaks: ['INTERNAL'],
  urgency: 'NORMAL',
  paper: [],
};

export function formOf(view: CaseView): DraftForm {
  return {
    title: view.title,
    proposalText: view.proposalText,
    matter: typedMatter(view.matter),
    classificationCode: view.classification.code,
    legalBasis: view.legalBasis,
    disclosure: view.disclosure?.kind ?? '',
    disclosureReason: view.disclosure?.reason ?? '',
    issuance: view.issuance?.method ?? '',
    issuedOn: view.issuance?.on ?? '',
    effectiveOn: view.effectiveOn ?? '',
    retroactiveReason: view.retroactiveReason ?? '',
    leaks: leaksOf(view.confidentiality),
    urgency: view.urgency,
    paper: view.paperAttachments.map(({ pages, ...paper }) => ({ ...paper, pages: String(pages) })),
  };
}

const said = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** A number of pages as typed; 0 where it is none. */
export function pagesOf(typed: string): number {
  const pages = Number(
    typed
      .normalize('NFKC')
      .replace(/頁|ページ|枚|p$/gi, '')
      .trim(),
  );
  return Number.isInteger(pages) && pages > 0 && pages <= 100_000 ? pages : 0;
}

function papersOf({ paper }: DraftForm): PaperAttachment[] {
  return paper.flatMap(({ title, pages, location, holder, reason }) =>
    reason === ''
      ? []
      : [{ title: title.trim(), pages: pagesOf(pages), location: location.trim(), holder: holder.trim(), reason }],
  );
}

/** What is sent: every field, in the words of the contract. `asked` is the matter whose facts are asked. */
export function inputOf(form: DraftForm, asked: MatterItem) {
  const { disclosure, issuance } = form;
  const effectiveOn = said(form.effectiveOn);
  return {
    title: form.title.trim(),
    proposalText: form.proposalText.trim(),
    classificationCode: form.classificationCode,
    legalBasis: form.legalBasis.trim(),
    matter: matterToSend(asked, form.matter),
    disclosure:
      disclosure === ''
        ? null
        : { kind: disclosure, reason: disclosure === 'PUBLIC' ? '' : form.disclosureReason.trim() },
    issuance: issuance === '' ? null : { method: issuance, on: issuance === 'NONE' ? null : said(form.issuedOn) },
    effectiveOn,
    retroactiveReason: effectiveOn === null ? null : said(form.retroactiveReason),
    confidentiality: confidentialityOf(form.leaks),
    urgency: form.urgency,
    paperAttachments: papersOf(form),
  } satisfies DraftCaseInput;
}

type Input = ReturnType<typeof inputOf>;
export type DraftField = keyof Input;

/** As the service has it, in the same shape. */
function storedInput(view: CaseView): Input {
  const { title, proposalText, legalBasis, matter, disclosure, issuance, effectiveOn, retroactiveReason } = view;
  const { confidentiality, urgency, paperAttachments } = view;
  return {
    title,
    proposalText,
    classificationCode: view.classification.code,
    legalBasis,
    matter,
    disclosure,
    issuance,
    effectiveOn,
    retroactiveReason,
    confidentiality,
    urgency,
    paperAttachments,
  };
}

/** The same value whatever the order of its keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );

/** The fields in which the form differs from what is stored. */
export function changedFields(input: Input, view: CaseView): DraftField[] {
  const stored = storedInput(view);
  return (Object.keys(input) as DraftField[]).filter((field) => canonical(input[field]) !== canonical(stored[field]));
}

/** Only what has changed, so that nobody else's change of another field is undone. */
export function editOf(input: Input, view: CaseView): EditCaseInput {
  const changes = changedFields(input, view).map((field) => [field, input[field]] as const);
  return { version: view.version, ...Object.fromEntries(changes) };
}
