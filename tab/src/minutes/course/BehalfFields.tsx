import { Field, Select } from '@fluentui/react-components';
import type { Means, RoundPersonView, RoundView, SuggestInput } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { MeansField } from './MeansField.tsx';
import { roundText } from './round-text.ts';
import { ToldOnField } from './ToldOnField.tsx';

export type Behalf = NonNullable<SuggestInput['behalf']>;

export interface BehalfFieldsProps {
  /** Who was asked by other means, and told somebody. */
  readonly people: readonly RoundPersonView[];
  readonly round: NonNullable<RoundView['round']>;
  /** Null: the wish is one's own. */
  readonly behalf: Behalf | null;
  readonly onChange: (behalf: Behalf | null) => void;
}

/** Whose wish it is: one's own, or of somebody who told it on paper or on the telephone. */
export function BehalfFields({ people, round, behalf, onChange }: BehalfFieldsProps) {
  const t = useText(roundText);
  if (people.length === 0) return null;
  const means: Means = behalf?.means ?? 'PAPER';
  return (
    <>
      <Field label={t('behalf.who')}>
        <Select
          value={behalf?.attendeeId ?? ''}
          onChange={(_, { value }) => onChange(value === '' ? null : { ...behalf, attendeeId: value, means })}
          data-testid="behalf-who"
        >
          <option value="">{t('behalf.own')}</option>
          {people.map(({ attendeeId, name, postTitle }) => (
            <option key={attendeeId} value={attendeeId}>
              {`${name} ${postTitle}`.trim()}
            </option>
          ))}
        </Select>
      </Field>
      {behalf ? (
        <>
          <MeansField
            {...{ label: t('behalf.means'), hint: t('behalf.hint'), means: behalf.means, testId: 'behalf-means' }}
            onChange={(chosen) => onChange({ ...behalf, means: chosen })}
          />
          <ToldOnField
            {...{ round, toldOn: behalf.toldOn ?? null }}
            onChange={(toldOn) => onChange({ ...behalf, toldOn })}
          />
        </>
      ) : null}
    </>
  );
}
