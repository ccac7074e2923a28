import { Checkbox, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { ActDialog } from './ActDialog.tsx';
import { actText } from './text.ts';
import { type ActProps, useAct, useTyped } from './use-act.ts';

/** 封: what it is called never changes again, which is said and must be agreed to. */
export function SealDialog({ kept, onClose }: ActProps) {
  const t = useText(actText);
  const { order, send } = useAct({ kept, onClose });
  const [sure, setSure] = useState(false);
  const [tried, setTried] = useState(false);
  const { said, type, missing, when } = useTyped({ reason: '' });
  const handleSubmit = () => {
    setTried(true);
    when(['reason'], () => (sure ? send({ act: 'seal', reason: said.reason }) : undefined));
  };
  return (
    <ActDialog
      {...{
        order,
        onClose,
        title: t('act.seal'),
        lead: t('seal.lead'),
        submit: t('seal.submit'),
        testId: 'seal-dialog',
      }}
      onSubmit={handleSubmit}
    >
      <Field label={t('reason')} required {...missing('reason')}>
        <Textarea value={said.reason} onChange={type('reason')} data-testid="act-reason" />
      </Field>
      <Field {...(tried && !sure ? { validationMessage: t('seal.agree') } : {})}>
        <Checkbox
          checked={sure}
          onChange={(_, { checked }) => setSure(checked === true)}
          label={t('seal.sure')}
          data-testid="seal-sure"
        />
      </Field>
    </ActDialog>
  );
}
