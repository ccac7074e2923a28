import { Link, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { CalendarEmptyRegular } from '@fluentui/react-icons';
import type { SheetView } from '@kaigi/core/contract';
import { whenText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { PageHeading } from '../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../app/PageStates.tsx';
import { hashOf } from '../app/routes.ts';
import { goTo } from '../app/use-route.ts';
import { personText } from '../app/words.ts';
import { Section } from '../approvals/Section.tsx';
import { useAttendanceStyles } from './Attendance.styles.ts';
import { MonthPicker, useShownMonth } from './MonthPicker.tsx';
import { OpenItems } from './OpenItems.tsx';
import { PersonsRegistration } from './PersonsRegistration.tsx';
import { NextPerson, SheetActs } from './SheetActs.tsx';
import { SheetDays } from './SheetDays.tsx';
import { SheetStateBadge } from './SheetStateBadge.tsx';
import { SheetBlocks, SheetLimits, SheetTotals } from './SheetTotals.tsx';
import { sheetText } from './sheet-text.ts';
import { useSheet } from './use-confirmations.ts';

interface SheetProps {
  readonly sheet: SheetView;
}

function Standing({ sheet }: SheetProps) {
  const styles = useAttendanceStyles();
  const t = useText(sheetText);
  const locale = useLocale();
  const { confirmed, closed, state } = sheet;
  return (
    <>
      <div className={styles.line}>
        <SheetStateBadge state={state} />
        <span className={styles.small}>{personText(sheet.person)}</span>
        {confirmed ? (
          <span className={styles.small}>
            {t('sheet.confirmed', { when: whenText(confirmed.at, locale), who: confirmed.by.name })}
          </span>
        ) : null}
        {closed ? (
          <span className={styles.small}>{t('sheet.closed', { when: whenText(closed.at, locale) })}</span>
        ) : null}
      </div>
      {sheet.isOver ? null : <p className={styles.small}>{t('sheet.not_over')}</p>}
      {state === 'CLOSED_CHANGED' ? (
        <MessageBar intent="warning" layout="multiline" data-testid="closed-changed">
          <MessageBarBody>{t('sheet.closed_changed')}</MessageBarBody>
        </MessageBar>
      ) : null}
    </>
  );
}

function History({ sheet: { history } }: SheetProps) {
  const styles = useAttendanceStyles();
  const t = useText(sheetText);
  const locale = useLocale();
  if (history.length === 0) return null;
  return (
    <Section title={t('sheet.history')}>
      <ul className={`${styles.plain} ${styles.tight}`}>
        {history.map(({ seq, at, act, actor, reason }) => (
          <li key={seq} data-testid="sheet-history">
            {t(`sheet.history.${act}`, { when: whenText(at, locale), who: personText(actor) })}
            {reason ? <p className={styles.small}>{t('sheet.history.reason', { reason })}</p> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Sheet({ sheet, from }: SheetProps & Pick<SheetPageProps, 'from'>) {
  const t = useText(sheetText);
  if (sheet.rows.length === 0)
    return <EmptyState icon={<CalendarEmptyRegular />} title={t('sheet.empty')} body={t('sheet.empty.body')} />;
  return (
    <>
      <Standing sheet={sheet} />
      <SheetActs sheet={sheet} />
      {from === 'confirmations' ? <NextPerson sheet={sheet} /> : null}
      {from === 'confirmations' ? <OpenItems sheet={sheet} /> : null}
      <SheetBlocks sheet={sheet} />
      <SheetTotals sheet={sheet} />
      <SheetLimits sheet={sheet} />
      <SheetDays rows={sheet.rows} />
      <PersonsRegistration staffId={sheet.person.staffId} />
      <History sheet={sheet} />
    </>
  );
}

export interface SheetPageProps {
  /** From which page one came: there it leads back. */
  readonly from: 'confirmations' | 'closing';
  readonly month: string | null;
  readonly staffId: string;
}

/** The month of one person, as their boss and personnel look at it. */
export function SheetPage({ from, month: asked, staffId }: SheetPageProps) {
  const styles = useAttendanceStyles();
  const t = useText(sheetText);
  const month = useShownMonth(asked);
  const sheet = useSheet({ month, staffId });
  const name = sheet.data?.person.name;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <Link href={hashOf({ page: from, month, staffId: null })} className={styles.start} data-testid="sheet-back">
          {t(`sheet.back.${from}`)}
        </Link>
        <PageHeading
          title={name === undefined ? t('sheet.title.any') : t('sheet.title', { name })}
          focusKey={`sheet ${staffId}`}
        />
      </div>
      <MonthPicker month={month} onMonth={(chosen) => goTo({ page: from, month: chosen, staffId }, 'replace')} />
      {sheet.isPending ? <LoadingState /> : null}
      {sheet.isError && !sheet.data ? <ErrorState error={sheet.error} onRetry={() => void sheet.refetch()} /> : null}
      {sheet.data ? <Sheet sheet={sheet.data} from={from} /> : null}
    </div>
  );
}
