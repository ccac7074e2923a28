import type { SentenceEdit, SentencePart, SentenceView } from '@kaigi/core/contract';

/** A sentence as it stands in the fields. */
export interface TypedSentence {
  readonly text: string;
  readonly outcome: NonNullable<SentenceView['outcome']> | '';
  readonly owner: string;
  readonly dueWords: string;
  readonly dueOn: string;
}

export const NOTHING_TYPED: TypedSentence = { text: '', outcome: '', owner: '', dueWords: '', dueOn: '' };

export const typedOf = ({ text, outcome, owner, due }: SentenceView): TypedSentence => ({
  ...{ text, outcome: outcome ?? '', owner: owner?.name ?? '', dueWords: due?.words ?? '', dueOn: due?.on ?? '' },
});

type People = readonly { readonly id: string; readonly name: string }[];

/** The name is whose who attended, where it is exactly that of one of them. */
function said(typed: TypedSentence, people: People) {
  const name = typed.owner.trim();
  const own = people.filter((one) => one.name === name);
  const words = typed.dueWords.trim();
  return {
    text: typed.text.trim(),
    outcome: typed.outcome === '' ? null : typed.outcome,
    owner: name === '' ? null : { name, attendeeId: own.length === 1 ? (own[0]?.id ?? null) : null },
    due: words === '' && typed.dueOn === '' ? null : { words, on: typed.dueOn === '' ? null : typed.dueOn },
  };
}

export function changeOf(view: SentenceView, typed: TypedSentence, people: People): SentenceEdit {
  return { op: 'SET', id: view.id, version: view.version, ...said(typed, people) };
}

/** Where a new sentence stands. */
export interface Place {
  readonly part: SentencePart;
  readonly itemId: string | null;
  readonly after: string | null;
}

/** Without sources, until somebody names some: it is shown as 追記. */
export function additionOf(place: Place, typed: TypedSentence, people: People): SentenceEdit {
  return { op: 'ADD', id: crypto.randomUUID(), sources: [], origin: 'PERSON', ...place, ...said(typed, people) };
}
