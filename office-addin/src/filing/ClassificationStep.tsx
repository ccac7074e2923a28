import { Badge, Radio, RadioGroup, SearchBox, Spinner, Text } from '@fluentui/react-components';
import type { Classification } from '@kaigi/core/contract';
import { useState } from 'react';
import type { FilingState } from '../pane/pane-state.ts';
import { Notice } from '../parts/Notice.tsx';
import { usePane } from '../parts/pane-context.ts';
import { usePaneStyles } from '../parts/pane-styles.ts';
import { searchClassifications } from './filing-form.ts';

/** A city's plan has hundreds of classes: the rest is found by searching. */
const SHOWN = 40;

export function ClassificationStep({ state, disabled }: { state: FilingState; disabled: boolean }) {
  const { say, model } = usePane();
  const styles = usePaneStyles();
  const [words, setWords] = useState('');
  if (state.classifications === 'loading')
    return <Spinner label={say('classification.loading')} labelPosition="below" />;
  if (state.classifications === 'failed') return null;
  if (state.classifications.length === 0) return <Text className={styles.wrap}>{say('classification.noneAtAll')}</Text>;
  const reasons = new Map(state.suggestions.map(({ code, reason }) => [code, reason]));
  const noneFits =
    state.suggestedFor === state.form.kind && state.suggestions.length === 0 && state.form.classificationCode === '';
  const found = searchClassifications(state.classifications, words, state.suggestions).slice(0, SHOWN);
  return (
    <div className={styles.column}>
      <SearchBox
        aria-label={say('classification.search')}
        placeholder={say('classification.search')}
        data-testid="classification-search"
        value={words}
        onChange={(_event, data) => setWords(data.value)}
        style={{ maxWidth: '100%' }}
      />
      {noneFits && <Notice intent="info" text={say('classification.noneFits')} testId="none-fits" />}
      {found.length === 0 && <Text className={styles.wrap}>{say('classification.none', { word: words })}</Text>}
      <RadioGroup
        aria-label={say('classification.question')}
        value={state.form.classificationCode}
        disabled={disabled}
        onChange={(_event, data) => model.filing.change({ classificationCode: data.value })}
      >
        {found.map((each) => (
          <Radio
            key={each.code}
            value={each.code}
            data-testid="classification-option"
            label={<ClassificationLine item={each} reason={reasons.get(each.code)} />}
          />
        ))}
      </RadioGroup>
    </div>
  );
}

function ClassificationLine({ item, reason }: { item: Classification; reason: string | undefined }) {
  const { say, locale } = usePane();
  const styles = usePaneStyles();
  return (
    <span className={styles.tight}>
      <span className={styles.wrap}>
        <Text weight="semibold">{item.name}</Text>{' '}
        {reason !== undefined && <Badge appearance="tint">{say('classification.suggested')}</Badge>}
      </span>
      {reason !== undefined && (
        <Text size={200} className={styles.soft} data-testid="suggestion-reason">
          {reason}
        </Text>
      )}
      <Text size={200} className={styles.soft}>
        {item.path} / {item.period[locale]}
      </Text>
    </span>
  );
}
