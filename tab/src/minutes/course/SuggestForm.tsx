import { Button, Field, MessageBar, MessageBarBody, Textarea } from '@fluentui/react-components';
import type { RoundView } from '@kaigi/core/contract';
import { type FormEvent, useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { type Behalf, BehalfFields } from './BehalfFields.tsx';
import type { ConfirmTarget } from './confirm-targets.ts';
import { MarkedWords } from './MarkedWords.tsx';
import { toldOtherwise } from './means.ts';
import { roundText } from './round-text.ts';
import { courseText } from './text.ts';
import { useCourseOrder } from './use-course.ts';

export interface SuggestFormProps {
  readonly meetingId: string;
  readonly round: RoundView;
  readonly target: ConfirmTarget;
  readonly onClose: () => void;
}

/** The words that should stand there, shown as they would change what stands there now. */
export function SuggestForm({ meetingId, round, target, onClose }: SuggestFormProps) {
  const styles = useMinutesStyles();
  const t = useText(roundText);
  const c = useText(courseText);
  const locale = useLocale();
  const notify = useNotice();
  const [id] = useState(() => crypto.randomUUID());
  const [text, setText] = useState(target.text);
  const [reason, setReason] = useState('');
  const [behalf, setBehalf] = useState<Behalf | null>(null);
  const [tried, setTried] = useState(false);
  const { mutate, isPending, error } = useCourseOrder(meetingId);
  const same = text.trim() === '' || text.trim() === target.text;
  const onSuccess = () => {
    onClose();
    notify({ text: t('suggest.done'), intent: 'success' });
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (same || isPending) return;
    const { of, id: targetId, version } = target;
    const about = { id, target: { of, id: targetId, version }, behalf };
    mutate({ to: 'round/suggestions', body: { ...about, text: text.trim(), reason: reason.trim() } }, { onSuccess });
  };
  return (
    <form onSubmit={handleSubmit} className={styles.stack} noValidate data-testid="suggest-form">
      {error ? (
        <MessageBar intent="error" layout="multiline" data-testid="suggest-refused">
          <MessageBarBody>{errorWords(error, locale).sentence}</MessageBarBody>
        </MessageBar>
      ) : null}
      {round.round ? (
        <BehalfFields {...{ people: toldOtherwise(round), round: round.round, behalf, onChange: setBehalf }} />
      ) : null}
      <Field label={t('suggest.text')} required {...(tried && same ? { validationMessage: t('suggest.same') } : {})}>
        <Textarea
          {...{ autoFocus: true, value: text, maxLength: 2000, resize: 'vertical' }}
          onChange={(_, { value }) => setText(value)}
          data-testid="suggest-text"
        />
      </Field>
      {same ? null : <MarkedWords before={target.text} after={text.trim()} />}
      <Field label={t('suggest.reason')}>
        <Textarea
          {...{ value: reason, maxLength: 1000 }}
          onChange={(_, { value }) => setReason(value)}
          data-testid="suggest-reason"
        />
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={isPending} data-testid="suggest-send">
          {t('suggest.send')}
        </Button>
        <Button onClick={onClose}>{c('cancel.close')}</Button>
      </div>
    </form>
  );
}
