import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { GlossaryImport } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { Section } from '../../approvals/Section.tsx';
import { DownloadButton } from '../../records/DownloadButton.tsx';
import { FileDrop } from '../FileDrop.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { glossaryText } from './text.ts';
import { useTakeTerms } from './use-glossary.ts';

/** First what would become of the file, then the deed. */
function useTaking() {
  const t = useText(glossaryText);
  const notify = useNotice();
  const taking = useTakeTerms();
  const [file, setFile] = useState<File | null>(null);
  const [plan, setPlan] = useState<GlossaryImport | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const handleFiles = (files: readonly File[]) => {
    const [chosen] = files;
    if (!chosen || taking.isPending) return;
    taking.reset();
    setFile(chosen);
    setPlan(null);
    setWrong(files.length > 1 ? t('file.one') : null);
    if (files.length === 1) taking.mutate({ file: chosen, dryRun: true }, { onSuccess: setPlan });
  };
  const handleConfirm = () => {
    if (!file || taking.isPending) return;
    const onSuccess = (answer: GlossaryImport) => {
      setPlan(answer.done ? null : answer);
      if (answer.done) notify({ text: t('file.done'), intent: 'success' });
    };
    taking.mutate({ file, dryRun: false }, { onSuccess });
  };
  return { taking, name: file?.name ?? '', plan, wrong, handleFiles, handleConfirm, handleDrop: () => setPlan(null) };
}
type Taking = ReturnType<typeof useTaking>;

function Plan({ taking, name, plan, handleConfirm, handleDrop }: Taking & { readonly plan: GlossaryImport }) {
  const styles = useMinutesStyles();
  const t = useText(glossaryText);
  const { added, changed, unchanged, problems } = plan;
  if (problems.length > 0)
    return (
      <MessageBar intent="error" layout="multiline" data-testid="terms-problems">
        <MessageBarBody>
          <MessageBarTitle>{t('file.problems')}</MessageBarTitle>
          <ul className={styles.plain}>
            {problems.map(({ line, why }) => (
              <li key={`${line} ${why}`}>{t('file.problem', { line, why })}</li>
            ))}
          </ul>
        </MessageBarBody>
      </MessageBar>
    );
  return (
    <MessageBar intent="info" layout="multiline" data-testid="terms-plan">
      <MessageBarBody>{t('file.plan', { name, added, changed, unchanged })}</MessageBarBody>
      <MessageBarActions>
        <Button
          appearance="primary"
          disabledFocusable={taking.isPending}
          onClick={handleConfirm}
          data-testid="terms-confirm"
        >
          {t('file.confirm')}
        </Button>
        <Button disabledFocusable={taking.isPending} onClick={handleDrop}>
          {t('file.drop')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/** A file of terms is tried, and taken in when somebody has looked. */
function TakeIn() {
  const t = useText(glossaryText);
  const locale = useLocale();
  const how = useTaking();
  const { taking, name, plan, wrong, handleFiles } = how;
  const refused = wrong ?? (taking.isError ? errorWords(taking.error, locale).sentence : null);
  return (
    <>
      <FileDrop
        {...{ label: t('file.take'), accept: '.csv,.txt', busy: taking.isPending, onFiles: handleFiles }}
        hint={taking.isPending ? t('file.busy', { name }) : t('file.hint')}
        testId="terms-file"
      />
      {plan ? <Plan {...how} plan={plan} /> : null}
      {refused === null ? null : (
        <MessageBar intent="error" layout="multiline" data-testid="terms-refused">
          <MessageBarBody>
            <MessageBarTitle>{t('file.refused')}</MessageBarTitle>
            {refused}
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}

/** Terms as files: in for whoever may keep some, out for everybody. */
export function TermFiles({ mayTake, scope }: { readonly mayTake: boolean; readonly scope: string | null }) {
  const styles = useMinutesStyles();
  const t = useText(glossaryText);
  const of = scope ? { bodyId: scope } : {};
  const csv = t('give.file');
  return (
    <Section title={t('file.title')}>
      <p className={styles.lead}>{t('file.lead')}</p>
      {mayTake ? <TakeIn /> : null}
      <div className={styles.buttons}>
        <DownloadButton fileName={csv} from={({ words }) => words.terms({ form: 'CSV', ...of })} testId="give-utf8">
          {t('give.utf8')}
        </DownloadButton>
        <DownloadButton
          {...{ fileName: csv, testId: 'give-sjis' }}
          from={({ words }) => words.terms({ form: 'CSV', encoding: 'shift_jis', ...of })}
        >
          {t('give.sjis')}
        </DownloadButton>
        <DownloadButton
          {...{ fileName: 'hotwords.txt', testId: 'give-hotwords' }}
          from={({ words }) => words.terms({ form: 'HOTWORDS', ...of })}
        >
          {t('give.hotwords')}
        </DownloadButton>
        <DownloadButton
          {...{ fileName: 'initial-prompt.txt', testId: 'give-prompt' }}
          from={({ words }) => words.terms({ form: 'PROMPT', ...of })}
        >
          {t('give.prompt')}
        </DownloadButton>
      </div>
    </Section>
  );
}
