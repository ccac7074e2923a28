import { Notice } from '../parts/Notice.tsx';
import { usePane, usePaneState } from '../parts/pane-context.ts';

/** What came of a button of the ribbon. */
export function SaidNotice() {
  const { say, model } = usePane();
  usePaneState();
  const { said } = model.store;
  if (!said) return null;
  const close = { label: say('close'), onPress: () => model.store.say(null) };
  return <Notice intent={said.intent} text={say(said.code)} action={close} testId="said" />;
}
