import { useText } from '../../app/locale.ts';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { useCourseStyles } from './Course.styles.ts';
import { marked } from './marked.ts';
import { roundText } from './round-text.ts';

/** What would go out and what would come in, told apart by line and by word, not by colour alone. */
export function MarkedWords({ before, after }: { readonly before: string; readonly after: string }) {
  const styles = useMinutesStyles();
  const own = useCourseStyles();
  const t = useText(roundText);
  const parts = marked(before, after);
  return (
    <p className={styles.text} data-testid="marked">
      {parts.start}
      {parts.before === '' ? null : (
        <del className={own.removed}>
          <span className={own.hidden}>{t('suggestion.removed')}</span>
          {parts.before}
        </del>
      )}
      {parts.after === '' ? null : (
        <ins className={own.added}>
          <span className={own.hidden}>{t('suggestion.added')}</span>
          {parts.after}
        </ins>
      )}
      {parts.end}
    </p>
  );
}
