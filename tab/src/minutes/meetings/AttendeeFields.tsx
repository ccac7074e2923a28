import { Button, Checkbox, Input, Select } from '@fluentui/react-components';
import { AddRegular, DismissRegular } from '@fluentui/react-icons';
import type { AttendeeInput } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { personText } from '../../app/words.ts';
import type { Picked } from '../../approvals/acts.ts';
import { DirectoryPicker } from '../../approvals/DirectoryPicker.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { ROLES } from './kinds.ts';
import { meetingsText } from './text.ts';

interface RowProps {
  readonly attendee: AttendeeInput;
  readonly onChange: (change: Partial<AttendeeInput>) => void;
  readonly onRemove: () => void;
}

/** Of the staff the directory says who it is; of others whoever adds them. */
function Named({ attendee, onChange }: Omit<RowProps, 'onRemove'>) {
  const styles = useMinutesStyles();
  const t = useText(meetingsText);
  if (attendee.staffId !== null) return <span className={styles.grow}>{personText(attendee)}</span>;
  return (
    <>
      {(['name', 'postTitle'] as const).map((field) => (
        <Input
          key={field}
          className={styles.grow}
          aria-label={t(field === 'name' ? 'form.attendee.name' : 'form.attendee.post')}
          placeholder={t(field === 'name' ? 'form.attendee.name' : 'form.attendee.post')}
          value={attendee[field]}
          maxLength={100}
          onChange={(_, { value }) => onChange({ [field]: value })}
          data-testid={`attendee-${field}`}
        />
      ))}
    </>
  );
}

function AttendeeRow({ attendee, onChange, onRemove }: RowProps) {
  const styles = useMinutesStyles();
  const t = useText(meetingsText);
  const name = attendee.name || t('form.attendee.unnamed');
  const handleRole = (value: string) => {
    const role = ROLES.find((one) => one === value);
    if (role) onChange({ role });
  };
  return (
    <li className={styles.line} data-testid="attendee">
      <Named attendee={attendee} onChange={onChange} />
      <Select
        aria-label={t('form.attendee.role', { name })}
        value={attendee.role}
        onChange={(_, { value }) => handleRole(value)}
        data-testid="attendee-role"
      >
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {t(`role.${role}`)}
          </option>
        ))}
      </Select>
      <Checkbox
        checked={attendee.attended}
        label={t('form.attendee.attended')}
        onChange={(_, { checked }) => onChange({ attended: checked === true })}
      />
      <Button
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={t('form.remove', { what: name })}
        onClick={onRemove}
      />
    </li>
  );
}

export interface AttendeeFieldsProps {
  readonly attendees: readonly AttendeeInput[];
  readonly onAttendees: (attendees: readonly AttendeeInput[]) => void;
}

const NOBODY = { staffId: null, name: '', postTitle: '', unitName: '', role: 'MEMBER', attended: true } as const;

/** 出席者: found in the directory, or written down where somebody is not of the staff. */
export function AttendeeFields({ attendees, onAttendees }: AttendeeFieldsProps) {
  const styles = useMinutesStyles();
  const t = useText(meetingsText);
  const add = (one: Omit<AttendeeInput, 'id'>) => onAttendees([...attendees, { id: crypto.randomUUID(), ...one }]);
  const handlePicked = ([one]: readonly Picked[]) => {
    if (one && !attendees.some(({ staffId }) => staffId === one.id))
      add({ ...NOBODY, name: one.label, ...one.named, staffId: one.id });
  };
  const handleChange = (id: string, change: Partial<AttendeeInput>) =>
    onAttendees(attendees.map((one) => (one.id === id ? { ...one, ...change } : one)));
  return (
    <fieldset className={`${styles.group} ${styles.wide}`}>
      <legend className={styles.legend}>{t('form.attendees')}</legend>
      <ul className={styles.bare}>
        {attendees.map((attendee) => (
          <AttendeeRow
            key={attendee.id}
            attendee={attendee}
            onChange={(change) => handleChange(attendee.id, change)}
            onRemove={() => onAttendees(attendees.filter(({ id }) => id !== attendee.id))}
          />
        ))}
      </ul>
      <DirectoryPicker
        {...{ label: t('form.attendees.find'), kinds: STAFF, several: false, optional: true, trouble: null }}
        picked={[]}
        onPicked={handlePicked}
      />
      <div>
        <Button size="small" icon={<AddRegular />} onClick={() => add(NOBODY)} data-testid="attendee-outside">
          {t('form.attendees.outside')}
        </Button>
      </div>
    </fieldset>
  );
}

const STAFF: readonly Picked['kind'][] = ['staff'];
