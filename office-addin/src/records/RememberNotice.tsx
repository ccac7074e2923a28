import { Notice } from '../parts/Notice.tsx';
import { usePane } from '../parts/pane-context.ts';

export function RememberNotice({ remembered }: { remembered: boolean }) {
  const { say, model } = usePane();
  if (remembered) return null;
  const action = { label: say('remember'), onPress: () => void model.standing.rememberAgain() };
  return <Notice intent="warning" text={say('rememberFailed')} action={action} testId="not-remembered" />;
}
