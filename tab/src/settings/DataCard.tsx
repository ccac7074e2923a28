import type { DataSetsView } from '@kaigi/core/contract';
import { dayText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { ErrorState, LoadingState } from '../app/PageStates.tsx';
import { Section } from '../approvals/Section.tsx';
import { useSettingsStyles } from './Settings.styles.ts';
import { settingsText } from './text.ts';
import { useDataSets } from './use-settings.ts';

type Item = DataSetsView['items'][number];

/** What is about the people themselves, what is looked at most first. */
const ABOUT_PEOPLE: readonly Item['set'][] = ['TELEWORK', 'PRESENCE', 'CALENDAR', 'READING_LOG'];

function Row({ item }: { readonly item: Item }) {
  const styles = useSettingsStyles();
  const t = useText(settingsText);
  const locale = useLocale();
  const { name, period, purpose, article, sentence, note, keptFrom } = item;
  return (
    <li className={styles.item} data-testid="data-row" data-set={item.set}>
      <span className={styles.strong}>
        {name} · {period}
      </span>
      <p className={styles.sentence}>{sentence}</p>
      <p className={styles.small}>{t('data.purpose', { purpose, article })}</p>
      {note ? <p className={styles.small}>{note}</p> : null}
      {keptFrom ? <p className={styles.small}>{t('data.from', { day: dayText(keptFrom, locale) })}</p> : null}
    </li>
  );
}

function Data() {
  const styles = useSettingsStyles();
  const t = useText(settingsText);
  const { data, isPending, error, refetch } = useDataSets();
  if (isPending) return <LoadingState />;
  if (!data) return <ErrorState error={error} title={t('data.error')} onRetry={() => void refetch()} />;
  const items = ABOUT_PEOPLE.flatMap((set) => data.items.find((item) => item.set === set) ?? []);
  return (
    <div className={styles.stack}>
      <p className={styles.small}>{t('data.lead', { regulation: data.regulation })}</p>
      <ul className={styles.plain}>
        {items.map((item) => (
          <Row key={item.set} item={item} />
        ))}
      </ul>
    </div>
  );
}

/** O-17: what is kept of oneself besides documents, what for, and until when. */
export function DataCard() {
  const t = useText(settingsText);
  return (
    <Section title={t('data.title')}>
      <Data />
    </Section>
  );
}
