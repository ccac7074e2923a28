import { Badge, type BadgeProps, Field, Select } from '@fluentui/react-components';
import { PeopleCheckmarkRegular } from '@fluentui/react-icons';
import type { Me, ReachPage, Unreached } from '@kaigi/core/contract';
import { useState } from 'react';
import { whenText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { MoreButton } from '../app/MoreButton.tsx';
import { EmptyState, ErrorState, LoadingState } from '../app/PageStates.tsx';
import { useMe } from '../app/use-me.ts';
import { personText } from '../app/words.ts';
import { Section } from '../approvals/Section.tsx';
import { useSettingsStyles } from './Settings.styles.ts';
import { settingsText } from './text.ts';
import { useReach } from './use-settings.ts';

type Item = ReachPage['items'][number];

const STATES: readonly Unreached[] = ['NEVER', 'BLOCKED', 'GONE'];
const COLORS: Readonly<Record<Unreached, NonNullable<BadgeProps['color']>>> = {
  NEVER: 'informative',
  BLOCKED: 'danger',
  GONE: 'warning',
};
const COLUMNS = ['person', 'reason', 'waiting', 'told'] as const;

/** The service holds to it whatever a page shows. */
const seesReach = (me: Me): boolean =>
  me.roles.some((role) => role === 'ADMIN' || role === 'CHIEF_RECORDS_MANAGER' || role === 'RECORDS_OFFICER');

function Row({ item }: { readonly item: Item }) {
  const styles = useSettingsStyles();
  const t = useText(settingsText);
  const locale = useLocale();
  const { person, state, since, waiting, told, advice } = item;
  const by = told ? t(`reach.told.${told.by}`, { when: whenText(told.at, locale) }) : t('reach.told.none');
  return (
    <tr className={styles.row} data-testid="reach-row">
      <th scope="row" className={styles.td}>
        {personText(person)}
      </th>
      <td className={styles.td}>
        <span className={styles.line}>
          <Badge appearance="tint" color={COLORS[state]}>
            {t(`reach.state.${state}`)}
          </Badge>
          {since ? <span className={styles.small}>{t('reach.since', { when: whenText(since, locale) })}</span> : null}
        </span>
        <p className={styles.small}>{advice}</p>
      </td>
      <td className={styles.td}>
        <span className={styles.label}>{t('reach.waiting')}</span>
        {t('reach.waiting.count', { count: waiting })}
      </td>
      <td className={styles.td}>
        <span className={styles.label}>{t('reach.told')}</span>
        {by}
      </td>
    </tr>
  );
}

function Rows({ items }: { readonly items: readonly Item[] }) {
  const styles = useSettingsStyles();
  const t = useText(settingsText);
  return (
    <table className={styles.table} aria-label={t('reach.title')}>
      <thead className={styles.thead}>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" className={styles.th}>
              {t(`reach.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className={styles.tbody}>
        {items.map((item) => (
          <Row key={item.person.staffId} item={item} />
        ))}
      </tbody>
    </table>
  );
}

function Reach() {
  const styles = useSettingsStyles();
  const t = useText(settingsText);
  const [state, setState] = useState<Unreached | null>(null);
  const reach = useReach(state);
  if (reach.isPending) return <LoadingState />;
  const [first] = reach.data?.pages ?? [];
  if (!first) return <ErrorState error={reach.error} title={t('reach.error')} onRetry={() => void reach.refetch()} />;
  const { counts, otherwise } = first;
  const items = (reach.data?.pages ?? []).flatMap((page) => page.items);
  const told = (
    <p className={styles.sentence} role="status" data-testid="reach-counts">
      {t('reach.counts', counts)}
    </p>
  );
  if (counts.reached === counts.staff) {
    return (
      <>
        {told}
        <EmptyState icon={<PeopleCheckmarkRegular />} title={t('reach.none')} body={t('reach.none.body')} />
      </>
    );
  }
  return (
    <div className={styles.stack}>
      {told}
      <p className={styles.small}>{otherwise.sentence}</p>
      <Field label={t('reach.filter')}>
        <Select
          className={styles.select}
          value={state ?? ''}
          onChange={(_, { value }) => setState(STATES.find((one) => one === value) ?? null)}
          data-testid="reach-filter"
        >
          <option value="">{t('reach.filter.all')}</option>
          {STATES.map((one) => (
            <option key={one} value={one}>
              {t(`reach.state.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      {items.length === 0 ? <p className={styles.sentence}>{t('reach.none.filter')}</p> : <Rows items={items} />}
      <MoreButton list={reach} />
    </div>
  );
}

/** Whom the bot does not reach, why, and what can be done; for those who can do it. */
export function ReachCard() {
  const styles = useSettingsStyles();
  const t = useText(settingsText);
  const me = useMe().data;
  if (!me) return null;
  if (!seesReach(me)) {
    return (
      <p className={styles.small} data-testid="reach-others">
        {t('reach.others')}
      </p>
    );
  }
  return (
    <Section title={t('reach.title')}>
      <Reach />
    </Section>
  );
}
