import type { CaseView, MattersView } from '@kaigi/core/contract';
import { localDateOf } from '@kaigi/core/shared';
import { useEffect, useState } from 'react';
import { type MatterItem, matterOf } from '../regulations/matters.ts';
import { changedFields, type DraftField, type DraftForm, EMPTY_FORM, formOf, inputOf } from './draft-form.ts';
import { forget, stash, unstash } from './form-stash.ts';
import { takeOver } from './hand-over.ts';
import { type DraftProblem, problemsOf } from './problems.ts';
import { rebased } from './rebase.ts';

export interface Draft {
  readonly form: DraftForm;
  change(change: Partial<DraftForm>): void;
  /** Takes the form back to what is stored. */
  reset(): void;
  /** Something typed earlier and not saved was found again. */
  readonly restored: boolean;
  readonly today: string;
  /** Whose facts are asked: the matter, or the one that it is likened to. */
  readonly asked: MatterItem | null;
  /** As it would be sent; null where the matter is unknown. */
  readonly input: ReturnType<typeof inputOf> | null;
  readonly changed: readonly DraftField[];
  readonly problems: readonly DraftProblem[];
}

export interface DraftParts {
  /** Null for a new draft. */
  readonly view: CaseView | null;
  readonly matters: MattersView;
  readonly staffId: string;
  readonly hasDocument: boolean;
}

interface Start {
  readonly form: DraftForm;
  readonly restored: boolean;
}

function start({ view, staffId }: DraftParts): Start {
  const kept = unstash(staffId, view?.id ?? null);
  const handed = view ? null : takeOver();
  if (handed) return { form: { ...EMPTY_FORM, matter: handed }, restored: false };
  if (kept && kept.version === (view?.version ?? 0)) return { form: kept.form, restored: true };
  return { form: view ? formOf(view) : EMPTY_FORM, restored: false };
}

/** The form of a draft: what is typed, how it differs from what is stored, and what is missing. */
export function useDraft(parts: DraftParts): Draft {
  const { view, matters, staffId, hasDocument } = parts;
  const [{ form, restored }, setState] = useState(() => start(parts));
  const [base, setBase] = useState(view);
  if (view && base && view.version !== base.version) {
    // Somebody, or this page itself, has changed the case: what was not touched here follows.
    setBase(view);
    setState({ form: rebased(form, formOf(base), formOf(view)), restored });
  }
  const today = localDateOf(new Date());
  const asked = matterOf(matters, form.matter.analogousTo ?? form.matter.code);
  const input = asked && inputOf(form, asked);
  const changed = view && input ? changedFields(input, view) : [];
  const dirty = view ? changed.length > 0 : form !== EMPTY_FORM;
  const id = view?.id ?? null;
  const version = view?.version ?? 0;
  useEffect(() => {
    if (dirty) stash(staffId, id, { form, version });
    else forget(staffId, id);
  }, [dirty, form, id, staffId, version]);
  return {
    form,
    change: (change) => setState((state) => ({ ...state, form: { ...state.form, ...change } })),
    reset: () => setState({ form: view ? formOf(view) : EMPTY_FORM, restored: false }),
    restored,
    today,
    asked,
    input,
    changed,
    problems: problemsOf(form, { matter: asked, hasDocument }),
  };
}
