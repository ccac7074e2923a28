import { Field, Textarea } from '@fluentui/react-components';
import { useText } from '../../app/locale.ts';
import { ActDialog } from './ActDialog.tsx';
import { actText } from './text.ts';
import { type ActProps, useAct, useTyped } from './use-act.ts';

/** 閲覧できる職員: those named beside who may read it anyway. */
export function ReadersDialog({ kept, onClose }: ActProps) {
  const t = useText(actText);
  const { order, send } = useAct({ kept, onClose });
  const { said, type, missing, when } = useTyped({ names: kept.readers.join('\n'), reason: '' });
  const handleSubmit = () =>
    when(['reason'], () => {
      const signInNames = said.names
        .split(/\s+/)
        .map((name) => name.toLowerCase())
        .filter((name) => name !== '');
      send({ act: 'nameReaders', signInNames, reason: said.reason });
    });
  return (
    <ActDialog
      {...{
        order,
        onClose,
        title: t('act.readers'),
        lead: t('readers.lead'),
        submit: t('save'),
        testId: 'readers-dialog',
      }}
      onSubmit={handleSubmit}
    >
      <Field label={t('readers.names')} hint={t('readers.hint')}>
        <Textarea value={said.names} onChange={type('names')} data-testid="readers-names" />
      </Field>
      <Field label={t('reason')} required {...missing('reason')}>
        <Textarea value={said.reason} onChange={type('reason')} data-testid="act-reason" />
      </Field>
    </ActDialog>
  );
}
