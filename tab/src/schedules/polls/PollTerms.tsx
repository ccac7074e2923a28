import { Checkbox, Field, Select } from '@fluentui/react-components';
import type { RoomsView } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { VisibilityField } from '../bookings/VisibilityField.tsx';
import { RoomsField } from '../rooms/RoomsField.tsx';
import { WAYS } from '../slots/slots-form.ts';
import { slotsText } from '../slots/text.ts';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import type { PollFieldsProps } from './PollFields.tsx';
import { pollsText } from './text.ts';

type PollTermsProps = Omit<PollFieldsProps, 'problem'> & { readonly rooms: RoomsView['items'] };

/** Where, who may read it, and whether it is booked by itself. */
export function PollTerms({ typed, onTyped, rooms }: PollTermsProps) {
  const styles = useDialogStyles();
  const t = useText(pollsText);
  const slots = useText(slotsText);
  return (
    <>
      <RoomsField
        label={t('poll.form.rooms')}
        rooms={rooms}
        chosen={typed.rooms}
        onChosen={(chosen) => onTyped({ ...typed, rooms: chosen })}
      />
      <div className={styles.line}>
        <Field label={slots('slots.online')} className={styles.field}>
          <Select
            className={styles.input}
            value={typed.online}
            onChange={(_, { value }) => onTyped({ ...typed, online: WAYS.find((one) => one === value) ?? 'auto' })}
            select={{ 'data-testid': 'poll-online' } as object}
          >
            {WAYS.map((way) => (
              <option key={way} value={way}>
                {slots(`slots.online.${way}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <VisibilityField visibility={typed.visibility} onVisibility={(visibility) => onTyped({ ...typed, visibility })} />
      <Checkbox
        label={t('poll.form.autoBook')}
        checked={typed.autoBook}
        onChange={(_, { checked }) => onTyped({ ...typed, autoBook: checked === true })}
        data-testid="poll-auto"
      />
    </>
  );
}
