import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { RoundView } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { Section } from '../../approvals/Section.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { roundText } from './round-text.ts';
import { SuggestionItem } from './SuggestionItem.tsx';

export interface SuggestionsProps {
  readonly meetingId: string;
  readonly round: RoundView;
}

/** Every wish for other words, with what became of it; those that are open first. */
export function Suggestions({ meetingId, round }: SuggestionsProps) {
  const styles = useMinutesStyles();
  const t = useText(roundText);
  if (!round.round) return null;
  const { suggestions } = round.round;
  const inOrder = [
    ...suggestions.filter(({ state }) => state === 'OPEN'),
    ...suggestions.filter(({ state }) => state !== 'OPEN'),
  ];
  return (
    <Section title={t('suggestions.title')}>
      {round.standIn ? (
        <MessageBar intent="info" layout="multiline" data-testid="stand-in">
          <MessageBarBody>{t('suggestions.stand-in', round.standIn)}</MessageBarBody>
        </MessageBar>
      ) : null}
      {inOrder.length === 0 ? <p className={styles.lead}>{t('suggestions.none')}</p> : null}
      <ul className={styles.list}>
        {inOrder.map((suggestion) => (
          <li key={suggestion.id} className={styles.row}>
            <SuggestionItem {...{ meetingId, suggestion }} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
