import { useText } from '../app/locale.ts';
import { PageHeading } from '../app/PageHeading.tsx';
import { AbsencesCard } from './AbsencesCard.tsx';
import { DataCard } from './DataCard.tsx';
import { MirrorCard } from './MirrorCard.tsx';
import { ReachCard } from './ReachCard.tsx';
import { useSettingsStyles } from './Settings.styles.ts';
import { settingsText } from './text.ts';
import { WishesCard } from './WishesCard.tsx';

/** 「お知らせと不在」: what everybody sets for themselves. */
export function SettingsPage() {
  const styles = useSettingsStyles();
  const t = useText(settingsText);
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <PageHeading title={t('settings.title')} focusKey="settings" />
        <p className={styles.lead}>{t('settings.lead')}</p>
      </div>
      <AbsencesCard />
      <WishesCard />
      <DataCard />
      <ReachCard />
      <MirrorCard />
    </div>
  );
}
