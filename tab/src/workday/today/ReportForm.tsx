import {
  Button,
  Field,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  Textarea,
} from '@fluentui/react-components';
import type { DayReportView, ReportKind, SaidReport } from '@kaigi/core/contract';
import { type FormEvent, useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { workdayText } from '../text.ts';
import { useReport } from '../use-workday.ts';
import { useWorkdayStyles } from '../Workday.styles.ts';

export interface ReportFormProps {
  readonly view: DayReportView;
  readonly kind: ReportKind;
  /** What was said before, where it is being corrected. */
  readonly said: SaidReport | null;
  readonly onClose: (() => void) | null;
}

function useReportForm({ view, kind, said, onClose }: ReportFormProps) {
  const t = useText(workdayText);
  const notify = useNotice();
  const filled = kind === 'PLAN' ? view.prefilled.plan : view.prefilled.result;
  const [text, setText] = useState(said?.text ?? filled.text);
  const [tomorrow, setTomorrow] = useState(said?.tomorrow ?? '');
  const [tried, setTried] = useState(false);
  const sending = useReport(view.date);
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (text.trim() === '' || sending.isPending) return;
    const caseIds = said?.cases.map(({ caseId }) => caseId) ?? [];
    const input = { kind, version: view.version, text: text.trim(), tomorrow: tomorrow.trim(), caseIds };
    sending.mutate(input, {
      onSuccess: () => {
        onClose?.();
        notify({ text: t('report.done'), intent: 'success' });
      },
    });
  };
  const missing = tried && text.trim() === '' ? { validationMessage: t('report.missing') } : {};
  return {
    text,
    setText,
    tomorrow,
    setTomorrow,
    sending,
    handleSubmit,
    missing,
    from: said ? ('NOTHING' as const) : filled.from,
  };
}

export function ReportForm(props: ReportFormProps) {
  const { kind, onClose } = props;
  const styles = useWorkdayStyles();
  const t = useText(workdayText);
  const locale = useLocale();
  const { text, setText, tomorrow, setTomorrow, sending, handleSubmit, missing, from } = useReportForm(props);
  return (
    <form onSubmit={handleSubmit} noValidate className={styles.stack}>
      <Field label={t(`report.${kind}`)} hint={t(`report.from.${from}`)} required {...missing}>
        <Textarea
          value={text}
          rows={4}
          maxLength={2000}
          resize="vertical"
          onChange={(_, { value }) => setText(value)}
          data-testid={`report-text-${kind}`}
        />
      </Field>
      {kind === 'RESULT' ? (
        <Field label={t('report.tomorrow')}>
          <Textarea
            value={tomorrow}
            rows={2}
            maxLength={1000}
            onChange={(_, { value }) => setTomorrow(value)}
            data-testid="report-tomorrow"
          />
        </Field>
      ) : null}
      {sending.isError ? (
        <MessageBar intent="error" layout="multiline" data-testid="report-refused">
          <MessageBarBody>
            <MessageBarTitle>{t('report.failed')}</MessageBarTitle>
            {errorWords(sending.error, locale).sentence}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      <div className={styles.buttons}>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={sending.isPending}
          icon={sending.isPending ? <Spinner size="tiny" /> : null}
          data-testid={`report-send-${kind}`}
        >
          {sending.isPending ? t('report.busy') : t(`report.send.${kind}`)}
        </Button>
        {onClose ? <Button onClick={onClose}>{t('report.back')}</Button> : null}
      </div>
    </form>
  );
}
