import type { MatterItem } from '../regulations/matters.ts';
import { factProblem } from '../regulations/question.ts';
import { type DraftForm, pagesOf, type TypedPaper } from './draft-form.ts';

export type ProblemField =
  | 'title'
  | 'document'
  | 'classification'
  | 'matter'
  | 'facts'
  | 'disclosureReason'
  | 'retroactiveReason'
  | 'paper';

export type ProblemCode =
  | 'problem.title'
  | 'problem.title.long'
  | 'problem.title.signs'
  | 'problem.document'
  | 'problem.classification'
  | 'problem.matter'
  | 'problem.facts'
  | 'problem.disclosureReason'
  | 'problem.retroactiveReason'
  | 'problem.paper';

export interface DraftProblem {
  readonly field: ProblemField;
  readonly code: ProblemCode;
  /** Some may be mended later: a draft is kept with them, but not put before anybody. */
  readonly blocks: 'SAVE' | 'SUBMIT';
}

// Signs that turn the direction of writing or cannot be seen; the service refuses them too.
const HIDDEN = /\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;
const LONGEST_TITLE = 200;

function titleProblem(title: string): ProblemCode | null {
  const text = title.trim();
  if (text === '') return 'problem.title';
  if (HIDDEN.test(text)) return 'problem.title.signs';
  return Array.from(text).length > LONGEST_TITLE ? 'problem.title.long' : null;
}

export function isPaperComplete({ title, pages, location, holder, reason }: TypedPaper): boolean {
  return [title, location, holder, reason].every((text) => text.trim() !== '') && pagesOf(pages) > 0;
}

export interface DraftFacts {
  /** The matter whose facts are asked; null where the regulations do not know it any more. */
  readonly matter: MatterItem | null;
  readonly hasDocument: boolean;
}

/** Where the effective day lies, as far as it can be known before the decision. */
export function isRetroactive({ effectiveOn }: DraftForm, today: string): boolean {
  return effectiveOn !== '' && effectiveOn < today;
}

/** What is missing or wrong, in the order of the page. */
export function problemsOf(form: DraftForm, { matter, hasDocument }: DraftFacts): DraftProblem[] {
  const problems: (DraftProblem | null)[] = [];
  const unless = (fine: boolean, problem: DraftProblem): void => {
    problems.push(fine ? null : problem);
  };
  unless(hasDocument, { field: 'document', code: 'problem.document', blocks: 'SAVE' });
  unless(matter !== null, { field: 'matter', code: 'problem.matter', blocks: 'SAVE' });
  const facts = matter?.facts ?? [];
  const allSaid = facts.every((fact) => factProblem(fact, form.matter.facts[fact.key]) === null);
  unless(allSaid, { field: 'facts', code: 'problem.facts', blocks: 'SUBMIT' });
  const title = titleProblem(form.title);
  unless(title === null, { field: 'title', code: title ?? 'problem.title', blocks: 'SAVE' });
  const classified = form.classificationCode !== '';
  unless(classified, { field: 'classification', code: 'problem.classification', blocks: 'SAVE' });
  const open = form.disclosure === '' || form.disclosure === 'PUBLIC' || form.disclosureReason.trim() !== '';
  unless(open, { field: 'disclosureReason', code: 'problem.disclosureReason', blocks: 'SUBMIT' });
  const timely = form.effectiveOn === '' || form.retroactiveReason.trim() !== '';
  unless(timely, { field: 'retroactiveReason', code: 'problem.retroactiveReason', blocks: 'SUBMIT' });
  unless(form.paper.every(isPaperComplete), { field: 'paper', code: 'problem.paper', blocks: 'SAVE' });
  return problems.filter((problem) => problem !== null);
}
