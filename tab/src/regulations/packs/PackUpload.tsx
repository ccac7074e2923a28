import { Button, Field, MessageBar, MessageBarBody, MessageBarTitle, Spinner } from '@fluentui/react-components';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { goTo } from '../../app/use-route.ts';
import { Section } from '../../approvals/Section.tsx';
import { usePacksStyles } from './Packs.styles.ts';
import { addressOf, findingsOf, reasonOf } from './packs.ts';
import { RowsTable } from './RowsTable.tsx';
import { packsText } from './text.ts';
import { useProposePack } from './use-packs.ts';

/** Every finding with its row, so that all of them can be mended before the next try. */
function Refusal({ error }: { readonly error: unknown }) {
  const styles = usePacksStyles();
  const t = useText(packsText);
  const { sentence } = errorWords(error, useLocale());
  const findings = findingsOf(error);
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) told.current?.focus();
  }, [error]);
  return (
    <div ref={told} tabIndex={-1} className={styles.stack} data-testid="pack-refused">
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{t('upload.refused')}</MessageBarTitle>
          {findings.length > 0 ? t('upload.refused.count', { count: findings.length }) : sentence}
        </MessageBarBody>
      </MessageBar>
      {findings.length > 0 ? (
        <RowsTable
          label={t('upload.refused')}
          head={[t('upload.row'), t('upload.reason')]}
          rows={findings.map((one) => [one.row ?? t('upload.whole'), reasonOf(one)])}
          testId="pack-finding"
        />
      ) : null}
    </div>
  );
}

/** Takes in a YAML file, or says row by row why not. */
export function PackUpload() {
  const styles = usePacksStyles();
  const t = useText(packsText);
  const notify = useNotice();
  const fileId = useId();
  const [file, setFile] = useState<File | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const [tried, setTried] = useState(false);
  const { mutate, isPending, error, reset } = useProposePack();
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!file || isPending) return;
    mutate(file, {
      onSuccess: (review) => {
        notify({ text: t('upload.done'), intent: 'success' });
        goTo({ page: 'pack', id: addressOf(review) });
      },
      onError: (refused) => {
        if (findingsOf(refused).length === 0 || !input.current) return;
        // It will be mended now, and a browser does not send a file that has changed since it was chosen.
        input.current.value = '';
        setFile(null);
        setTried(false);
      },
    });
  };
  return (
    <Section title={t('upload.title')}>
      <p className={styles.lead}>{t('upload.lead')}</p>
      <form onSubmit={handleSubmit} noValidate className={styles.stack}>
        <Field
          label={{ children: t('upload.file'), htmlFor: fileId }}
          required
          {...(tried && file === null ? { validationMessage: t('upload.missing') } : {})}
        >
          <input
            ref={input}
            id={fileId}
            type="file"
            accept=".yaml,.yml,text/yaml,application/yaml"
            onChange={({ target }) => {
              setFile(target.files?.[0] ?? null);
              reset();
            }}
            data-testid="pack-file"
          />
        </Field>
        {error ? <Refusal error={error} /> : null}
        <div className={styles.buttons}>
          <Button
            type="submit"
            appearance="primary"
            disabledFocusable={isPending}
            icon={isPending ? <Spinner size="tiny" /> : null}
            data-testid="pack-propose"
          >
            {t(isPending ? 'upload.busy' : 'upload.run')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
