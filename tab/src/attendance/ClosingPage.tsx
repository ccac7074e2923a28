import { MessageBar, MessageBarBody, mergeClasses, ProgressBar, Spinner } from '@fluentui/react-components';
import { CalendarEmptyRegular, LockClosedRegular } from '@fluentui/react-icons';
import type { ClosingView } from '@kaigi/core/contract';
import { whenText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { PageHeading } from '../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../app/PageStates.tsx';
import { useMe } from '../app/use-me.ts';
import { goTo } from '../app/use-route.ts';
import { personText } from '../app/words.ts';
import { Section } from '../approvals/Section.tsx';
import { useAttendanceStyles } from './Attendance.styles.ts';
import { CloseButton } from './CloseButton.tsx';
import { useClosingStyles } from './Closing.styles.ts';
import { ClosingUnits } from './ClosingUnits.tsx';
import { closingText } from './closing-text.ts';
import { ExportCard } from './ExportCard.tsx';
import { FindPerson } from './FindPerson.tsx';
import { MonthPicker, useShownMonth } from './MonthPicker.tsx';
import { RatesCard } from './RatesCard.tsx';
import { useClosing } from './use-closing.ts';

interface ViewProps {
  readonly view: ClosingView;
}

const TILES = ['people', 'closed', 'confirmed', 'waiting', 'blocked'] as const;

function Tiles({ view }: ViewProps) {
  const styles = useClosingStyles();
  const t = useText(closingText);
  return (
    <dl className={styles.tiles} data-testid="closing-counts">
      {TILES.map((name) => (
        <div key={name} className={styles.tile} data-testid={`count-${name}`}>
          <dt className={styles.term}>{t(`count.${name}`)}</dt>
          <dd className={mergeClasses(styles.figure, name === 'blocked' && view.blocked > 0 && styles.held)}>
            {t('count.of', { count: view[name] })}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Standing({ view }: ViewProps) {
  const styles = useAttendanceStyles();
  const t = useText(closingText);
  const locale = useLocale();
  const ready = view.closed + view.confirmed;
  const running = view.closings.some(({ doneAt }) => doneAt === null);
  return (
    <div className={styles.stack}>
      <Tiles view={view} />
      <ProgressBar
        className={styles.bar}
        value={ready / view.people}
        thickness="large"
        aria-label={t('closing.title')}
      />
      <div className={styles.figures} role="status">
        <span>{t('closing.progress', { people: view.people, ready })}</span>
        {view.asOf ? <span>{t('closing.asOf', { when: whenText(view.asOf, locale) })}</span> : null}
        {view.refreshing ? <Spinner size="tiny" label={t('closing.refreshing')} className={styles.start} /> : null}
      </div>
      {view.isOver ? null : (
        <MessageBar intent="info" layout="multiline" data-testid="not-over">
          <MessageBarBody>{t('closing.not_over')}</MessageBarBody>
        </MessageBar>
      )}
      {running ? (
        <MessageBar intent="info" layout="multiline" data-testid="closing-running">
          <MessageBarBody>{t('close.running')}</MessageBarBody>
        </MessageBar>
      ) : null}
    </div>
  );
}

function Closings({ view: { closings } }: ViewProps) {
  const styles = useAttendanceStyles();
  const t = useText(closingText);
  const locale = useLocale();
  if (closings.length === 0) return null;
  return (
    <Section title={t('closings.title')}>
      <ul className={`${styles.plain} ${styles.tight}`}>
        {closings.map(({ closingId, unitName, begunAt, by, doneAt, closed, leftOut }) => (
          <li key={closingId} data-testid="closing-row">
            {t('closings.one', {
              when: whenText(begunAt, locale),
              unit: unitName ?? t('close.whole'),
              who: personText(by),
            })}
            <p className={styles.small}>
              {doneAt === null
                ? t('closings.running')
                : t('closings.done', { closed: closed ?? 0, leftOut: leftOut ?? 0 })}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Closing({ month }: { readonly month: string }) {
  const styles = useAttendanceStyles();
  const t = useText(closingText);
  const closing = useClosing({ month, unitId: null });
  if (closing.isPending) return <LoadingState />;
  if (!closing.data) return <ErrorState error={closing.error} onRetry={() => void closing.refetch()} />;
  const view = closing.data;
  if (view.people === 0)
    return <EmptyState icon={<CalendarEmptyRegular />} title={t('closing.none')} body={t('closing.none.body')} />;
  return (
    <>
      <Standing view={view} />
      {view.may.close ? (
        <div className={styles.buttons}>
          <CloseButton month={month} unit={null} counts={view} />
        </div>
      ) : null}
      <ClosingUnits view={view} />
      <Closings view={view} />
      <FindPerson month={month} />
      <ExportCard month={month} units={view.units} />
      <RatesCard month={month} />
    </>
  );
}

function ForPersonnel({ month: asked }: ClosingPageProps) {
  const styles = useAttendanceStyles();
  const t = useText(closingText);
  const month = useShownMonth(asked);
  return (
    <>
      <p className={styles.lead}>{t('closing.lead')}</p>
      <MonthPicker
        month={month}
        onMonth={(chosen) => goTo({ page: 'closing', month: chosen, staffId: null }, 'replace')}
      />
      <Closing key={month} month={month} />
    </>
  );
}

export interface ClosingPageProps {
  readonly month: string | null;
}

/** 「締め」: how far a month is, what holds it up, and what leaves for payroll. The service holds to who may. */
export function ClosingPage({ month }: ClosingPageProps) {
  const styles = useAttendanceStyles();
  const t = useText(closingText);
  const me = useMe();
  return (
    <div className={styles.page}>
      <PageHeading title={t('closing.title')} focusKey="closing" />
      {me.isPending ? <LoadingState /> : null}
      {me.isError && !me.data ? <ErrorState error={me.error} onRetry={() => void me.refetch()} /> : null}
      {me.data?.roles.includes('PERSONNEL') ? <ForPersonnel month={month} /> : null}
      {me.data && !me.data.roles.includes('PERSONNEL') ? (
        <EmptyState icon={<LockClosedRegular />} title={t('closing.locked')} body={t('closing.locked.body')} />
      ) : null}
    </div>
  );
}
