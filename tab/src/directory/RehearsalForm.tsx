import { Button, Field, Input, MessageBar, MessageBarBody, MessageBarTitle, Spinner } from '@fluentui/react-components';
import { addDays, fiscalYearOf, fiscalYearStart, localDateOf } from '@kaigi/core/shared';
import { type FormEvent, useId, useState } from 'react';
import { errorWords } from '../api/error-text.ts';
import { ProblemError } from '../api/problem.ts';
import { useLocale, useText } from '../app/locale.ts';
import { goTo } from '../app/use-route.ts';
import { Section } from '../approvals/Section.tsx';
import { useRehearsalStyles } from './Rehearsals.styles.ts';
import { directoryText } from './text.ts';
import { useLoadRehearsal } from './use-rehearsals.ts';

/** What is wrong with the list, line by line, as the service says it. */
function rowsOf(error: unknown): readonly string[] {
  const present = error instanceof ProblemError ? error.problem.present : null;
  const rows = typeof present === 'object' && present !== null && 'rows' in present ? present.rows : null;
  return Array.isArray(rows) ? rows.filter((row) => typeof row === 'string') : [];
}

function Refusal({ error }: { readonly error: unknown }) {
  const styles = useRehearsalStyles();
  const t = useText(directoryText);
  const { sentence } = errorWords(error, useLocale());
  const rows = rowsOf(error);
  return (
    <MessageBar intent="error" layout="multiline" data-testid="rehearsal-refused">
      <MessageBarBody>
        <MessageBarTitle>{t('form.refused')}</MessageBarTitle>
        {sentence}
        {rows.length > 0 ? (
          <ul className={styles.rows}>
            {rows.map((row) => (
              <li key={row}>{row}</li>
            ))}
          </ul>
        ) : null}
      </MessageBarBody>
    </MessageBar>
  );
}

const nextFirstOfApril = (): string => fiscalYearStart(fiscalYearOf(localDateOf(new Date())) + 1);

export function RehearsalForm() {
  const styles = useRehearsalStyles();
  const t = useText(directoryText);
  const fileId = useId();
  const [title, setTitle] = useState('');
  const [day, setDay] = useState(nextFirstOfApril);
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const load = useLoadRehearsal();
  const missing = (is: boolean) => (tried && is ? { validationMessage: t('form.missing') } : {});
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!file || title.trim() === '' || day === '' || load.isPending) return;
    const onSuccess = ({ id }: { id: string }) => goTo({ page: 'rehearsal', id });
    load.mutate({ input: { title: title.trim(), effectiveOn: day }, file }, { onSuccess });
  };
  return (
    <Section title={t('form.title')}>
      <form onSubmit={handleSubmit} noValidate>
        <div className={styles.page}>
          <div className={styles.form}>
            <Field label={t('form.name')} hint={t('form.name.hint')} required {...missing(title.trim() === '')}>
              <Input
                value={title}
                onChange={(_, { value }) => setTitle(value)}
                maxLength={100}
                data-testid="rehearsal-name"
              />
            </Field>
            <Field label={t('form.day')} required {...missing(day === '')}>
              <Input
                type="date"
                value={day}
                min={addDays(localDateOf(new Date()), 1)}
                onChange={(_, { value }) => setDay(value)}
                data-testid="rehearsal-day"
              />
            </Field>
            <Field label={{ children: t('form.file'), htmlFor: fileId }} required {...missing(file === null)}>
              <input
                id={fileId}
                type="file"
                accept=".csv,text/csv"
                onChange={({ target }) => setFile(target.files?.[0] ?? null)}
                data-testid="rehearsal-file"
              />
            </Field>
          </div>
          {load.isError ? <Refusal error={load.error} /> : null}
          <div className={styles.buttons}>
            <Button
              type="submit"
              appearance="primary"
              disabledFocusable={load.isPending}
              icon={load.isPending ? <Spinner size="tiny" /> : null}
              data-testid="rehearse-button"
            >
              {load.isPending ? t('form.busy') : t('form.run')}
            </Button>
          </div>
        </div>
      </form>
    </Section>
  );
}
