import { Button, Text } from '@fluentui/react-components';
import type { PaneState } from '../pane/pane-state.ts';
import { Notice } from '../parts/Notice.tsx';
import { usePane } from '../parts/pane-context.ts';
import { usePaneStyles } from '../parts/pane-styles.ts';

/** The document says that it is a filed one, and stands elsewhere or says something else: new, or the same going on? */
export function CopyPanel({ state }: { state: Extract<PaneState, { stage: 'copy' }> }) {
  const { say, model } = usePane();
  const styles = usePaneStyles();
  const { title, number, signs, recordId } = state;
  return (
    <div className={styles.column} data-testid="copy">
      <h2 className={styles.heading}>{say('copy.title')}</h2>
      <Text className={styles.wrap}>{say('copy.text', { title, number: number ?? say('copy.noNumber') })}</Text>
      <Notice intent="info" text={signs.map((sign) => say(`copy.${sign}`)).join('\n')} testId="copy-signs" />
      <div className={styles.tight}>
        <Button appearance="primary" data-testid="copy-new" onClick={() => void model.startAnew()}>
          {say('copy.new')}
        </Button>
        <Text size={200} className={styles.soft}>
          {say('copy.new.help')}
        </Text>
      </div>
      <div className={styles.tight}>
        <Button data-testid="copy-go-on" onClick={() => void model.goOn(recordId)}>
          {say('copy.goOn')}
        </Button>
        <Text size={200} className={styles.soft}>
          {say('copy.goOn.help')}
        </Text>
      </div>
    </div>
  );
}
