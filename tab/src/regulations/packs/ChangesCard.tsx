import type { PackReview } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { Section } from '../../approvals/Section.tsx';
import { usePacksStyles } from './Packs.styles.ts';
import { packsText } from './text.ts';

type Change = PackReview['added'][number];

function ChangeList({ title, rows, testId }: { title: string | null; rows: readonly Change[]; testId: string }) {
  const styles = usePacksStyles();
  if (rows.length === 0) return null;
  return (
    <div>
      {title === null ? null : <h3 className={styles.subTitle}>{title}</h3>}
      <ul className={styles.plain}>
        {rows.map(({ ruleId, article, sentence }) => (
          <li key={ruleId} className={styles.item} data-testid={testId}>
            <span className={styles.code}>{ruleId}</span>
            <span>{sentence}</span>
            {sentence.includes(article) ? null : <span className={styles.small}>{article}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the version changes, and which of its rows would point to nobody. */
export function ChangesCard({ review }: { readonly review: PackReview }) {
  const styles = usePacksStyles();
  const t = useText(packsText);
  const { added, changed, removed, breaks } = review;
  const count = added.length + changed.length + removed.length;
  return (
    <>
      {breaks.length > 0 ? (
        <Section title={t('breaks.title', { count: breaks.length })}>
          <ChangeList title={null} rows={breaks} testId="pack-break" />
        </Section>
      ) : null}
      <Section title={t('changes.title')}>
        <p className={styles.small}>{t('changes.with', { version: review.comparedWith })}</p>
        {count === 0 ? <p className={styles.sentence}>{t('changes.none')}</p> : null}
        <ChangeList title={t('changes.added', { count: added.length })} rows={added} testId="pack-added" />
        <ChangeList title={t('changes.changed', { count: changed.length })} rows={changed} testId="pack-changed" />
        <ChangeList title={t('changes.removed', { count: removed.length })} rows={removed} testId="pack-removed" />
      </Section>
    </>
  );
}
