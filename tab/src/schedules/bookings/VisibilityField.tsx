import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { type BookingView, VisibilitySchema } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { bookingsText } from './text.ts';

export interface VisibilityFieldProps {
  readonly visibility: BookingView['visibility'];
  readonly onVisibility: (visibility: BookingView['visibility']) => void;
}

/** 公開・課内・非公開, and what the one chosen means. */
export function VisibilityField({ visibility, onVisibility }: VisibilityFieldProps) {
  const t = useText(bookingsText);
  return (
    <Field label={t('bookings.visibility')} hint={t(`bookings.visibility.${visibility}.why`)}>
      <RadioGroup
        layout="horizontal"
        value={visibility}
        onChange={(_, { value }) => onVisibility(VisibilitySchema.parse(value))}
      >
        {VisibilitySchema.options.map((one) => (
          <Radio
            key={one}
            value={one}
            label={t(`bookings.visibility.${one}`)}
            input={{ 'data-testid': `visibility-${one}` } as object}
          />
        ))}
      </RadioGroup>
    </Field>
  );
}
