import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Spinner,
} from '@fluentui/react-components';
import type { OvertimeDayView } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../api/error-text.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useFocusBack } from '../app/use-focus-back.ts';
import { useAttendanceStyles } from './Attendance.styles.ts';
import { minuteOfTyped, typedTime } from './clock.ts';
import type { Worked } from './OvertimeItem.tsx';
import { attendanceText } from './text.ts';

export interface OvertimeDialogProps {
  readonly overtime: OvertimeDayView;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onConfirm: (worked: Worked) => void;
  readonly onClose: () => void;
}

interface Typed {
  readonly from: string;
  readonly to: string;
  readonly none: boolean;
  readonly note: string;
}

function wrongOf({ from, to, none }: Typed) {
  if (none) return { from: null, to: null };
  const [begins, ends] = [minuteOfTyped(from), minuteOfTyped(to)];
  const order = begins !== null && ends !== null && ends <= begins;
  return {
    from: begins === null ? ('overtime.wrong' as const) : null,
    to: ends === null ? ('overtime.wrong' as const) : order ? ('overtime.order_wrong' as const) : null,
  };
}

interface FieldsProps {
  readonly overtime: OvertimeDayView;
  readonly typed: Typed;
  readonly onTyped: (typed: Typed) => void;
}

function Fields({ overtime, typed, onTyped }: FieldsProps) {
  const styles = useAttendanceStyles();
  const t = useText(attendanceText);
  const wrong = wrongOf(typed);
  return (
    <>
      <div className={styles.times}>
        {(['from', 'to'] as const).map((end) => {
          const trouble = wrong[end];
          return (
            <Field
              key={end}
              label={t(`overtime.${end}`)}
              validationState={trouble ? 'error' : 'none'}
              validationMessage={trouble ? t(trouble) : null}
            >
              <Input
                className={styles.input}
                value={typed[end]}
                disabled={typed.none}
                inputMode="numeric"
                onChange={(_, { value }) => onTyped({ ...typed, [end]: value })}
                input={{ 'data-testid': `overtime-${end}` } as object}
              />
            </Field>
          );
        })}
      </div>
      {overtime.itemId === null ? null : (
        <Checkbox
          checked={typed.none}
          label={t('overtime.not_worked')}
          onChange={(_, { checked }) => onTyped({ ...typed, none: checked === true })}
        />
      )}
      <Field label={t('overtime.note')}>
        <Input value={typed.note} maxLength={1000} onChange={(_, { value }) => onTyped({ ...typed, note: value })} />
      </Field>
    </>
  );
}

/** Where other hours were worked than those that were ordered. */
export function OvertimeDialog({ overtime, busy, error, onConfirm, onClose }: OvertimeDialogProps) {
  useFocusBack();
  const styles = useAttendanceStyles();
  const t = useText(attendanceText);
  const locale = useLocale();
  const [typed, setTyped] = useState<Typed>({ from: overtime.from, to: overtime.to, none: false, note: '' });
  const wrong = wrongOf(typed);
  const close = () => (busy ? undefined : onClose());
  const handleConfirm = () => {
    if (wrong.from || wrong.to) return;
    const times = typed.none ? null : { from: typedTime(typed.from), to: typedTime(typed.to) };
    onConfirm({ times, note: typed.note.trim() });
  };
  return (
    <Dialog open modalType={busy ? 'alert' : 'modal'} onOpenChange={(_, { open }) => (open ? undefined : close())}>
      <DialogSurface data-testid="overtime-dialog">
        <DialogBody>
          <DialogTitle>{t('overtime.dialog')}</DialogTitle>
          <DialogContent className={styles.stack}>
            {error ? (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>{errorWords(error, locale).sentence}</MessageBarBody>
              </MessageBar>
            ) : null}
            <Fields overtime={overtime} typed={typed} onTyped={setTyped} />
          </DialogContent>
          <DialogActions fluid>
            <Button disabledFocusable={busy} onClick={close}>
              {t('dialog.close')}
            </Button>
            <Button
              appearance="primary"
              disabledFocusable={busy}
              icon={busy ? <Spinner size="tiny" /> : null}
              onClick={handleConfirm}
              data-testid="overtime-dialog-confirm"
            >
              {busy ? t('dialog.busy') : t('row.confirm')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
