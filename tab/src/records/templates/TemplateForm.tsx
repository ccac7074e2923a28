import { Button, Field, Input, Spinner, Textarea } from '@fluentui/react-components';
import { DocumentRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import type { TemplateOrder } from '../../api/templates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { FileButton } from '../../drafting/FileButton.tsx';
import { useTemplatesStyles } from './Templates.styles.ts';
import { templatesText } from './text.ts';
import { useTemplateOrder } from './use-templates.ts';

const DOCX = '.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export interface TemplateFormProps {
  /** Of a new edition; without it a new 様式 is added. */
  readonly renewed?: { readonly id: string; readonly version: number };
  readonly onDone: () => void;
}

interface Typed {
  readonly title: string;
  readonly purpose: string;
  readonly note: string;
}

const orderOf = ({ renewed }: Pick<TemplateFormProps, 'renewed'>, typed: Typed, file: File): TemplateOrder =>
  renewed ? { to: 'renew', ...renewed, note: typed.note, file } : { to: 'add', input: typed, file };

/** A new 様式, or a new edition of one. */
export function TemplateForm({ renewed, onDone }: TemplateFormProps) {
  const styles = useTemplatesStyles();
  const t = useText(templatesText);
  const locale = useLocale();
  const notify = useNotice();
  const [typed, setTyped] = useState<Typed>({ title: '', purpose: '', note: '' });
  const [file, setFile] = useState<File | null>(null);
  const { mutate, isPending } = useTemplateOrder();
  const ready = file !== null && (renewed !== undefined || typed.title.trim() !== '') && !isPending;
  const save = () => {
    if (!ready) return;
    mutate(orderOf({ ...(renewed ? { renewed } : {}) }, typed, file), {
      onSuccess: ({ title, current }) => {
        notify({ text: t('templates.saved', { name: title, edition: current.edition }), intent: 'success' });
        onDone();
      },
      onError: (error) =>
        notify({ text: t('templates.failed'), body: errorWords(error, locale).sentence, intent: 'error' }),
    });
  };
  return (
    <section className={styles.form} aria-label={t(renewed ? 'templates.renew' : 'templates.add')}>
      {renewed ? null : <NewFields typed={typed} onTyped={setTyped} />}
      <Field label={t('templates.note')}>
        <Input
          value={typed.note}
          maxLength={300}
          onChange={(_, { value }) => setTyped({ ...typed, note: value })}
          data-testid="template-note"
        />
      </Field>
      <div className={styles.row}>
        <FileButton
          label={t('templates.file')}
          accept={DOCX}
          icon={<DocumentRegular />}
          onFiles={([chosen]) => setFile(chosen ?? null)}
          testId="template-file"
        />
        {file ? <span className={styles.quiet}>{t('templates.file.chosen', { name: file.name })}</span> : null}
      </div>
      <div className={styles.row}>
        <Button
          appearance="primary"
          icon={isPending ? <Spinner size="tiny" /> : null}
          disabledFocusable={!ready}
          onClick={save}
          data-testid="template-save"
        >
          {t(isPending ? 'templates.saving' : 'templates.save')}
        </Button>
        <Button onClick={onDone}>{t('templates.cancel')}</Button>
      </div>
    </section>
  );
}

function NewFields({ typed, onTyped }: { readonly typed: Typed; readonly onTyped: (typed: Typed) => void }) {
  const t = useText(templatesText);
  return (
    <>
      <Field label={t('templates.name')} required>
        <Input
          value={typed.title}
          maxLength={100}
          onChange={(_, { value }) => onTyped({ ...typed, title: value })}
          data-testid="template-title"
        />
      </Field>
      <Field label={t('templates.purpose')}>
        <Textarea
          value={typed.purpose}
          maxLength={300}
          onChange={(_, { value }) => onTyped({ ...typed, purpose: value })}
          data-testid="template-purpose"
        />
      </Field>
    </>
  );
}
