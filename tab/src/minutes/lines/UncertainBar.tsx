import { Button, ToggleButton } from '@fluentui/react-components';
import { ArrowDownRegular, QuestionCircleRegular } from '@fluentui/react-icons';
import { useText } from '../../app/locale.ts';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { useLinesStyles } from './Lines.styles.ts';
import { linesText } from './text.ts';
import type { UncertainLines } from './use-uncertain.ts';

type UncertainBarProps = Pick<UncertainLines, 'doubts' | 'filtered' | 'setFiltered' | 'next'>;

/** How many lines are not certain, those alone, and the next of them. */
export function UncertainBar({ doubts, filtered, setFiltered, next }: UncertainBarProps) {
  const styles = useLinesStyles();
  const shared = useMinutesStyles();
  const t = useText(linesText);
  const count = doubts.size;
  if (count === 0 && !filtered) return null;
  return (
    <div className={styles.bar} data-testid="uncertain">
      <ToggleButton
        {...{ size: 'small', icon: <QuestionCircleRegular />, checked: filtered }}
        onClick={() => setFiltered(!filtered)}
        data-testid="uncertain-filter"
      >
        {t('uncertain.filter', { count })}
      </ToggleButton>
      <Button
        {...{ size: 'small', icon: <ArrowDownRegular />, disabledFocusable: count === 0 }}
        aria-label={t('uncertain.next.label')}
        title={t('uncertain.next.label')}
        onClick={next}
        data-testid="uncertain-next"
      >
        {t('uncertain.next')}
      </Button>
      <span className={shared.small} role="status">
        {count === 0 ? t('uncertain.none') : ''}
      </span>
    </div>
  );
}
