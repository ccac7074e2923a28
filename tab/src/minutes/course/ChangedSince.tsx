import type { RoundView } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { Section } from '../../approvals/Section.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { MarkedWords } from './MarkedWords.tsx';
import { roundText } from './round-text.ts';

/** What stands otherwise than people last confirmed it, both words marked. */
export function ChangedSince({ changed }: Pick<RoundView, 'changed'>) {
  const styles = useMinutesStyles();
  const t = useText(roundText);
  if (changed.length === 0) return null;
  return (
    <Section title={t('changed.title', { count: changed.length })}>
      <ul className={styles.list} data-testid="changed-since">
        {changed.map(({ of, id, before, after }) => (
          <li key={id} className={styles.row}>
            <span className={styles.small}>{t(`suggestion.${of}`)}</span>
            <MarkedWords before={before ?? ''} after={after ?? ''} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
