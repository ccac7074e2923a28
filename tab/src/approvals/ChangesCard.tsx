import type { CaseView, DiffItem } from '@kaigi/core/contract';
import { whenText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useCasePageStyles } from './CasePage.styles.ts';
import { Section } from './Section.tsx';
import { approvalsText } from './text.ts';

function Change({ item }: { readonly item: DiffItem }) {
  const styles = useCasePageStyles();
  const t = useText(approvalsText);
  const shown = item.before !== null || item.after !== null;
  return (
    <li className={styles.entry} data-testid="change" data-part={item.part}>
      <span>
        <span className={styles.entryTitle}>{t(`changes.${item.part}`)}</span> {item.name}
      </span>
      {shown ? (
        <dl className={styles.facts}>
          <dt className={styles.term}>{t('changes.before')}</dt>
          <dd className={styles.value}>
            <del className={styles.prose}>{item.before ?? t('changes.none')}</del>
          </dd>
          <dt className={styles.term}>{t('changes.after')}</dt>
          <dd className={styles.value}>
            <ins className={styles.inserted}>{item.after ?? t('changes.none')}</ins>
          </dd>
        </dl>
      ) : null}
    </li>
  );
}

/** Whoever acts again after a 差戻し sees what is different, and need not read everything anew. */
export function ChangesCard({ changes }: Pick<CaseView, 'changes'>) {
  const styles = useCasePageStyles();
  const t = useText(approvalsText);
  const locale = useLocale();
  if (!changes) return null;
  return (
    <Section title={t('changes.title')}>
      <p className={styles.small}>{t('changes.since', { when: whenText(changes.since, locale) })}</p>
      <ul className={styles.list}>
        {changes.items.map((item) => (
          <Change key={`${item.part} ${item.name} ${item.before}`} item={item} />
        ))}
      </ul>
    </Section>
  );
}
