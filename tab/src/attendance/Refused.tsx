import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useText } from '../app/locale.ts';
import { useAttendanceStyles } from './Attendance.styles.ts';
import { attendanceText } from './text.ts';

export interface NamedRefusal {
  readonly staffId: string;
  readonly name: string;
  readonly words: string;
}

/** Whose month is not confirmed, and why: it changed meanwhile, say. It stays until it was read. */
export function Refused({ refused, onClose }: { readonly refused: readonly NamedRefusal[]; onClose(): void }) {
  const styles = useAttendanceStyles();
  const t = useText(attendanceText);
  if (refused.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline" data-testid="refused">
      <MessageBarBody>
        <MessageBarTitle>{t('confirm.refused', { count: refused.length })}</MessageBarTitle>
        <ul className={styles.plain}>
          {refused.map(({ staffId, name, words }) => (
            <li key={staffId}>{t('confirm.refused.of', { name, words })}</li>
          ))}
        </ul>
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={onClose}>{t('confirm.refused.close')}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
