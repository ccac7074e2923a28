import { Spinner, Text } from '@fluentui/react-components';
import type { DocumentNumber } from '@kaigi/core/contract';
import type { StampState } from '../pane/pane-state.ts';
import { Notice } from '../parts/Notice.tsx';
import { usePane } from '../parts/pane-context.ts';
import { usePaneStyles } from '../parts/pane-styles.ts';

export interface StampPartProps {
  number: DocumentNumber | null;
  stamp: StampState;
  dateLabel: string;
}

/** The number the document took, and whether it stands in the document already. */
export function StampPart({ number, stamp, dateLabel }: StampPartProps) {
  const { say, locale } = usePane();
  const styles = usePaneStyles();
  if (!number) return null;
  return (
    <div className={styles.column}>
      <div className={styles.card}>
        <Text block>
          {say('case.number')}:{' '}
          <Text weight="bold" data-testid="document-number">
            {number.label}
          </Text>
        </Text>
        <Text block>
          {dateLabel}: {locale === 'ja' ? number.dateWareki : number.date}
        </Text>
      </div>
      <StampOutcome stamp={stamp} />
    </div>
  );
}

function StampOutcome({ stamp }: { stamp: StampState }) {
  const { say, model, documentIsSaved } = usePane();
  if (stamp === 'none') return null;
  if (stamp === 'working') return <Spinner size="tiny" />;
  if (stamp === 'done') {
    return (
      <Notice
        intent="success"
        text={say('stamp.done')}
        small={documentIsSaved ? undefined : say('stamp.unsaved')}
        testId="stamped"
      />
    );
  }
  const missing = stamp === 'missing';
  const action = missing
    ? { label: say('stamp.insert'), onPress: () => void model.standing.stamp({ insertPlaces: true }) }
    : { label: say('retry'), onPress: () => void model.standing.stamp() };
  return (
    <Notice
      intent="warning"
      text={say(missing ? 'stamp.missing' : 'stamp.failed')}
      action={action}
      testId="not-stamped"
    />
  );
}
