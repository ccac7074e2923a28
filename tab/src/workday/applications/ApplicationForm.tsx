import { Button, Link, MessageBar, MessageBarBody, MessageBarTitle, Spinner } from '@fluentui/react-components';
import type { ApplicationKindName } from '@kaigi/core/contract';
import { type FormEvent, type ReactNode, useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { isRefusal } from '../../api/problem.ts';
import type { ApplicationInputs } from '../../api/workday.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { hashOf } from '../../app/routes.ts';
import { listText } from '../../app/words.ts';
import { Section } from '../../approvals/Section.tsx';
import { useWorkdayStyles } from '../Workday.styles.ts';
import { FormGrid } from './fields.tsx';
import { Judgement } from './Judgement.tsx';
import type { Start } from './start.ts';
import { applicationsText } from './text.ts';
import { useApply, useJudgement } from './use-applications.ts';

/** What is typed, as the service takes it; null with what is still missing. */
export type Filled<Input> =
  | { readonly input: Input; readonly missing: readonly [] }
  | { readonly input: null; readonly missing: readonly FieldName[] };
export type FieldName = Extract<keyof typeof applicationsText, `field.${string}`>;

export interface ApplicationFormProps<K extends ApplicationKindName> {
  readonly kind: K;
  readonly start: Start;
  readonly filled: Filled<ApplicationInputs[K]>;
  readonly children: ReactNode;
  /** Beside the judgement: what one has to know for it. */
  readonly beside?: ReactNode;
}

function useApplying<K extends ApplicationKindName>({ kind, filled, start }: ApplicationFormProps<K>) {
  const t = useText(applicationsText);
  const notify = useNotice();
  const [tried, setTried] = useState(false);
  const judged = useJudgement({ kind, start }, filled.input);
  const applying = useApply({ kind, start });
  const refused = judged.judgement?.answer === 'REFUSED' || isRefusal(judged.error);
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!filled.input || refused || applying.isPending) return;
    applying.mutate(filled.input, {
      onSuccess: () => {
        notify({ text: t(`${start.how}.done`), intent: 'success' });
        window.location.hash = hashOf({ page: 'workday', part: 'applications' });
      },
    });
  };
  return { judged, applying, refused, handleSubmit, missing: tried ? filled.missing : [] };
}

/** A form on the left, what the rules say of it on the right; below each other on a phone. */
export function ApplicationForm<K extends ApplicationKindName>(props: ApplicationFormProps<K>) {
  const styles = useWorkdayStyles();
  const t = useText(applicationsText);
  const locale = useLocale();
  const { judged, applying, refused, handleSubmit, missing } = useApplying(props);
  const fields = listText(
    missing.map((name) => t(name)),
    locale,
  );
  return (
    <form onSubmit={handleSubmit} noValidate className={styles.columns} data-testid="application-form">
      <Section title={t(`kind.${props.kind}`)}>
        <FormGrid>{props.children}</FormGrid>
      </Section>
      <div className={styles.beside}>
        {props.beside}
        <Judgement judged={judged} />
      </div>
      <div className={styles.stack}>
        {missing.length > 0 ? (
          <MessageBar intent="error" layout="multiline" data-testid="form-missing">
            <MessageBarBody>{t('new.missing', { fields })}</MessageBarBody>
          </MessageBar>
        ) : null}
        {applying.isError ? (
          <MessageBar intent="error" layout="multiline" data-testid="form-refused">
            <MessageBarBody>
              <MessageBarTitle>{t('new.failed')}</MessageBarTitle>
              {errorWords(applying.error, locale).sentence}
            </MessageBarBody>
          </MessageBar>
        ) : null}
        <div className={styles.month}>
          <Button
            type="submit"
            size="large"
            appearance="primary"
            disabledFocusable={applying.isPending || refused}
            icon={applying.isPending ? <Spinner size="tiny" /> : null}
            data-testid="apply"
          >
            {applying.isPending ? t('new.busy') : t(`${props.start.how}.send`)}
          </Button>
          <Link href={hashOf({ page: 'workday', part: 'applications' })}>{t('new.back')}</Link>
        </div>
      </div>
    </form>
  );
}
