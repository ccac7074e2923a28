import { MessageBar, MessageBarBody, Switch } from '@fluentui/react-components';
import { PeopleTeamRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useText } from '../app/locale.ts';
import { EmptyState, ErrorState, LoadingState } from '../app/PageStates.tsx';
import { goTo } from '../app/use-route.ts';
import { useAttendanceStyles } from './Attendance.styles.ts';
import { MonthPicker, useShownMonth } from './MonthPicker.tsx';
import { PeopleDesk } from './PeopleDesk.tsx';
import { PeopleHead } from './PeopleHead.tsx';
import { attendanceText } from './text.ts';
import { useConfirmations, useOpen } from './use-confirmations.ts';

const NOTHING_OPEN = { corrections: [], overtime: [] };

function Body({ month, all }: { readonly month: string; readonly all: boolean }) {
  const t = useText(attendanceText);
  const list = useConfirmations({ month, all });
  const open = useOpen();
  // What stands here until the others below have come is not the answer about them.
  const stale = list.isPlaceholderData && list.data.items.length === 0;
  if (list.isPending || stale || open.isPending) return <LoadingState />;
  if (!list.data) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data.items.length === 0)
    return <EmptyState icon={<PeopleTeamRegular />} title={t('people.none')} body={t('people.none.body')} />;
  return (
    <>
      {open.data ? null : (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{t('people.open.failed')}</MessageBarBody>
        </MessageBar>
      )}
      <PeopleDesk key={list.data.month} list={list.data} open={open.data ?? NOTHING_OPEN} />
    </>
  );
}

/** 「部下の勤務」: what a boss confirms, month by month. */
export function ConfirmationsPage({ month: asked }: { readonly month: string | null }) {
  const styles = useAttendanceStyles();
  const t = useText(attendanceText);
  const month = useShownMonth(asked);
  const [chosen, setChosen] = useState<boolean | null>(null);
  const own = useConfirmations({ month, all: false });
  // A 係長 heads people whose 所属長 is somebody else: theirs are shown at once, and why.
  const headsOnly = own.data?.items.length === 0;
  const all = chosen ?? headsOnly;
  return (
    <div className={styles.page}>
      <PeopleHead view="month" />
      <search className={styles.filters}>
        <MonthPicker
          month={month}
          onMonth={(chosen) => goTo({ page: 'confirmations', month: chosen, staffId: null }, 'replace')}
        />
        <Switch
          label={t('people.all')}
          checked={all}
          onChange={(_, { checked }) => setChosen(checked)}
          data-testid="people-all"
        />
      </search>
      {headsOnly && all ? (
        <MessageBar intent="info" layout="multiline" data-testid="heads-only">
          <MessageBarBody>{t('people.heads_only')}</MessageBarBody>
        </MessageBar>
      ) : null}
      <Body month={month} all={all} />
    </div>
  );
}
