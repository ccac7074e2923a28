import type { Failure } from '../pane/pane-state.ts';
import { Notice } from './Notice.tsx';
import { usePane } from './pane-context.ts';

/** What went wrong, and the button that goes on from there. */
export function FailureNotice({ failure, onRetry }: { failure: Failure; onRetry?: () => void }) {
  const { say, onSignIn } = usePane();
  const signedOut = failure.code === 'failed.signedOut' || failure.code === 'unsure.signedOut';
  const signIn = signedOut ? { label: say('signIn'), onPress: onSignIn } : undefined;
  const retry = onRetry ? { label: say(failure.unsure ? 'sendAgain' : 'retry'), onPress: onRetry } : undefined;
  return (
    <Notice
      testId="error"
      intent={failure.unsure ? 'warning' : 'error'}
      text={failure.sentence ?? say(failure.code)}
      small={failure.errorId === undefined ? undefined : say('failed.reference', { id: failure.errorId })}
      action={signIn ?? retry}
    />
  );
}
