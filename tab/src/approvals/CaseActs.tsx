import type { CaseView } from '@kaigi/core/contract';
import { type ReactNode, type Ref, useImperativeHandle, useMemo, useState } from 'react';
import { goTo } from '../app/use-route.ts';
import { ActDialog } from './ActDialog.tsx';
import { type ActKind, type ActShape, actsFor } from './act-shapes.ts';
import { type ActDraft, EMPTY_DRAFT, firstDraft } from './acts.ts';
import { ActsContext } from './acts-context.ts';
import type { ActRunner } from './use-act-runner.ts';

export interface ActsHandle {
  /** Opens the first of these acts that is allowed; false when none is, or one is open already. */
  start(kinds: readonly ActKind[]): boolean;
}

export interface CaseActsProps {
  readonly view: CaseView;
  readonly runner: ActRunner;
  readonly children: ReactNode;
  /** Told after an act, with the case as it is then. */
  readonly onActed?: (kind: ActKind, view: CaseView) => void;
  readonly handle?: Ref<ActsHandle>;
}

interface OpenAct {
  readonly shape: ActShape;
  readonly opened: CaseView;
  /** Begun by a key: the hand is on the keyboard, so the button is the first stop. */
  readonly quick: boolean;
  readonly at: Date;
}

const MAKES_A_DRAFT: readonly ActKind[] = ['cite', 'correct'];

/** The dialog behind every button of a case, and what was written into each so far. */
export function CaseActs({ view, runner, children, onActed, handle }: CaseActsProps) {
  const [open, setOpen] = useState<OpenAct | null>(null);
  const [drafts, setDrafts] = useState<Readonly<Record<string, ActDraft>>>({});
  const shapes = useMemo(() => actsFor(view), [view]);
  const start = (shape: ActShape, quick: boolean) => {
    runner.clearTrouble();
    setOpen({ shape, opened: view, quick, at: new Date() });
  };
  useImperativeHandle(handle, () => ({
    start: (kinds) => {
      const shape = kinds.flatMap((kind) => shapes.filter((one) => one.kind === kind)).at(0);
      if (!shape || open || runner.busy) return false;
      start(shape, true);
      return true;
    },
  }));
  const draftOf = ({ shape, opened, at }: OpenAct): ActDraft => {
    const kept = drafts[shape.key];
    return kept && kept !== EMPTY_DRAFT ? kept : firstDraft(shape, opened, at);
  };
  const handleDone = (after: CaseView) => {
    const kind = open?.shape.kind ?? 'approve';
    if (MAKES_A_DRAFT.includes(kind)) goTo({ page: 'case', id: after.id });
    else onActed?.(kind, after);
  };
  const acts = { shapes, busy: runner.busy, open: (shape: ActShape) => start(shape, false) };
  return (
    <ActsContext value={acts}>
      {children}
      {open ? (
        <ActDialog
          opened={open.opened}
          stale={view.version !== open.opened.version}
          shape={open.shape}
          quick={open.quick}
          draft={draftOf(open)}
          onDraft={(draft) => setDrafts((all) => ({ ...all, [open.shape.key]: draft }))}
          runner={runner}
          onDone={handleDone}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </ActsContext>
  );
}
