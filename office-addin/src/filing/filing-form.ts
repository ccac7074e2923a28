import type { Classification, RecordKind, Suggestion } from '@kaigi/core/contract';
import type { LevelAnswersSoFar } from '@kaigi/core/shared';
import type { FilingState } from '../pane/pane-state.ts';
import type { DocumentLook, PlaceName } from '../word/word-document.ts';

export type FilingStep = 'kind' | 'classification' | 'details';

/** What the person has chosen and typed so far. Kept on this machine until it is filed. */
export interface FilingForm {
  step: FilingStep;
  kind: RecordKind;
  classificationCode: string;
  /** The person chose it: no suggestion takes its place. */
  classificationChosen: boolean;
  title: string;
  proposalText: string;
  counterparty: string;
  /** 相手番号 and 処理期限 of a 収受; empty for none. */
  theirNumber: string;
  dueOn: string;
  /** 「番号は要る?」 as it was answered, and what came of it. */
  need: Readonly<Record<string, boolean>>;
  numbered: boolean;
  /** Under which name the file is kept. Empty: the document's own, else the suggested one. */
  fileName: string;
  /** Whether the document gets a place for its class as well. */
  classificationPlace: boolean;
  /** 簿冊 that the person chose; empty: the one that is proposed. */
  folderId: string;
  /** The plain questions of 機密性 as far as they were answered; none: the level that is proposed. */
  levelAnswers: LevelAnswersSoFar;
}

export const STEPS: readonly FilingStep[] = ['kind', 'classification', 'details'];
const TITLE_MAX = 200;
const PROPOSAL_MAX = 4000;
const COUNTERPARTY_MAX = 200;
const THEIR_NUMBER_MAX = 60;
const FILE_NAME_MAX = 120;

/** The document's own title, else the line that says what it is about, else its file's name. */
export function suggestTitle({
  titleProperty,
  subjectLine,
  fileName,
}: Pick<DocumentLook, 'titleProperty' | 'subjectLine' | 'fileName'>): string {
  const fromFile = (fileName ?? '').replace(/\.(docx|docm|dotx|doc)$/i, '');
  const chosen = [titleProperty, subjectLine, fromFile]
    .map((each) => each.replace(/\s+/g, ' ').trim())
    .find((each) => each !== '');
  return (chosen ?? '').slice(0, TITLE_MAX);
}

export function emptyForm(look: Pick<DocumentLook, 'titleProperty' | 'subjectLine' | 'fileName'>): FilingForm {
  return {
    step: 'kind',
    kind: 'DRAFT_DOCUMENT',
    classificationCode: '',
    classificationChosen: false,
    title: suggestTitle(look),
    proposalText: '',
    counterparty: '',
    theirNumber: '',
    dueOn: '',
    need: {},
    numbered: true,
    fileName: '',
    classificationPlace: false,
    folderId: '',
    levelAnswers: {},
  };
}

/** A document that held nothing when the form was begun may hold words now. */
export const withTitle = (form: FilingForm, look: DocumentLook): FilingForm =>
  form.title === '' ? { ...form, title: suggestTitle(look) } : form;

/** What changes in a form not yet pressed when the document says something else than before; what was typed stays. */
export function lookedAgain(state: FilingState, look: DocumentLook): Partial<FilingState> {
  const { form, look: before, busy, suggestedFor } = state;
  if (busy !== null) return {};
  const title = form.title === suggestTitle(before) ? suggestTitle(look) : form.title;
  const same = title === form.title && look.headings.join('\n') === before.headings.join('\n');
  return { look, form: { ...form, title }, suggestedFor: same ? suggestedFor : null };
}

export type FormProblem =
  | 'details.titleMissing'
  | 'details.titleLong'
  | 'details.proposalLong'
  | 'details.counterpartyLong'
  | 'details.theirNumberLong'
  | 'details.fileNameLong';

export function problemsOf(form: FilingForm): FormProblem[] {
  const problems: FormProblem[] = [];
  if (form.title.trim() === '') problems.push('details.titleMissing');
  if (form.title.trim().length > TITLE_MAX) problems.push('details.titleLong');
  if (form.kind === 'DRAFT_DOCUMENT' && form.proposalText.trim().length > PROPOSAL_MAX)
    problems.push('details.proposalLong');
  if (form.kind === 'RECEIPT' && form.counterparty.trim().length > COUNTERPARTY_MAX)
    problems.push('details.counterpartyLong');
  if (form.kind === 'RECEIPT' && form.theirNumber.trim().length > THEIR_NUMBER_MAX)
    problems.push('details.theirNumberLong');
  if (form.fileName.trim().length > FILE_NAME_MAX) problems.push('details.fileNameLong');
  return problems;
}

/** The places that a document of this kind gets: a number only where one is taken. */
export function placesFor({
  kind,
  classificationPlace,
  numbered: wanted = true,
}: Pick<FilingForm, 'kind' | 'classificationPlace'> & { numbered?: boolean }): PlaceName[] {
  const numbered = kind === 'DRAFT_DOCUMENT' || (kind === 'RECEIPT' && wanted);
  return [
    ...(numbered ? (['number', 'date'] as const) : []),
    ...(classificationPlace ? (['classification'] as const) : []),
  ];
}

/** Suggested ones first, the best before the next; every typed word has to occur somewhere in the line. */
export function searchClassifications(
  all: readonly Classification[],
  words: string,
  suggestions: readonly Suggestion[] = [],
): Classification[] {
  const wanted = fold(words)
    .split(/\s+/)
    .filter((word) => word !== '');
  const matches = all.filter(({ code, path, name }) =>
    wanted.every((word) => fold(`${code} ${path} ${name}`).includes(word)),
  );
  const rank = (code: string) => {
    const at = suggestions.findIndex((each) => each.code === code);
    return at < 0 ? suggestions.length : at;
  };
  return matches.sort((one, other) => rank(one.code) - rank(other.code));
}

// Full-width letters and digits are found by half-width ones and the other way round.
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
