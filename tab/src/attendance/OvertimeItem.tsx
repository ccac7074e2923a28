import { Badge, Button, Spinner } from '@fluentui/react-components';
import type { OvertimeDayView } from '@kaigi/core/contract';
import { useState } from 'react';
import type { OvertimeConfirming } from '../api/attendance.ts';
import { errorWords } from '../api/error-text.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useNotice } from '../app/Notices.tsx';
import { useAttendanceStyles } from './Attendance.styles.ts';
import { hoursText, shortDay } from './months.ts';
import { OvertimeDialog } from './OvertimeDialog.tsx';
import { attendanceText } from './text.ts';
import { useConfirmOvertime } from './use-confirmations.ts';

export interface Worked {
  /** Null: nothing was. */
  readonly times: { readonly from: string; readonly to: string } | null;
  readonly note: string;
}

interface ItemProps {
  readonly overtime: OvertimeDayView;
}

function confirmingOf({ itemId, version, person, date }: OvertimeDayView, worked: Worked): OvertimeConfirming | null {
  const { times, note } = worked;
  if (itemId !== null) return { itemId, input: { version, worked: times, note } };
  return times && { itemId: null, input: { staffId: person.staffId, date, ...times, note } };
}

function useConfirming({ overtime }: ItemProps) {
  const t = useText(attendanceText);
  const locale = useLocale();
  const notify = useNotice();
  const { mutate, isPending, error, reset } = useConfirmOvertime();
  const [other, setOther] = useState(false);
  const confirm = (worked: Worked) => {
    const confirming = confirmingOf(overtime, worked);
    if (isPending || !confirming) return;
    const done = () => {
      setOther(false);
      notify({ text: t('overtime.done'), intent: 'success' });
    };
    const failed = (trouble: unknown) =>
      !other && notify({ text: t('confirm.failed'), body: errorWords(trouble, locale).sentence, intent: 'error' });
    mutate(confirming, { onSuccess: done, onError: failed });
  };
  const ask = (open: boolean) => {
    reset();
    setOther(open);
  };
  return { confirm, isPending, error, other, ask };
}

/** 時間外勤務 that waits for its 事後確認. */
export function OvertimeItem({ overtime }: ItemProps) {
  const styles = useAttendanceStyles();
  const t = useText(attendanceText);
  const locale = useLocale();
  const { confirm, isPending, error, other, ask } = useConfirming({ overtime });
  const { from, to, minutes, reason, person, itemId } = overtime;
  const day = shortDay(overtime.date, locale);
  return (
    <li className={styles.item} data-item data-testid="overtime">
      <span className={styles.line}>
        <span className={styles.name}>{t('overtime.title', { day, from, to, hours: hoursText(minutes, locale) })}</span>
        <Badge appearance="tint" color={itemId === null ? 'warning' : 'informative'}>
          {t(itemId === null ? 'overtime.unordered' : 'overtime.ordered')}
        </Badge>
      </span>
      {reason === '' ? null : <span className={styles.small}>{t('correction.reason', { reason })}</span>}
      <div className={styles.buttons}>
        <Button
          size="small"
          appearance="primary"
          data-stop
          disabledFocusable={isPending}
          icon={isPending ? <Spinner size="tiny" /> : null}
          aria-label={t('overtime.confirm.of', { name: person.name, day, from, to })}
          onClick={() => confirm({ times: { from, to }, note: '' })}
          data-testid="overtime-confirm"
        >
          {t('overtime.confirm')}
        </Button>
        <Button
          size="small"
          disabledFocusable={isPending}
          aria-label={t('overtime.other.of', { name: person.name, day })}
          onClick={() => ask(true)}
          data-testid="overtime-other"
        >
          {t('overtime.other')}
        </Button>
      </div>
      {other ? (
        <OvertimeDialog
          overtime={overtime}
          busy={isPending}
          error={error}
          onConfirm={confirm}
          onClose={() => ask(false)}
        />
      ) : null}
    </li>
  );
}
