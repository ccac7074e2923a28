import { Field, Input } from '@fluentui/react-components';
import type { RoundView } from '@kaigi/core/contract';
import { localDateOf } from '@kaigi/core/shared';
import { useText } from '../../app/locale.ts';
import { useNow } from '../../app/use-now.ts';
import { wrongToldOn } from './means.ts';
import { roundText } from './round-text.ts';

export interface ToldOnFieldProps {
  readonly round: NonNullable<RoundView['round']>;
  /** Null: nothing was chosen, which is today. */
  readonly toldOn: string | null;
  readonly onChange: (toldOn: string) => void;
}

/** The day on which somebody told it: from the day on which they were asked until today. */
export function ToldOnField({ round, toldOn, onChange }: ToldOnFieldProps) {
  const t = useText(roundText);
  const today = localDateOf(new Date(useNow()));
  const asked = localDateOf(new Date(round.askedAt));
  const day = toldOn ?? today;
  const wrong = wrongToldOn(day, { asked, today });
  return (
    <Field label={t('told.on')} {...(wrong === null ? {} : { validationMessage: t(wrong) })}>
      <Input
        {...{ type: 'date', value: day, min: asked, max: today }}
        onChange={(_, { value }) => onChange(value)}
        data-testid="told-on"
      />
    </Field>
  );
}
