import type { SyncHealth } from '@kaigi/core/contract';
import { whenText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { listText, personText } from '../../app/words.ts';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { SettingsCard } from './SettingsCard.tsx';
import { settingsText } from './text.ts';
import { useSyncHealth } from './use-room-settings.ts';

function Mailbox({ mailbox }: { readonly mailbox: SyncHealth['mailboxes'][number] }) {
  const styles = useDialogStyles();
  const t = useText(settingsText);
  const locale = useLocale();
  const { person, syncedAt, stale, problem } = mailbox;
  const facts = [
    syncedAt === null ? t('admin.health.never') : t('admin.health.synced', { when: whenText(syncedAt, locale) }),
    stale ? t('admin.health.row.stale') : null,
    problem === null ? null : t(`admin.health.row.${problem}`),
  ].filter((one) => one !== null);
  return (
    <li data-testid="health-mailbox">
      <span className={styles.title}>{person ? personText(person) : t('admin.health.someone')}</span>{' '}
      <span className={styles.small}>{listText(facts, locale)}</span>
    </li>
  );
}

function Words({ health }: { readonly health: SyncHealth }) {
  const styles = useDialogStyles();
  const t = useText(settingsText);
  const locale = useLocale();
  const { on, followed, subscribed, endingSoon, stale, oldestSync, problems, mailboxes } = health;
  if (!on) return <p className={styles.none}>{t('admin.health.off')}</p>;
  const troubled = mailboxes.filter((one) => one.stale || one.problem !== null);
  const lines = [
    t('admin.health.followed', { followed, subscribed }),
    endingSoon > 0 ? t('admin.health.ending', { count: endingSoon }) : null,
    stale > 0 ? t('admin.health.stale', { count: stale }) : null,
    ...problems.map(({ problem, count }) => t(`admin.health.${problem}`, { count })),
    oldestSync === null ? null : t('admin.health.oldest', { when: whenText(oldestSync, locale) }),
    stale === 0 && problems.length === 0 ? t('admin.health.fine') : null,
  ].filter((one) => one !== null);
  return (
    <>
      <ul className={styles.reasons}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {troubled.length > 0 ? (
        <>
          <h3 className={styles.heading}>{t('admin.health.troubled')}</h3>
          <ul className={styles.items}>
            {troubled.map((mailbox, at) => (
              <Mailbox key={mailbox.person?.staffId ?? at} mailbox={mailbox} />
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

/** S-14: whether what is shown of calendars still holds. */
export function HealthCard() {
  const t = useText(settingsText);
  const health = useSyncHealth();
  const { data } = health;
  return (
    <SettingsCard title={t('admin.health')} testId="health-card">
      {health.isPending ? <LoadingState /> : null}
      {health.isError && !data ? <ErrorState error={health.error} onRetry={() => void health.refetch()} /> : null}
      {data ? <Words health={data} /> : null}
    </SettingsCard>
  );
}
