import { Badge, Text } from '@fluentui/react-components';
import type { RecordState } from '../pane/pane-state.ts';
import { sayWhen } from '../pane/when.ts';
import { Notice } from '../parts/Notice.tsx';
import { PageLink } from '../parts/PageLink.tsx';
import { usePane } from '../parts/pane-context.ts';
import { usePaneStyles } from '../parts/pane-styles.ts';
import { AnewButton } from './AnewButton.tsx';
import { RememberNotice } from './RememberNotice.tsx';
import { StampPart } from './StampPart.tsx';

/** A document filed without a case: 収受, 参考, 完成図書. */
export function RecordPanel({ state }: { state: RecordState }) {
  const { say, locale } = usePane();
  const styles = usePaneStyles();
  const { view } = state;
  return (
    <div className={styles.column}>
      <div>
        <Badge size="large" appearance="tint" color="success" data-testid="record-status">
          {say(`kind.${view.kind}`)} / {say('record.filed')}
        </Badge>
      </div>
      <h2 className={styles.heading}>{view.title}</h2>
      <Text size={200} className={styles.soft}>
        {say('case.classification')}: {view.classification.name} / {view.period[locale]}
      </Text>
      <Text size={200} className={styles.soft}>
        {say('record.at')}: {sayWhen(view.registeredAt, locale)} {view.registeredBy.name}
      </Text>
      <PageLink of="record" id={view.id} />
      <RememberNotice remembered={state.remembered} />
      {state.writtenOn && <Notice intent="warning" text={say('writtenOn.record')} testId="written-on" />}
      <StampPart number={view.documentNumber} stamp={state.stamp} dateLabel={say('record.on')} />
      <AnewButton />
    </div>
  );
}
