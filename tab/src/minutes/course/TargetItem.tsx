import { Button } from '@fluentui/react-components';
import type { RoundView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { lineTime } from '../lines/line-time.ts';
import { useMinutesStyles } from '../Minutes.styles.ts';
import type { ConfirmTarget } from './confirm-targets.ts';
import { roundText } from './round-text.ts';
import { SuggestForm } from './SuggestForm.tsx';
import { SuggestionItem } from './SuggestionItem.tsx';

export interface TargetItemProps {
  readonly meetingId: string;
  readonly round: RoundView;
  readonly target: ConfirmTarget;
}

/** A remark or a sentence with what is suggested for it. */
export function TargetItem({ meetingId, round, target }: TargetItemProps) {
  const styles = useMinutesStyles();
  const t = useText(roundText);
  const [suggesting, setSuggesting] = useState(false);
  const mine = target.suggestions.some(({ state, may }) => state === 'OPEN' && may.withdraw && !round.may.enter);
  const maySuggest = round.may.suggest !== 'NOWHERE' && !mine;
  return (
    <div className={styles.stack} data-testid="confirm-target" data-target-id={target.id}>
      <span>
        {target.startMs === null ? null : <span className={styles.small}>{lineTime(target.startMs)} </span>}
        <span className={styles.text}>{target.text}</span>
      </span>
      {target.suggestions.map((suggestion) => (
        <SuggestionItem key={suggestion.id} {...{ meetingId, suggestion }} />
      ))}
      {suggesting ? <SuggestForm {...{ meetingId, round, target, onClose: () => setSuggesting(false) }} /> : null}
      {maySuggest && !suggesting ? (
        <div>
          <Button
            aria-label={t('suggest.label', { text: target.text })}
            onClick={() => setSuggesting(true)}
            data-testid="suggest"
          >
            {t('suggest.open')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
