import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { usePane } from '../parts/pane-context.ts';
import { usePaneStyles } from '../parts/pane-styles.ts';

/** For a document made from a copy of a filed one. Asks once, because the document is changed. */
export function AnewButton() {
  const { say, model } = usePane();
  const styles = usePaneStyles();
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <div>
        <Button appearance="subtle" data-testid="file-anew" onClick={() => setAsking(true)}>
          {say('anew')}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.card}>
      <Text block className={styles.wrap}>
        {say('anew.confirm')}
      </Text>
      <div className={styles.end}>
        <Button size="small" onClick={() => setAsking(false)}>
          {say('cancel')}
        </Button>
        <Button size="small" appearance="primary" data-testid="file-anew-yes" onClick={() => void model.startAnew()}>
          {say('anew.yes')}
        </Button>
      </div>
    </div>
  );
}
