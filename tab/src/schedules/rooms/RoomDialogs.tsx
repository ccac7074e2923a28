import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { RoomsView } from '@kaigi/core/contract';
import { type LocalDate, localDateOf } from '@kaigi/core/shared';
import { useState } from 'react';
import { useLocale, useText } from '../../app/locale.ts';
import { useFocusBack } from '../../app/use-focus-back.ts';
import { listText, personText } from '../../app/words.ts';
import { BookingLink } from '../bookings/BookingLink.tsx';
import { timeText } from '../week/columns.ts';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import type { GridModel } from '../week/grid-model.ts';
import { leadBack, type Opened } from '../week/WeekGrid.tsx';
import { spokenDay } from '../week/week-days.ts';
import { BookingDialog } from './BookingDialog.tsx';
import { occupancyText, placeName, type Room } from './room-rows.ts';
import { roomsText } from './text.ts';

function Facts({ room }: { readonly room: Room }) {
  const styles = useDialogStyles();
  const t = useText(roomsText);
  const locale = useLocale();
  const { floor, capacity, equipment, notes, inOutlook } = room;
  const place = placeName(room, t);
  const facts = [
    floor === '' ? place : t('rooms.place', { office: place, floor }),
    capacity === null ? null : t('rooms.capacity', { count: capacity }),
    equipment.length === 0 ? null : t('rooms.equipment', { list: listText(equipment, locale) }),
    notes === '' ? null : t('rooms.notes', { notes }),
    inOutlook ? null : t('rooms.outside'),
  ].filter((one) => one !== null);
  return (
    <ul className={styles.items}>
      {facts.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}

function Times({ room }: { readonly room: Room }) {
  const styles = useDialogStyles();
  const t = useText(roomsText);
  if (room.times.length === 0) return <p className={styles.none}>{t('rooms.times.none')}</p>;
  return (
    <ul className={styles.items} aria-label={t('rooms.times')}>
      {room.times.map(({ from, to, title, booker, bookingId, tentative }) => (
        <li key={`${from} ${to}`} data-testid="room-time">
          <span className={styles.when}>
            {timeText(from)}–{timeText(to)}
          </span>{' '}
          <span className={styles.title}>
            <BookingLink bookingId={bookingId}>{title ?? t('rooms.taken.untitled')}</BookingLink>
          </span>{' '}
          {tentative ? <span>{t('rooms.tentative')}</span> : null}{' '}
          {booker ? <span className={styles.small}>{t('rooms.booker', { name: personText(booker) })}</span> : null}
        </li>
      ))}
    </ul>
  );
}

interface RoomDialogProps {
  readonly room: Room;
  readonly day: LocalDate;
  readonly isToday: boolean;
  readonly onBook: () => void;
  readonly onClose: () => void;
}

/** What there is in a room, and its day. */
function RoomDialog({ room, day, isToday, onBook, onClose }: RoomDialogProps) {
  useFocusBack();
  const styles = useDialogStyles();
  const t = useText(roomsText);
  const locale = useLocale();
  return (
    <Dialog open onOpenChange={(_, { open }) => (open ? undefined : onClose())}>
      <DialogSurface data-testid="room-dialog">
        <DialogBody>
          <DialogTitle>
            {room.name}
            <span className={styles.day}>{spokenDay(day, locale)}</span>
          </DialogTitle>
          <DialogContent className={styles.stack}>
            {isToday ? <p className={styles.small}>{occupancyText(room.now, t)}</p> : null}
            <Facts room={room} />
            <Times room={room} />
          </DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" onClick={onBook} data-testid="room-book">
              {t('rooms.book')}
            </Button>
            <Button onClick={onClose}>{t('rooms.close')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

export interface RoomDialogsProps {
  readonly view: RoomsView;
  readonly model: GridModel;
  readonly day: LocalDate;
  readonly opened: Opened | null;
  readonly onOpened: (opened: null) => void;
}

/** The room that was opened, and booking it at the hour that was pressed. */
export function RoomDialogs({ view, model, day, opened, onOpened }: RoomDialogsProps) {
  const [booking, setBooking] = useState(false);
  const room = view.items.find(({ roomId }) => roomId === opened?.staffId);
  if (!opened || !room) return null;
  const close = () => {
    setBooking(false);
    onOpened(null);
    leadBack(opened);
  };
  const hour = opened.column === null ? null : (model.columns[opened.column]?.hour ?? null);
  const equipment = view.items.filter(({ kind, roomId }) => kind === 'EQUIPMENT' && roomId !== room.roomId);
  if (booking) return <BookingDialog {...{ room, day, equipment }} hour={hour ?? 9} onClose={close} />;
  const isToday = day === localDateOf(new Date(view.at));
  return <RoomDialog {...{ room, day, isToday }} onBook={() => setBooking(true)} onClose={close} />;
}
