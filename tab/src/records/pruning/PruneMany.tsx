import { Button, Field, Textarea } from '@fluentui/react-components';
import type { PrunableList, PrunedMany } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { sizeText } from '../../approvals/route-progress.ts';
import { useKeepingStyles } from '../folders/Keeping.styles.ts';
import { ActDialog } from '../record/ActDialog.tsx';
import { actText } from '../record/text.ts';
import { useTyped } from '../record/use-act.ts';
import { pruningText } from './text.ts';
import { usePruneMany } from './use-pruning.ts';

export type Prunable = PrunableList['items'][number];

/** How much they are together, as sentences ask for it. */
export const sumOf = (items: readonly Prunable[]) => ({
  records: items.length,
  versions: items.reduce((sum, { versions }) => sum + versions.length, 0),
  size: sizeText(items.reduce((sum, { bytes }) => sum + bytes, 0)),
});

/** 「1・2・4」 */
export function useVersionWords(): (item: Prunable) => string {
  const t = useText(pruningText);
  return ({ versions }) => versions.map(({ fileVersion }) => fileVersion).join(t('many.separator'));
}

interface PruneManyProps {
  readonly items: readonly Prunable[];
  readonly onDone: (done: PrunedMany) => void;
  readonly onClose: () => void;
}

/** Sends it, and says how much went. */
function usePruning(onDone: (done: PrunedMany) => void) {
  const t = useText(pruningText);
  const notify = useNotice();
  const order = usePruneMany();
  const handleDone = (done: PrunedMany) => {
    const { versions, bytes } = done;
    const text = versions === 0 ? t('prune.done.nothing') : t('prune.done', { count: versions, size: sizeText(bytes) });
    notify({ text, intent: done.left.length === 0 ? 'success' : 'warning' });
    onDone(done);
  };
  const send = (items: readonly Prunable[], reason: string) => {
    const wanted = items.map(({ recordId, versions }) => ({
      recordId,
      fileVersions: versions.map(({ fileVersion }) => fileVersion),
    }));
    order.mutate({ items: wanted, reason }, { onSuccess: handleDone });
  };
  return { order, send };
}

/** What will go of which document, before it goes. */
function PruneManyDialog({ items, onDone, onClose }: PruneManyProps) {
  const styles = useKeepingStyles();
  const t = useText(pruningText);
  const act = useText(actText);
  const { order, send } = usePruning(onDone);
  // The list is asked for anew while it is on its way: what is sent is what was shown.
  const [shown] = useState(items);
  const versionsOf = useVersionWords();
  const { said, type, missing, when } = useTyped({ reason: '' });
  return (
    <ActDialog
      {...{ order, onClose, title: t('prune.title'), lead: t('prune.lead'), submit: t('prune.submit') }}
      testId="prune-many-dialog"
      onSubmit={() => when(['reason'], () => send(shown, said.reason))}
    >
      <p className={styles.flush} data-testid="prune-sum">
        {t('many.confirm', sumOf(shown))}
      </p>
      <ul className={styles.flush}>
        {shown.map((item) => (
          <li key={item.recordId}>
            {t('many.line', { title: item.title, versions: versionsOf(item), size: sizeText(item.bytes) })}
          </li>
        ))}
      </ul>
      <Field label={act('reason')} hint={t('prune.reason_hint')} required {...missing('reason')}>
        <Textarea value={said.reason} maxLength={500} onChange={type('reason')} data-testid="act-reason" />
      </Field>
    </ActDialog>
  );
}

/** Lets go of the working versions of all that is chosen, after they were shown. */
export function PruneMany({ items, onDone }: Pick<PruneManyProps, 'items' | 'onDone'>) {
  const t = useText(pruningText);
  const [open, setOpen] = useState(false);
  const handleDone = (done: PrunedMany) => {
    setOpen(false);
    onDone(done);
  };
  return (
    <>
      <Button
        appearance="primary"
        disabledFocusable={items.length === 0}
        onClick={() => (items.length === 0 ? undefined : setOpen(true))}
        data-testid="prune-many"
      >
        {t('prune.title')}
      </Button>
      {open ? <PruneManyDialog items={items} onDone={handleDone} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
