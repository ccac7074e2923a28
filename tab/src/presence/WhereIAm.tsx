import { Button, Field, Input, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { NudgeView } from '@kaigi/core/contract';
import { localTimeOf } from '@kaigi/core/shared';
import { type FormEvent, useId, useState } from 'react';
import { errorWords } from '../api/error-text.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useNotice } from '../app/Notices.tsx';
import { usePresenceStyles } from './Presence.styles.ts';
import { presenceText } from './text.ts';
import { useAnswerNudge, useSayWhere } from './use-presence.ts';

type Word = '外出' | '直帰' | '帰庁';

/** 外出・直帰・帰庁 in the words that the chat takes; what was understood comes back as a sentence. */
export function WhereIAm() {
  const styles = usePresenceStyles();
  const t = useText(presenceText);
  const locale = useLocale();
  const notify = useNotice();
  const headingId = useId();
  const [typed, setTyped] = useState('');
  const { mutate, isPending, error, reset } = useSayWhere();
  const say = (word: Word) => {
    if (isPending) return;
    mutate(word === '帰庁' ? word : `${word} ${typed}`.trim(), {
      onSuccess: ({ understood }) => {
        // What was typed meanwhile stays.
        setTyped((now) => (now === typed ? '' : now));
        notify({ text: understood, intent: 'success' });
      },
    });
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    say('外出');
  };
  const problem = error ? { validationMessage: errorWords(error, locale).sentence } : {};
  return (
    <section className={styles.card} aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.groupTitle}>
        {t('presence.me')}
      </h2>
      <form className={styles.entry} onSubmit={handleSubmit}>
        <Field label={t('presence.me.label')} hint={t('presence.me.hint')} className={styles.field} {...problem}>
          <Input
            value={typed}
            maxLength={150}
            onChange={(_, { value }) => {
              setTyped(value);
              if (error) reset();
            }}
            data-testid="where-typed"
          />
        </Field>
        <span className={styles.buttons}>
          <Button appearance="primary" type="submit" disabledFocusable={isPending} data-testid="where-out">
            {t('presence.me.out')}
          </Button>
          <Button disabledFocusable={isPending} onClick={() => say('直帰')} data-testid="where-home">
            {t('presence.me.home')}
          </Button>
          <Button disabledFocusable={isPending} onClick={() => say('帰庁')} data-testid="where-back">
            {t('presence.me.back')}
          </Button>
        </span>
      </form>
    </section>
  );
}

/** 「応答お願いします」 to me, with its one button. */
export function AskedOfMe({ nudges }: { readonly nudges: readonly NudgeView[] }) {
  const t = useText(presenceText);
  const locale = useLocale();
  const notify = useNotice();
  const { mutate, isPending } = useAnswerNudge();
  const handleAnswer = (id: string) =>
    mutate(id, {
      onSuccess: () => notify({ text: t('presence.nudge.answered'), intent: 'success' }),
      onError: (error) => notify({ text: errorWords(error, locale).sentence, intent: 'error' }),
    });
  return nudges
    .filter(({ mayAnswer }) => mayAnswer)
    .map(({ id, askedBy, dueAt, message }) => (
      <MessageBar key={id} intent="warning" layout="multiline" data-testid="asked-of-me">
        <MessageBarBody>
          {t('presence.nudge.to_me', { name: askedBy.name, due: localTimeOf(new Date(dueAt)) })} {message}
        </MessageBarBody>
        <MessageBarActions>
          <Button
            appearance="primary"
            disabledFocusable={isPending}
            onClick={() => handleAnswer(id)}
            data-testid="nudge-answer"
          >
            {t('presence.nudge.answer')}
          </Button>
        </MessageBarActions>
      </MessageBar>
    ));
}
