import { Badge, mergeClasses } from '@fluentui/react-components';
import type { MeetingView } from '@kaigi/core/contract';
import { dayText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { meetingsText } from './text.ts';

/** By when something is due; late is said in words, not by colour alone. */
export function Due({ due }: { readonly due: Omit<MeetingView['deadlines'][number], 'article'> }) {
  const styles = useMinutesStyles();
  const t = useText(meetingsText);
  const locale = useLocale();
  const { kind, on, state } = due;
  return (
    <span className={styles.line} data-testid="due" data-state={state}>
      <span className={mergeClasses(styles.muted, state === 'LATE' && styles.red)}>
        {t(`due.${kind}`, { day: dayText(on, locale) })}
      </span>
      {state === 'OPEN' ? null : (
        <Badge appearance="tint" color={state === 'LATE' ? 'danger' : 'success'}>
          {t(`due.${state}`)}
        </Badge>
      )}
    </span>
  );
}
