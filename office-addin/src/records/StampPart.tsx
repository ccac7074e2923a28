import { Button, Spinner, Text } from '@fluentui/react-components';
import type { DocumentNumber } from '@kaigi/core/contract';
import type { StampState } from '../pane/pane-state.ts';
import { sayDay } from '../pane/when.ts';
import { Notice } from '../parts/Notice.tsx';
import { usePane } from '../parts/pane-context.ts';
import { usePaneStyles } from '../parts/pane-styles.ts';
import type { PlaceName } from '../word/word-document.ts';

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
          {dateLabel}: {sayDay(number, locale)}
        </Text>
      </div>
      <StampOutcome stamp={stamp} />
    </div>
  );
}

function StampOutcome({ stamp }: { stamp: StampState }) {
  const { say, model } = usePane();
  switch (stamp.is) {
    case 'none':
      return null;
    case 'working':
      return <Spinner size="tiny" label={say('stamp.working')} />;
    case 'done':
      return <Done missing={stamp.missing} />;
    case 'missing':
      return (
        <Notice
          intent="warning"
          text={say('stamp.missing')}
          action={{ label: say('stamp.insert'), onPress: () => void model.standing.stamp({ insertPlaces: NEEDED }) }}
          testId="not-stamped"
        />
      );
    case 'failed':
    case 'locked':
      return (
        <Notice
          intent="warning"
          text={say(`stamp.${stamp.is}`)}
          action={{ label: say('retry'), onPress: () => void model.standing.stamp() }}
          testId="not-stamped"
        />
      );
    default:
      return stamp satisfies never;
  }
}

const NEEDED: readonly PlaceName[] = ['number', 'date'];

/** The number stands in the document; what it has no place for may be added. */
function Done({ missing }: { missing: readonly PlaceName[] }) {
  const { say, model, documentIsSaved } = usePane();
  const styles = usePaneStyles();
  return (
    <>
      <Notice
        intent="success"
        text={say('stamp.done')}
        small={documentIsSaved ? undefined : say('stamp.unsaved')}
        testId="stamped"
      />
      {missing.length > 0 && (
        <div className={styles.buttons}>
          {missing.map((place) => (
            <Button
              key={place}
              size="small"
              data-testid={`add-place-${place}`}
              onClick={() => void model.standing.stamp({ insertPlaces: [place] })}
            >
              {say(`place.add.${place}`)}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
