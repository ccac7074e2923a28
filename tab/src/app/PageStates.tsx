import { Button, Skeleton, SkeletonItem, Spinner } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { errorWords } from '../api/error-text.ts';
import { useLocale, useText } from './locale.ts';
import { usePageStateStyles } from './PageStates.styles.ts';
import { useSignInAgain } from './sign-in-again.ts';
import { appText } from './text.ts';

const ROWS = ['a', 'b', 'c', 'd'] as const;

export function LoadingState() {
  const styles = usePageStateStyles();
  const t = useText(appText);
  return (
    <div role="status" aria-label={t('state.loading')} data-testid="loading">
      <Skeleton className={styles.loading} aria-hidden>
        {ROWS.map((row) => (
          <div key={row} className={styles.row}>
            <SkeletonItem size={20} />
            <SkeletonItem size={16} className={styles.short} />
          </div>
        ))}
      </Skeleton>
    </div>
  );
}

export interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly body: string;
  readonly action?: ReactNode;
}

export function EmptyState({ icon, title, body, action }: EmptyStateProps) {
  const styles = usePageStateStyles();
  return (
    <div className={styles.message} data-testid="empty">
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.body}>{body}</p>
      {action}
    </div>
  );
}

export interface ErrorStateProps {
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly title?: string;
}

export function ErrorState({ error, onRetry, title }: ErrorStateProps) {
  const styles = usePageStateStyles();
  const t = useText(appText);
  const words = errorWords(error, useLocale());
  const signInAgain = useSignInAgain();
  return (
    <div className={styles.message} role="alert" data-testid="error">
      <ErrorCircleRegular className={styles.icon} aria-hidden />
      <h2 className={styles.title}>{title ?? t('state.error')}</h2>
      <p className={styles.body}>{words.sentence}</p>
      {words.errorId ? <p className={styles.small}>{t('state.error_id', { errorId: words.errorId })}</p> : null}
      {words.signIn && signInAgain ? (
        <Button appearance="primary" onClick={signInAgain}>
          {t('state.sign_in')}
        </Button>
      ) : (
        <Button appearance="primary" onClick={onRetry} data-testid="retry-button">
          {t('state.retry')}
        </Button>
      )}
    </div>
  );
}

export function StartingState() {
  const styles = usePageStateStyles();
  const t = useText(appText);
  return (
    <div className={styles.start} role="status" data-testid="starting">
      <Spinner label={t('state.starting')} labelPosition="below" />
    </div>
  );
}
