import type { SheetView } from '@kaigi/core/contract';
import { useText } from '../app/locale.ts';
import { Section } from '../approvals/Section.tsx';
import { useAttendanceStyles } from './Attendance.styles.ts';
import { CorrectionItem } from './CorrectionItem.tsx';
import { OvertimeItem } from './OvertimeItem.tsx';
import { openOf } from './people.ts';
import { sheetText } from './sheet-text.ts';
import { useOpen } from './use-confirmations.ts';

/** What waits for the reader's word in this month of this person: answered where it is looked at. */
export function OpenItems({ sheet }: { readonly sheet: SheetView }) {
  const styles = useAttendanceStyles();
  const t = useText(sheetText);
  const open = useOpen().data;
  if (!open) return null;
  const { corrections, overtime } = openOf(open, { month: sheet.month, staffId: sheet.person.staffId });
  if (corrections.length + overtime.length === 0) return null;
  return (
    <Section title={t('sheet.open')}>
      <ul className={`${styles.plain} ${styles.stack}`}>
        {corrections.map((one) => (
          <CorrectionItem key={one.id} correction={one} />
        ))}
        {overtime.map((one) => (
          <OvertimeItem key={`${one.itemId} ${one.date} ${one.from}`} overtime={one} />
        ))}
      </ul>
    </Section>
  );
}
