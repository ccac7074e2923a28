import { Badge, type BadgeProps, Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { RoundSuggestionView } from '@kaigi/core/contract';
import { errorWords } from '../../api/error-text.ts';
import { dayText, whenText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { AskButton } from './AskButton.tsx';
import { MarkedWords } from './MarkedWords.tsx';
import { roundText } from './round-text.ts';
import { useCourseOrder } from './use-course.ts';

export interface SuggestionItemProps {
  readonly meetingId: string;
  readonly suggestion: RoundSuggestionView;
}

const COLORS: Readonly<Record<RoundSuggestionView['state'], NonNullable<BadgeProps['color']>>> = {
  ...{ OPEN: 'warning', ACCEPTED: 'success', DECLINED: 'danger', WITHDRAWN: 'subtle', VOID: 'subtle' },
};

function Withdraw({ meetingId, suggestion }: SuggestionItemProps) {
  const t = useText(roundText);
  const locale = useLocale();
  const notify = useNotice();
  const { mutate, isPending, error } = useCourseOrder(meetingId);
  const onSuccess = () => notify({ text: t('suggestion.withdraw.done'), intent: 'success' });
  const handleClick = () =>
    isPending ? undefined : mutate({ to: `round/suggestions/${suggestion.id}/withdraw`, body: {} }, { onSuccess });
  return (
    <>
      <Button size="small" disabledFocusable={isPending} onClick={handleClick} data-testid="withdraw">
        {t('suggestion.withdraw')}
      </Button>
      {error ? (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{errorWords(error, locale).sentence}</MessageBarBody>
        </MessageBar>
      ) : null}
    </>
  );
}

function Settle({ meetingId, suggestion }: SuggestionItemProps) {
  const t = useText(roundText);
  const { id, before, after, isStale } = suggestion;
  const field = { label: t('suggestion.comment'), kind: 'words', required: false, first: '' } as const;
  const shared = { meetingId, size: 'small', field } as const;
  return (
    <>
      {isStale ? null : (
        <AskButton
          {...{ ...shared, label: t('suggestion.accept'), title: t('suggestion.accept.title'), testId: 'accept' }}
          appearance="primary"
          done={t('suggestion.accept.done')}
          order={(comment) => ({ to: `round/suggestions/${id}/settle`, body: { outcome: 'ACCEPTED', comment } })}
        >
          <MarkedWords before={before} after={after} />
        </AskButton>
      )}
      <AskButton
        {...{ ...shared, label: t('suggestion.decline'), title: t('suggestion.decline.title'), testId: 'decline' }}
        done={t('suggestion.decline.done')}
        order={(comment) => ({ to: `round/suggestions/${id}/settle`, body: { outcome: 'DECLINED', comment } })}
      >
        <MarkedWords before={before} after={after} />
      </AskButton>
    </>
  );
}

function Head({ suggestion }: Pick<SuggestionItemProps, 'suggestion'>) {
  const styles = useMinutesStyles();
  const t = useText(roundText);
  const locale = useLocale();
  const { attendee, by, at, target, state, isLate, means, toldOn } = suggestion;
  return (
    <span className={styles.line}>
      <Badge appearance="tint" color={COLORS[state]}>
        {t(`suggestion.${state}`)}
      </Badge>
      <span className={styles.muted}>{t(`suggestion.${target.of}`)}</span>
      <span className={styles.muted}>
        {t('suggestion.by', { name: attendee?.name ?? by.name, when: whenText(at, locale) })}
      </span>
      {toldOn ? <span className={styles.muted}>{t('told.day', { day: dayText(toldOn, locale) })}</span> : null}
      {means ? (
        <span className={styles.muted} data-testid="by-means">
          {t('answer.entered', { means: t(`means.${means}`), name: by.name })}
        </span>
      ) : null}
      {isLate ? (
        <Badge appearance="tint" color="danger">
          {t('answer.late')}
        </Badge>
      ) : null}
    </span>
  );
}

/** A wish for other words: both marked, why, what became of it, and what I may do with it. */
export function SuggestionItem({ meetingId, suggestion }: SuggestionItemProps) {
  const styles = useMinutesStyles();
  const t = useText(roundText);
  const locale = useLocale();
  const { before, after, reason, isStale, settledBy, settledAt, comment, may, state } = suggestion;
  return (
    <div className={styles.stack} data-testid="suggestion" data-suggestion-id={suggestion.id} data-state={state}>
      <Head suggestion={suggestion} />
      <MarkedWords before={before} after={after} />
      {reason === '' ? null : <p className={styles.small}>{t('suggestion.reason', { reason })}</p>}
      {isStale ? (
        <MessageBar intent="warning" layout="multiline" data-testid="suggestion-stale">
          <MessageBarBody>{t('suggestion.stale')}</MessageBarBody>
        </MessageBar>
      ) : null}
      {settledBy && settledAt ? (
        <p className={styles.small} data-testid="settled">
          {t('suggestion.settled', { name: settledBy.name, when: whenText(settledAt, locale) })}
          {comment === '' ? '' : t('suggestion.settled.comment', { comment })}
        </p>
      ) : null}
      {may.settle || may.withdraw ? (
        <span className={styles.buttons}>
          {may.settle ? <Settle {...{ meetingId, suggestion }} /> : null}
          {may.withdraw ? <Withdraw {...{ meetingId, suggestion }} /> : null}
        </span>
      ) : null}
    </div>
  );
}
