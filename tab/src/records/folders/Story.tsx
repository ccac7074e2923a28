import type { KeepingView } from '@kaigi/core/contract';
import { whenText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useKeepingStyles } from './Keeping.styles.ts';
import { keepingText } from './text.ts';

/** What happened to a record or a 簿冊, the newest first. */
export function Story({ lines }: { readonly lines: KeepingView['history'] }) {
  const styles = useKeepingStyles();
  const t = useText(keepingText);
  const locale = useLocale();
  return (
    <section className={styles.section} aria-label={t('record.history')}>
      <h2>{t('record.history')}</h2>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={`${line.at} ${line.act}`} className={styles.entry}>
            <span className={styles.quiet}>{whenText(line.at, locale)}</span>
            <span className={styles.name}>
              {line.sentence}
              {line.reason ? <div className={styles.quiet}>{t('record.reason', { reason: line.reason })}</div> : null}
            </span>
            <span className={styles.quiet}>{`${line.post} ${line.by}`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
