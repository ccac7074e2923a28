import type { Classification, RecordKind } from '@kaigi/core/contract';
import type { DocumentLook } from '../word/word-document.ts';

export type FilingStep = 'kind' | 'classification' | 'details';

/** What the person has chosen and typed so far. Kept on this machine until it is filed. */
export interface FilingForm {
  step: FilingStep;
  kind: RecordKind;
  classificationCode: string;
  title: string;
  proposalText: string;
  counterparty: string;
}

export const STEPS: readonly FilingStep[] = ['kind', 'classification', 'details'];
const TITLE_MAX = 200;
const PROPOSAL_MAX = 4000;
const COUNTERPARTY_MAX = 200;

/** The document's own title, else its first words, else its file's name. */
export function suggestTitle({ titleProperty, firstParagraph, fileName }: DocumentLook): string {
  const fromFile = (fileName ?? '').replace(/\.(docx|docm|dotx|doc)$/i, '');
  const chosen = [titleProperty, firstParagraph, fromFile]
    .map((each) => each.replace(/\s+/g, ' ').trim())
    .find((each) => each !== '');
  return (chosen ?? '').slice(0, TITLE_MAX);
}

export function emptyForm(look: DocumentLook): FilingForm {
  return {
    step: 'kind',
    kind: 'DRAFT_DOCUMENT',
    classificationCode: '',
    title: suggestTitle(look),
    proposalText: '',
    counterparty: '',
  };
}

export type FormProblem =
  | 'details.titleMissing'
  | 'details.titleLong'
  | 'details.proposalLong'
  | 'details.counterpartyLong';

export function problemsOf(form: FilingForm): FormProblem[] {
  const problems: FormProblem[] = [];
  if (form.title.trim() === '') problems.push('details.titleMissing');
  if (form.title.trim().length > TITLE_MAX) problems.push('details.titleLong');
  if (form.kind === 'DRAFT_DOCUMENT' && form.proposalText.trim().length > PROPOSAL_MAX)
    problems.push('details.proposalLong');
  if (form.kind === 'RECEIPT' && form.counterparty.trim().length > COUNTERPARTY_MAX)
    problems.push('details.counterpartyLong');
  return problems;
}

/** Suggested ones first; every typed word has to occur somewhere in the line. */
export function searchClassifications(all: readonly Classification[], words: string): Classification[] {
  const wanted = fold(words)
    .split(/\s+/)
    .filter((word) => word !== '');
  const matches = all.filter(({ code, path, name }) =>
    wanted.every((word) => fold(`${code} ${path} ${name}`).includes(word)),
  );
  return [...matches.filter((each) => each.suggested), ...matches.filter((each) => !each.suggested)];
}

// Full-width letters and digits are found by half-width ones and the other way round.
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** The name the service keeps the file under. Characters that a file system refuses are left out. */
export function fileNameFor(look: DocumentLook, title: string): string {
  if (look.fileName !== null && /\.docx$/i.test(look.fileName)) return look.fileName;
  const clean = Array.from(title.trim())
    .filter((character) => character >= ' ' && !'\\/:*?"<>|'.includes(character))
    .join('')
    .slice(0, 100);
  return `${clean || '文書'}.docx`;
}
