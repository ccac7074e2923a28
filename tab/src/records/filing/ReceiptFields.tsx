import { Button, Field, Input } from '@fluentui/react-components';
import { QuestionCircleRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { useBookStyles } from '../book/Book.styles.ts';
import { NeedQuestions } from '../book/NeedQuestions.tsx';
import { bookText } from '../book/text.ts';
import type { FilingForm } from './filing-form.ts';
import { filingText } from './text.ts';

export interface PartProps {
  readonly form: FilingForm;
  readonly onChange: (change: Partial<FilingForm>) => void;
}

/** 「番号は要る？」, opened by whoever wonders. */
function Need({ form, onChange }: PartProps) {
  const styles = useBookStyles();
  const t = useText(filingText);
  const b = useText(bookText);
  const [open, setOpen] = useState(Object.keys(form.need).length > 0);
  const handleForget = () => {
    onChange({ need: {} });
    setOpen(false);
  };
  if (!open)
    return (
      <div>
        <Button size="small" icon={<QuestionCircleRegular />} onClick={() => setOpen(true)} data-testid="filing-need">
          {b('need.button')}
        </Button>
      </div>
    );
  return (
    <section className={styles.card} aria-label={b('need.button')}>
      <NeedQuestions answers={form.need} onAnswers={(need) => onChange({ need })} />
      <div>
        <Button size="small" onClick={handleForget} data-testid="filing-need-forget">
          {t('need.forget')}
        </Button>
      </div>
    </section>
  );
}

/** What the register keeps of a 収受 beside its title. */
export function ReceiptFields({ form, onChange }: PartProps) {
  const styles = useBookStyles();
  const t = useText(filingText);
  return (
    <>
      <div className={styles.fields}>
        <Field label={t('file.counterparty')}>
          <Input
            value={form.counterparty}
            maxLength={200}
            onChange={(_, { value }) => onChange({ counterparty: value })}
            data-testid="filing-counterparty"
          />
        </Field>
        <Field label={t('file.their_number')}>
          <Input
            value={form.theirNumber}
            maxLength={60}
            onChange={(_, { value }) => onChange({ theirNumber: value })}
            data-testid="filing-their-number"
          />
        </Field>
        <Field label={t('file.due')}>
          <Input
            type="date"
            value={form.dueOn}
            onChange={(_, { value }) => onChange({ dueOn: value })}
            data-testid="filing-due"
          />
        </Field>
      </div>
      <Need form={form} onChange={onChange} />
    </>
  );
}
