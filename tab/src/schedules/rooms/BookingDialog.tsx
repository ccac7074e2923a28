import { Button, Field, Input, Select } from '@fluentui/react-components';
import type { LocalDate } from '@kaigi/core/shared';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { useBookRoom } from '../use-schedules.ts';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import {
  type BookingProblem,
  type Hindered,
  hinderedBy,
  newBooking,
  REPEATS,
  readBooking,
  type TypedBooking,
} from './booking-form.ts';
import { NotBooked } from './NotBooked.tsx';
import { RoomsField } from './RoomsField.tsx';
import type { Room } from './room-rows.ts';
import { roomsText } from './text.ts';

interface FieldsProps {
  readonly typed: TypedBooking;
  readonly problem: BookingProblem | null;
  readonly onTyped: (typed: TypedBooking) => void;
}

function When({ typed, problem, onTyped }: FieldsProps) {
  const styles = useDialogStyles();
  const t = useText(roomsText);
  const input = (name: 'day' | 'from' | 'to') => ({
    className: styles.input,
    type: name === 'day' ? ('date' as const) : ('time' as const),
    value: typed[name],
    onChange: (_: unknown, { value }: { value: string }) => onTyped({ ...typed, [name]: value }),
    'data-testid': `booking-${name}`,
  });
  const wrong = problem?.startsWith('booking.time.')
    ? { validationMessage: t(problem), validationState: 'error' as const }
    : {};
  return (
    <div className={styles.line}>
      <Field label={t('booking.day')} required className={styles.field}>
        <Input {...input('day')} />
      </Field>
      <Field label={t('booking.from')} required className={styles.field}>
        <Input {...input('from')} />
      </Field>
      <Field label={t('booking.to')} required className={styles.field} {...wrong}>
        <Input {...input('to')} />
      </Field>
    </div>
  );
}

function Repeat({ typed, problem, onTyped }: FieldsProps) {
  const styles = useDialogStyles();
  const t = useText(roomsText);
  const wrong =
    problem === 'booking.times.wrong' ? { validationMessage: t(problem), validationState: 'error' as const } : {};
  return (
    <div className={styles.line}>
      <Field label={t('booking.repeat')} className={styles.field}>
        <Select
          className={styles.input}
          value={typed.repeat}
          onChange={(_, { value }) => onTyped({ ...typed, repeat: REPEATS.find((one) => one === value) ?? 'NONE' })}
          select={{ 'data-testid': 'booking-repeat' } as object}
        >
          {REPEATS.map((one) => (
            <option key={one} value={one}>
              {t(`booking.repeat.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      {typed.repeat === 'NONE' ? null : (
        <Field label={t('booking.times')} className={styles.field} {...wrong}>
          <Input
            className={styles.input}
            type="number"
            min={2}
            max={53}
            value={typed.times}
            onChange={(_, { value }) => onTyped({ ...typed, times: value })}
            data-testid="booking-times"
          />
        </Field>
      )}
    </div>
  );
}

function useBooking({ room, day, hour, onClose }: BookingDialogProps) {
  const t = useText(roomsText);
  const notify = useNotice();
  const [typed, setTyped] = useState(() => newBooking(day, hour));
  const [problem, setProblem] = useState<BookingProblem | null>(null);
  const { mutate, isPending, error, reset } = useBookRoom();
  const change = (next: TypedBooking) => {
    setTyped(next);
    setProblem(null);
    // What was refused was another wish.
    if (error) reset();
  };
  const book = (take: 'ALL' | 'FREE') => {
    if (isPending) return;
    const read = readBooking(typed, take);
    setProblem(read.ok ? null : read.problem);
    if (!read.ok) return;
    mutate(
      { roomId: room.roomId, input: read.input },
      {
        onSuccess: ({ seriesId, booked }) => {
          const code = seriesId === null ? 'booking.done' : 'booking.done.series';
          notify({ text: t(code, { room: room.name, count: booked.length }), intent: 'success' });
          onClose();
        },
      },
    );
  };
  return { typed, change, problem, isPending, error, book };
}

interface ActionsProps {
  readonly hindered: Hindered | null;
  readonly isPending: boolean;
  readonly onClose: () => void;
  readonly onBook: (take: 'FREE') => void;
}

function Actions({ hindered, isPending, onClose, onBook }: ActionsProps) {
  const t = useText(roomsText);
  return (
    <>
      <Button onClick={onClose}>{t('booking.cancel')}</Button>
      {hindered && hindered.free > 0 ? (
        <Button onClick={() => onBook('FREE')} data-testid="booking-free-only">
          {t('booking.free.only', { count: hindered.free })}
        </Button>
      ) : null}
      <Button type="submit" appearance="primary" disabledFocusable={isPending} data-testid="booking-save">
        {t(isPending ? 'booking.busy' : 'booking.save')}
      </Button>
    </>
  );
}

export interface BookingDialogProps {
  readonly room: Room;
  readonly day: LocalDate;
  readonly hour: number;
  readonly equipment: readonly Room[];
  readonly onClose: () => void;
}

/** A room for a time, once or again and again; what stands in the way is told one by one. */
export function BookingDialog(props: BookingDialogProps) {
  const { room, equipment, onClose } = props;
  const t = useText(roomsText);
  const { typed, change, problem, isPending, error, book } = useBooking(props);
  const hindered = hinderedBy(error);
  const nameless =
    problem === 'booking.subject.missing' ? { validationMessage: t(problem), validationState: 'error' as const } : {};
  return (
    <FormDialog
      title={t('booking.title', { room: room.name })}
      testId="booking-dialog"
      {...{ isPending, onClose }}
      onSubmit={() => book('ALL')}
      actions={<Actions {...{ hindered, isPending, onClose }} onBook={book} />}
    >
      <NotBooked error={error} hindered={hindered} />
      <Field label={t('booking.subject')} required {...nameless}>
        <Input
          value={typed.subject}
          maxLength={255}
          onChange={(_, { value }) => change({ ...typed, subject: value })}
          data-testid="booking-subject"
        />
      </Field>
      <When typed={typed} problem={problem} onTyped={change} />
      <Repeat typed={typed} problem={problem} onTyped={change} />
      <RoomsField
        label={t('booking.with')}
        rooms={equipment}
        chosen={typed.with}
        onChosen={(chosen) => change({ ...typed, with: chosen })}
      />
      <Field label={t('booking.public')} hint={t('booking.public.hint')}>
        <Input
          value={typed.publicText}
          maxLength={50}
          onChange={(_, { value }) => change({ ...typed, publicText: value })}
          data-testid="booking-public"
        />
      </Field>
    </FormDialog>
  );
}
