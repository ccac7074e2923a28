import { Checkbox, Field, Textarea } from '@fluentui/react-components';
import type { VersionsView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { sizeText } from '../../approvals/route-progress.ts';
import { useKeepingStyles } from '../folders/Keeping.styles.ts';
import { ActDialog } from '../record/ActDialog.tsx';
import { actText } from '../record/text.ts';
import { useTyped } from '../record/use-act.ts';
import { pruningText } from './text.ts';
import { usePrune } from './use-pruning.ts';

type Version = VersionsView['items'][number];

interface PruneDialogProps {
  readonly recordId: string;
  /** Those that may go. */
  readonly working: readonly Version[];
  readonly onClose: () => void;
}

interface WhichProps {
  readonly working: readonly Version[];
  readonly chosen: ReadonlySet<number>;
  readonly onChosen: (chosen: ReadonlySet<number>) => void;
}

/** Which go, and how much that is. */
function Which({ working, chosen, onChosen }: WhichProps) {
  const styles = useKeepingStyles();
  const t = useText(pruningText);
  const going = working.filter(({ fileVersion }) => chosen.has(fileVersion));
  const size = sizeText(going.reduce((sum, one) => sum + one.size, 0));
  const choose = (version: number, isChosen: boolean) =>
    onChosen(new Set(isChosen ? [...chosen, version] : [...chosen].filter((one) => one !== version)));
  return (
    <>
      <fieldset className={styles.choices}>
        <legend>{t('prune.which')}</legend>
        {working.map(({ fileVersion, fileName, size: bytes }) => (
          <Checkbox
            key={fileVersion}
            checked={chosen.has(fileVersion)}
            onChange={(_, { checked }) => choose(fileVersion, checked === true)}
            label={t('prune.one', { version: fileVersion, name: fileName, size: sizeText(bytes) })}
            data-testid="prune-choose"
          />
        ))}
      </fieldset>
      <p className={styles.flush} role="status" data-testid="prune-sum">
        {going.length === 0 ? t('prune.sum.none') : t('prune.sum', { count: going.length, size })}
      </p>
    </>
  );
}

/** What will go, before it goes: each version, how much it is, and for what reason. */
export function PruneDialog({ recordId, working, onClose }: PruneDialogProps) {
  const t = useText(pruningText);
  const act = useText(actText);
  const notify = useNotice();
  const order = usePrune(recordId);
  // What was shown when it was opened: what comes meanwhile is not let go of unseen.
  const [shown] = useState(working);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set(shown.map(({ fileVersion }) => fileVersion)));
  const { said, type, missing, when } = useTyped({ reason: '' });
  const going = shown.filter(({ fileVersion }) => chosen.has(fileVersion));
  const handleSubmit = () =>
    when(['reason'], () => {
      if (going.length === 0) return;
      const size = sizeText(going.reduce((sum, one) => sum + one.size, 0));
      const told = {
        onSuccess: () => {
          notify({ text: t('prune.done', { count: going.length, size }), intent: 'success' });
          onClose();
        },
      };
      order.mutate({ fileVersions: going.map(({ fileVersion }) => fileVersion), reason: said.reason }, told);
    });
  return (
    <ActDialog
      {...{ order, onClose, title: t('prune.title'), lead: t('prune.lead'), submit: t('prune.submit') }}
      testId="prune-dialog"
      onSubmit={handleSubmit}
    >
      <Which working={shown} chosen={chosen} onChosen={setChosen} />
      <Field label={act('reason')} hint={t('prune.reason_hint')} required {...missing('reason')}>
        <Textarea value={said.reason} maxLength={500} onChange={type('reason')} data-testid="act-reason" />
      </Field>
    </ActDialog>
  );
}
