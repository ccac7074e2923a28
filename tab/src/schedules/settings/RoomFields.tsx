import { Field, Input, Select, Textarea } from '@fluentui/react-components';
import type { RoomsView } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { DirectoryPicker } from '../../approvals/DirectoryPicker.tsx';
import type { Room } from '../rooms/room-rows.ts';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import type { RoomProblem, TypedRoom } from './room-form.ts';
import { settingsText } from './text.ts';

export interface RoomFieldsProps {
  readonly typed: TypedRoom;
  readonly problem: RoomProblem | null;
  readonly room: Room | null;
  readonly offices: RoomsView['offices'];
  readonly onTyped: (typed: TypedRoom) => void;
}

type Written = 'name' | 'floor' | 'capacity' | 'equipment' | 'publicText';

const inputOf = ({ typed, onTyped }: RoomFieldsProps, name: Written, maxLength: number) => ({
  value: typed[name],
  maxLength,
  onChange: (_: unknown, { value }: { value: string }) => onTyped({ ...typed, [name]: value }),
  'data-testid': `room-${name}`,
});

const KINDS = ['ROOM', 'EQUIPMENT'] as const;

function Kind({ typed, onTyped }: RoomFieldsProps) {
  const styles = useDialogStyles();
  const t = useText(settingsText);
  return (
    <Field label={t('admin.room.kind')} className={styles.field}>
      <Select
        className={styles.input}
        value={typed.kind}
        onChange={(_, { value }) => onTyped({ ...typed, kind: KINDS.find((one) => one === value) ?? 'ROOM' })}
        select={{ 'data-testid': 'room-kind' } as object}
      >
        {KINDS.map((one) => (
          <option key={one} value={one}>
            {t(`admin.room.${one}`)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** Of one in Outlook it is said here too, where Outlook does not say it well enough. */
function Office({ typed, room, offices, onTyped }: RoomFieldsProps) {
  const styles = useDialogStyles();
  const t = useText(settingsText);
  // What it is now stays to be chosen: a building of nobody's office, or an office that is one no more.
  const now = room && !offices.some(({ code }) => code === room.office.code) ? room : null;
  return (
    <Field
      label={t('admin.room.office')}
      className={styles.field}
      {...(room?.source === 'GRAPH' ? { hint: t('admin.room.office.hint') } : {})}
    >
      <Select
        className={styles.input}
        value={typed.office}
        onChange={(_, { value }) => onTyped({ ...typed, office: value })}
        select={{ 'data-testid': 'room-office' } as object}
      >
        {now ? (
          <option value={now.office.code ?? 'main'}>
            {now.officeKnown ? now.office.name : t('admin.room.office.unknown', { building: now.office.name })}
          </option>
        ) : null}
        {offices.map(({ code, name }) => (
          <option key={code ?? 'main'} value={code ?? 'main'}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function Place(props: RoomFieldsProps) {
  const styles = useDialogStyles();
  const t = useText(settingsText);
  return (
    <div className={styles.line}>
      {props.room ? null : <Kind {...props} />}
      <Office {...props} />
      <Field label={t('admin.room.floor')} className={styles.field}>
        <Input className={styles.input} {...inputOf(props, 'floor', 50)} />
      </Field>
    </div>
  );
}

/** What Outlook would say of a room, were it there. */
function Own(props: RoomFieldsProps) {
  const { problem } = props;
  const styles = useDialogStyles();
  const t = useText(settingsText);
  const wrong = (of: RoomProblem) =>
    problem === of ? { validationMessage: t(of), validationState: 'error' as const } : {};
  return (
    <>
      <Field label={t('admin.room.name')} required {...wrong('admin.room.name.missing')}>
        <Input {...inputOf(props, 'name', 100)} />
      </Field>
      <Place {...props} />
      <div className={styles.line}>
        <Field label={t('admin.room.capacity')} className={styles.field} {...wrong('admin.room.capacity.wrong')}>
          <Input className={styles.input} inputMode="numeric" {...inputOf(props, 'capacity', 3)} />
        </Field>
        <Field
          label={t('admin.room.equipment')}
          hint={t('admin.room.equipment.hint')}
          className={styles.field}
          {...wrong('admin.room.equipment.wrong')}
        >
          <Input className={styles.input} {...inputOf(props, 'equipment', 1000)} />
        </Field>
      </div>
    </>
  );
}

export function RoomFields(props: RoomFieldsProps) {
  const { typed, room, onTyped } = props;
  const t = useText(settingsText);
  return (
    <>
      {room?.source === 'GRAPH' ? <Office {...props} /> : <Own {...props} />}
      <Field label={t('admin.room.notes')} hint={t('admin.room.notes.hint')}>
        <Textarea
          value={typed.notes}
          maxLength={1000}
          onChange={(_, { value }) => onTyped({ ...typed, notes: value })}
          textarea={{ 'data-testid': 'room-notes' } as object}
        />
      </Field>
      <Field label={t('admin.room.public')} hint={t('admin.room.public.hint')}>
        <Input {...inputOf(props, 'publicText', 50)} />
      </Field>
      <DirectoryPicker
        label={t('admin.room.administrators')}
        kinds={['staff']}
        several
        optional
        picked={typed.administrators}
        onPicked={(administrators) => onTyped({ ...typed, administrators })}
        trouble={null}
      />
    </>
  );
}
