import { useText } from '../../app/locale.ts';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { useMe } from '../../app/use-me.ts';
import { ReturnCard } from '../applications/ReturnCard.tsx';
import { workdayText } from '../text.ts';
import { useDay } from '../use-workday.ts';
import { useWorkdayStyles } from '../Workday.styles.ts';
import { AskedCard } from './AskedCard.tsx';
import { PunchCard } from './PunchCard.tsx';
import { PunchList } from './PunchList.tsx';
import { ReportCard } from './ReportCard.tsx';

const ENDED: readonly string[] = ['ENDED', 'UNCONFIRMED_END'];

/** 今日: what comes next, what is asked of me, what I report. */
export function TodayPart() {
  const styles = useWorkdayStyles();
  const t = useText(workdayText);
  const day = useDay('today');
  const me = useMe();
  const failed = [day, me].find(({ isError, data }) => isError && !data);
  if (failed) return <ErrorState error={failed.error} title={t('today.error')} onRetry={() => void failed.refetch()} />;
  if (!day.data || !me.data) return <LoadingState />;
  return (
    <div className={styles.today}>
      <div className={styles.page}>
        <PunchCard day={day.data} staffId={me.data.staffId} />
        <ReturnCard onlyDue />
        <AskedCard day={day.data} />
        <ReportCard key={day.data.date} date={day.data.date} ended={ENDED.includes(day.data.state)} />
      </div>
      <PunchList day={day.data} />
    </div>
  );
}
