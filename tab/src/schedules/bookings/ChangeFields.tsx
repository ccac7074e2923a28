import { Field, Input, MessageBar, MessageBarBody, Select, Textarea } from '@fluentui/react-components';
import type { BookingView } from '@kaigi/core/contract';
import { type LocalDate, localDateOf, parseLocalDate } from '@kaigi/core/shared';
import { useText } from '../../app/locale.ts';
import { DirectoryPicker } from '../../approvals/DirectoryPicker.tsx';
import { RoomsField } from '../rooms/RoomsField.tsx';
import { useRooms } from '../use-schedules.ts';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { type ChangeProblem, DECLINED_WISHES, type TypedChange } from './change-form.ts';
import { bookingsText } from './text.ts';
import { VisibilityField } from './VisibilityField.tsx';

interface FieldsProps {
  readonly typed: TypedChange;
  /** What its rooms have said. */
  readonly booked: BookingView['rooms'];
  readonly problem: ChangeProblem | null;
  readonly onTyped: (typed: TypedChange) => void;
}

type PartProps = Pick<FieldsProps, 'typed' | 'onTyped'>;

function When({ typed, problem, onTyped }: Omit<FieldsProps, 'booked'>) {
  const styles = useDialogStyles();
  const t = useText(bookingsText);
  const input = (name: 'day' | 'from' | 'to') => ({
    className: styles.input,
    type: name === 'day' ? ('date' as const) : ('time' as const),
    value: typed[name],
    onChange: (_: unknown, { value }: { value: string }) => onTyped({ ...typed, [name]: value }),
    'data-testid': `change-${name}`,
  });
  const wrong = problem?.startsWith('bookings.time.')
    ? { validationMessage: t(problem), validationState: 'error' as const }
    : {};
  return (
    <div className={styles.line}>
      <Field label={t('bookings.day')} required className={styles.field}>
        <Input {...input('day')} />
      </Field>
      <Field label={t('bookings.from')} required className={styles.field}>
        <Input {...input('from')} />
      </Field>
      <Field label={t('bookings.to')} required className={styles.field} {...wrong}>
        <Input {...input('to')} />
      </Field>
    </div>
  );
}

function Who({ typed, onTyped }: PartProps) {
  const styles = useDialogStyles();
  const t = useText(bookingsText);
  return (
    <div className={styles.line}>
      {(['required', 'optional'] as const).map((part) => (
        <div key={part} className={styles.field}>
          <DirectoryPicker
            label={t(`bookings.${part}`)}
            kinds={['staff']}
            several
            optional
            picked={typed[part]}
            onPicked={(picked) => onTyped({ ...typed, [part]: picked })}
            trouble={null}
          />
        </div>
      ))}
    </div>
  );
}

/** A room that declined is neither asked again nor left out unless somebody says so. */
function Declined({ typed, booked, onTyped }: PartProps & Pick<FieldsProps, 'booked'>) {
  const styles = useDialogStyles();
  const t = useText(bookingsText);
  return booked
    .filter(({ state }) => state === 'DECLINED')
    .map(({ roomId, name }) => (
      <Field key={roomId} label={t('bookings.declined.of', { room: name })} hint={t('bookings.declined.hint')}>
        <Select
          className={styles.input}
          value={typed.declined[roomId] ?? 'KEEP'}
          onChange={(_, { value }) => {
            const wish = DECLINED_WISHES.find((one) => one === value) ?? 'KEEP';
            onTyped({ ...typed, declined: { ...typed.declined, [roomId]: wish } });
          }}
          select={{ 'data-testid': 'change-declined' } as object}
        >
          {DECLINED_WISHES.map((one) => (
            <option key={one} value={one}>
              {t(`bookings.declined.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
    ));
}

function Rooms({ typed, booked, onTyped }: PartProps & Pick<FieldsProps, 'booked'>) {
  const t = useText(bookingsText);
  const day: LocalDate = parseLocalDate(typed.day) ?? localDateOf(new Date());
  const declined = new Set(booked.flatMap(({ roomId, state }) => (state === 'DECLINED' ? [roomId] : [])));
  const rooms = (useRooms(day).data?.items ?? []).filter(({ roomId }) => !declined.has(roomId));
  return (
    <RoomsField
      label={t('bookings.change.rooms')}
      rooms={rooms}
      chosen={typed.rooms}
      onChosen={(chosen) => onTyped({ ...typed, rooms: chosen })}
    />
  );
}

/** Everything of a booking that can be changed. */
export function ChangeFields({ typed, booked, problem, onTyped }: FieldsProps) {
  const t = useText(bookingsText);
  const nameless =
    problem === 'bookings.subject.missing' ? { validationMessage: t(problem), validationState: 'error' as const } : {};
  const input = (name: 'subject' | 'publicText', maxLength: number) => ({
    value: typed[name],
    maxLength,
    onChange: (_: unknown, { value }: { value: string }) => onTyped({ ...typed, [name]: value }),
    'data-testid': `change-${name}`,
  });
  return (
    <>
      {problem === 'bookings.nothing' ? (
        <MessageBar intent="info">
          <MessageBarBody>{t(problem)}</MessageBarBody>
        </MessageBar>
      ) : null}
      <Field label={t('bookings.subject')} required {...nameless}>
        <Input {...input('subject', 255)} />
      </Field>
      <When {...{ typed, problem, onTyped }} />
      <Who {...{ typed, onTyped }} />
      <Declined {...{ typed, booked, onTyped }} />
      <Rooms {...{ typed, booked, onTyped }} />
      <VisibilityField visibility={typed.visibility} onVisibility={(visibility) => onTyped({ ...typed, visibility })} />
      <Field label={t('bookings.public')} hint={t('bookings.public.hint')}>
        <Input {...input('publicText', 50)} />
      </Field>
      <Field label={t('bookings.note')}>
        <Textarea
          value={typed.note}
          maxLength={4000}
          onChange={(_, { value }) => onTyped({ ...typed, note: value })}
          textarea={{ 'data-testid': 'change-note' } as object}
        />
      </Field>
    </>
  );
}
