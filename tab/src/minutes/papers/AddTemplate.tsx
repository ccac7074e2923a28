import { Field, MessageBar, MessageBarBody, MessageBarTitle, Select } from '@fluentui/react-components';
import type { PaperForm } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { ProblemError } from '../../api/problem.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { Section } from '../../approvals/Section.tsx';
import { FileDrop } from '../FileDrop.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { useMeetingRules } from '../meetings/use-meetings.ts';
import { FormSelect } from './FormSelect.tsx';
import { papersText } from './text.ts';
import { useAddTemplate } from './use-papers.ts';

function useAdding(form: PaperForm, bodyId: string | null) {
  const t = useText(papersText);
  const notify = useNotice();
  const adding = useAddTemplate();
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const handleFiles = (files: readonly File[]) => {
    const [file] = files;
    if (!file || adding.isPending) return;
    adding.reset();
    setName(file.name);
    setWrong(files.length > 1 ? t('add.one') : null);
    if (files.length > 1) return;
    const onSuccess = () => notify({ text: t('add.done'), intent: 'success' });
    adding.mutate({ file, metadata: { form, bodyId } }, { onSuccess });
  };
  return { adding, name, wrong, handleFiles };
}

function Refused({ error, wrong }: { readonly error: unknown; readonly wrong: string | null }) {
  const styles = useMinutesStyles();
  const t = useText(papersText);
  const locale = useLocale();
  if (!error && wrong === null) return null;
  const code = error instanceof ProblemError ? error.problem.code : null;
  return (
    <MessageBar intent="error" layout="multiline" data-testid="template-refused">
      <MessageBarBody>
        <MessageBarTitle>{t('add.refused')}</MessageBarTitle>
        <span className={styles.text}>{wrong ?? errorWords(error, locale).sentence}</span>{' '}
        {code === null || wrong !== null ? null : <span className={styles.small}>{t('add.code', { code })}</span>}
      </MessageBarBody>
    </MessageBar>
  );
}

function BodySelect({ bodyId, onBody }: { readonly bodyId: string; readonly onBody: (bodyId: string) => void }) {
  const t = useText(papersText);
  const bodies = useMeetingRules().data?.items ?? [];
  return (
    <Field label={t('add.body')}>
      <Select value={bodyId} onChange={(_, { value }) => onBody(value)} data-testid="template-body">
        <option value="">{t('body.all')}</option>
        {bodies.map((body) => (
          <option key={body.bodyId} value={body.bodyId}>
            {body.name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** A city's own form is brought; what is wrong with it is said in its own words. */
export function AddTemplate() {
  const styles = useMinutesStyles();
  const t = useText(papersText);
  const [form, setForm] = useState<PaperForm>('REPORT');
  const [bodyId, setBodyId] = useState('');
  const { adding, name, wrong, handleFiles } = useAdding(form, bodyId === '' ? null : bodyId);
  return (
    <Section title={t('add.title')}>
      <p className={styles.lead}>{t('add.lead')}</p>
      <div className={styles.form}>
        <FormSelect form={form} onForm={setForm} />
        <BodySelect bodyId={bodyId} onBody={setBodyId} />
      </div>
      <FileDrop
        {...{ label: t('add.label'), accept: '.docx', busy: adding.isPending, onFiles: handleFiles }}
        hint={adding.isPending ? t('add.busy', { name }) : t('add.hint')}
        testId="template-file"
      />
      <Refused error={adding.error} wrong={wrong} />
    </Section>
  );
}
