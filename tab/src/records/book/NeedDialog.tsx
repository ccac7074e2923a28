import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { FormDialog } from './FormDialog.tsx';
import { NeedQuestions } from './NeedQuestions.tsx';
import { bookText } from './text.ts';

/** 「番号は要る?」: three questions, and the answer with its article. */
export function NeedDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText(bookText);
  const [answers, setAnswers] = useState<Readonly<Record<string, boolean>>>({});
  return (
    <FormDialog
      title={t('need.button')}
      testId="need-dialog"
      isPending={false}
      {...{ onClose, onSubmit: onClose }}
      actions={
        <Button type="submit" appearance="primary" data-testid="need-close">
          {t('need.close')}
        </Button>
      }
    >
      <NeedQuestions answers={answers} onAnswers={setAnswers} />
    </FormDialog>
  );
}
