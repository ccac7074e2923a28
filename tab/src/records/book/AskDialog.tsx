import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { FormDialog } from './FormDialog.tsx';
import { bookText } from './text.ts';

export interface AskDialogProps {
  readonly title: string;
  readonly lead?: string;
  readonly label: string;
  readonly submit: string;
  readonly isPending: boolean;
  readonly onClose: () => void;
  readonly onSubmit: (said: string) => void;
}

/** Asks for one text that must be there: a reason. */
export function AskDialog({ title, lead, label, submit, isPending, onClose, onSubmit }: AskDialogProps) {
  const t = useText(bookText);
  const [said, setSaid] = useState('');
  const [tried, setTried] = useState(false);
  const missing = said.trim() === '';
  const handleSubmit = () => {
    setTried(true);
    if (!missing) onSubmit(said);
  };
  return (
    <FormDialog
      {...{ title, isPending, onClose, testId: 'ask-dialog', onSubmit: handleSubmit }}
      actions={
        <>
          <Button onClick={onClose} disabled={isPending}>
            {t('cancel')}
          </Button>
          <Button type="submit" appearance="primary" disabledFocusable={isPending} data-testid="ask-submit">
            {submit}
          </Button>
        </>
      }
    >
      {lead === undefined ? null : <p>{lead}</p>}
      <Field label={label} required {...(tried && missing ? { validationMessage: t('required') } : {})}>
        <Textarea value={said} onChange={(_, { value }) => setSaid(value)} data-testid="ask-text" />
      </Field>
    </FormDialog>
  );
}
