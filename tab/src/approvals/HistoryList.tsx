import { Button } from '@fluentui/react-components';
import type { HistoryEntry } from '@kaigi/core/contract';
import { errorWords } from '../api/error-text.ts';
import { dayText, whenText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { LoadingState } from '../app/PageStates.tsx';
import { appText } from '../app/text.ts';
import { personText } from '../app/words.ts';
import { useCasePageStyles } from './CasePage.styles.ts';
import { Section } from './Section.tsx';
import { approvalsText } from './text.ts';
import { useHistory } from './use-history.ts';

function Entry({ entry }: { readonly entry: HistoryEntry }) {
  const styles = useCasePageStyles();
  const t = useText(approvalsText);
  const locale = useLocale();
  return (
    <li className={styles.entry} data-testid="history-entry" data-act={entry.act}>
      <span>
        <span className={styles.entryTitle}>{t(`history.${entry.act}`)}</span>{' '}
        {entry.day ? dayText(entry.day, locale) : null}{' '}
        {entry.step ? `${entry.step.post}（${t(`duty.${entry.step.duty}`)}） ` : null}
        {entry.revision > 1 ? t('history.revision', { revision: entry.revision }) : null}
      </span>
      <span>{personText(entry.actor)}</span>
      <span className={styles.small}>
        {whenText(entry.at, locale)} {t(`history.via.${entry.via}`)}
      </span>
      {entry.orderNumber ? (
        <span className={styles.small}>{t('mark.order', { number: entry.orderNumber })}</span>
      ) : null}
      {entry.comment ? <p className={styles.quote}>{entry.comment}</p> : null}
    </li>
  );
}

function HistoryBody({ id }: { readonly id: string }) {
  const styles = useCasePageStyles();
  const t = useText(approvalsText);
  const app = useText(appText);
  const locale = useLocale();
  const history = useHistory(id);
  if (history.isPending) return <LoadingState />;
  if (!history.data) {
    return (
      <div className={styles.answer} role="alert">
        <p className={styles.prose}>
          {t('history.error')}: {errorWords(history.error, locale).sentence}
        </p>
        <Button onClick={() => void history.refetch()}>{app('state.retry')}</Button>
      </div>
    );
  }
  const { items } = history.data;
  if (items.length === 0) return <p className={styles.small}>{t('history.empty')}</p>;
  return (
    <ol className={styles.list}>
      {[...items].reverse().map((entry) => (
        <Entry key={entry.seq} entry={entry} />
      ))}
    </ol>
  );
}

/** Every act, the newest first, with the name and post of that day. */
export function HistoryList({ id }: { readonly id: string }) {
  const t = useText(approvalsText);
  return (
    <Section title={t('history.title')}>
      <HistoryBody id={id} />
    </Section>
  );
}
