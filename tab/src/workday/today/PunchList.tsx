import { Badge } from '@fluentui/react-components';
import type { WorkdayView } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { Section } from '../../approvals/Section.tsx';
import { CorrectButton } from '../sheet/CorrectionDialog.tsx';
import { workdayText } from '../text.ts';
import { timeText } from '../times.ts';
import { useWorkdayStyles } from '../Workday.styles.ts';

type Punch = WorkdayView['punches'][number];

function Marks({ reportedLate, clockDoubted, corrected }: Punch) {
  const t = useText(workdayText);
  const marks = [
    reportedLate && t('punches.late'),
    clockDoubted && t('punches.clock'),
    corrected && t('punches.corrected'),
  ].filter((one) => one !== false);
  return marks.map((mark) => (
    <Badge key={mark} appearance="outline" color="informative">
      {mark}
    </Badge>
  ));
}

/** The punches that count, in order. */
export function PunchList({ day }: { readonly day: WorkdayView }) {
  const styles = useWorkdayStyles();
  const t = useText(workdayText);
  return (
    <Section title={t('punches.title')}>
      <div className={styles.stack}>
        {day.punches.length === 0 ? <p className={styles.text}>{t('punches.none')}</p> : null}
        <ul className={styles.list}>
          {day.punches.map((punch) => (
            <li key={punch.id} className={styles.row} data-testid="punch-row">
              <span className={styles.strong}>{timeText(punch.at)}</span>
              <span>{t(`punch.${punch.punch}`)}</span>
              <Marks {...punch} />
            </li>
          ))}
        </ul>
        {day.closed ? null : (
          <div>
            <CorrectButton date={day.date} />
          </div>
        )}
      </div>
    </Section>
  );
}
