import { Badge, type BadgeProps, Link } from '@fluentui/react-components';
import { CalendarArrowRightRegular, LockClosedRegular } from '@fluentui/react-icons';
import type { Me, RehearsalSummary } from '@kaigi/core/contract';
import type { ReactNode } from 'react';
import { dayText, whenText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { PageHeading } from '../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../app/PageStates.tsx';
import { hashOf } from '../app/routes.ts';
import { useMe } from '../app/use-me.ts';
import { Section } from '../approvals/Section.tsx';
import { RehearsalForm } from './RehearsalForm.tsx';
import { useRehearsalStyles } from './Rehearsals.styles.ts';
import { directoryText } from './text.ts';
import { useRehearsals } from './use-rehearsals.ts';

const COLORS: Readonly<Record<RehearsalSummary['state'], NonNullable<BadgeProps['color']>>> = {
  REHEARSED: 'brand',
  ACTIVATED: 'success',
  REPLACED: 'subtle',
};

export function RehearsalState({ state }: { readonly state: RehearsalSummary['state'] }) {
  const t = useText(directoryText);
  return (
    <Badge appearance="tint" color={COLORS[state]} data-testid="rehearsal-state" data-state={state}>
      {t(`state.${state}`)}
    </Badge>
  );
}

/** 内示: who may see what is to come. The service holds to it whatever a page shows. */
export const seesAhead = (me: Me | undefined): boolean =>
  me?.roles.some((role) => role === 'PERSONNEL' || role === 'GENERAL_AFFAIRS') ?? false;

export function ForThoseWhoMaySee({ children }: { readonly children: ReactNode }) {
  const t = useText(directoryText);
  const me = useMe();
  if (me.isPending) return <LoadingState />;
  if (!me.data) return <ErrorState error={me.error} onRetry={() => void me.refetch()} />;
  if (seesAhead(me.data)) return children;
  return (
    <EmptyState icon={<LockClosedRegular />} title={t('rehearsals.embargo')} body={t('rehearsals.embargo.body')} />
  );
}

function Row({ row }: { readonly row: RehearsalSummary }) {
  const styles = useRehearsalStyles();
  const t = useText(directoryText);
  const locale = useLocale();
  return (
    <li className={styles.item} data-testid="rehearsal-row">
      <RehearsalState state={row.state} />
      <Link href={hashOf({ page: 'rehearsal', id: row.id })}>{row.title}</Link>
      <span>{t('view.day', { day: dayText(row.effectiveOn, locale) })}</span>
      <span className={styles.muted}>
        {t('rehearsals.made', { when: whenText(row.createdAt, locale), who: row.createdBy })}
      </span>
    </li>
  );
}

function Earlier() {
  const styles = useRehearsalStyles();
  const t = useText(directoryText);
  const list = useRehearsals();
  if (list.isPending) return <LoadingState />;
  if (!list.data) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const { items } = list.data;
  if (items.length === 0)
    return (
      <EmptyState icon={<CalendarArrowRightRegular />} title={t('rehearsals.none')} body={t('rehearsals.none.body')} />
    );
  return (
    <Section title={t('rehearsals.earlier')}>
      <ul className={styles.list}>
        {items.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
    </Section>
  );
}

/** Next year's organisation, tried before it holds. */
export function RehearsalsPage() {
  const styles = useRehearsalStyles();
  const t = useText(directoryText);
  return (
    <div className={styles.page}>
      <PageHeading title={t('rehearsals.title')} focusKey="rehearsals" />
      <ForThoseWhoMaySee>
        <p className={styles.lead}>{t('rehearsals.lead')}</p>
        <RehearsalForm />
        <Earlier />
      </ForThoseWhoMaySee>
    </div>
  );
}
