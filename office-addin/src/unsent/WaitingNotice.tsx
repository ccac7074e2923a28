import { Button, Text } from '@fluentui/react-components';
import type { Waiting } from '../pane/pane-state.ts';
import { sayWhen } from '../pane/when.ts';
import { usePane, usePaneState } from '../parts/pane-context.ts';
import { usePaneStyles } from '../parts/pane-styles.ts';

/** Documents that were pressed to be filed and have not arrived: what they are, where they lie, and what can be done. */
export function WaitingNotice() {
  const { say, model } = usePane();
  const styles = usePaneStyles();
  usePaneState();
  const { waiting } = model.store;
  if (waiting.length === 0) return null;
  return (
    <section className={styles.card} data-testid="waiting" aria-label={say('waiting.title')}>
      <Text block weight="semibold">
        {say('waiting.title')}
      </Text>
      <Text block size={200} className={styles.soft}>
        {say('waiting.text')}
      </Text>
      {waiting.map((one) => (
        <WaitingLine key={one.key} one={one} />
      ))}
      {waiting.some(({ tooOld, refused }) => !tooOld && refused === null) && (
        <div className={styles.end}>
          <Button size="small" data-testid="send-waiting" onClick={() => void model.unsent.sendOthers()}>
            {say('waiting.send')}
          </Button>
        </div>
      )}
    </section>
  );
}

function WaitingLine({ one }: { one: Waiting }) {
  const { say, model, locale } = usePane();
  const styles = usePaneStyles();
  const ended = one.tooOld || one.refused !== null;
  return (
    <div className={styles.tight}>
      <Text block className={styles.wrap}>
        {one.title}（{sayWhen(new Date(one.pressedAt).toISOString(), locale)}）
      </Text>
      {one.refused !== null && (
        <Text block className={styles.wrap}>
          {one.refused}
        </Text>
      )}
      {one.tooOld && (
        <Text block className={styles.wrap}>
          {say('waiting.tooOld')}
        </Text>
      )}
      {ended && (
        <div>
          <Button size="small" onClick={() => void model.unsent.forget(one)}>
            {say('waiting.forget')}
          </Button>
        </div>
      )}
    </div>
  );
}
