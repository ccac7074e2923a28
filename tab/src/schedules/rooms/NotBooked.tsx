import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { SeriesConflict } from '@kaigi/core/contract';
import { localDateOf } from '@kaigi/core/shared';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { listText } from '../../app/words.ts';
import { timeText } from '../week/columns.ts';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { periodText } from '../week/week-days.ts';
import type { Hindered } from './booking-form.ts';
import { roomsText } from './text.ts';

function Conflict({ conflict: { from, to, why, rooms } }: { readonly conflict: SeriesConflict }) {
  const t = useText(roomsText);
  const locale = useLocale();
  const names = listText(
    rooms.map(({ name }) => name),
    locale,
  );
  return (
    <li data-testid="booking-conflict">
      {periodText([localDateOf(new Date(from))], locale)} {timeText(from)}–{timeText(to)}{' '}
      {t(`booking.why.${why}`, { rooms: names })}
    </li>
  );
}

export interface NotBookedProps {
  readonly error: unknown;
  readonly hindered: Hindered | null;
  /** What did not happen; left out: the booking. */
  readonly failed?: string;
}

/** Why nothing was booked, what stands in the way, and what could be had instead. */
export function NotBooked({ error, hindered, failed }: NotBookedProps) {
  const styles = useDialogStyles();
  const t = useText(roomsText);
  const locale = useLocale();
  if (!error) return null;
  const { conflicts = [], taken = [], others = [] } = hindered ?? {};
  const rooms = listText(
    others.map(({ name }) => name),
    locale,
  );
  return (
    <>
      <MessageBar intent="error" layout="multiline" data-testid="booking-refused">
        <MessageBarBody>
          {failed ?? t('booking.failed')} {errorWords(error, locale).sentence}
        </MessageBarBody>
      </MessageBar>
      {conflicts.length > 0 ? (
        <ul className={styles.items} aria-label={t('booking.conflicts')}>
          {conflicts.map((conflict) => (
            <Conflict key={conflict.from} conflict={conflict} />
          ))}
        </ul>
      ) : null}
      {taken.map(({ roomId, name, nextFree }) =>
        nextFree === null ? null : (
          <p key={roomId} className={styles.small}>
            {t('booking.next', { room: name, time: timeText(nextFree) })}
          </p>
        ),
      )}
      {others.length > 0 ? <p className={styles.small}>{t('booking.others', { rooms })}</p> : null}
    </>
  );
}
