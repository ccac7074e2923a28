import { Field, Select } from '@fluentui/react-components';
import type { BookingPapers } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { personText } from '../../app/words.ts';
import { usePapersStyles } from './Papers.styles.ts';
import { bookingPapersText } from './text.ts';

type Person = BookingPapers['people'][number];

export interface PersonSelectProps {
  readonly label: string;
  /** Those who take part. */
  readonly people: readonly Person[];
  /** Who it was until now, who may take part no more. */
  readonly known: Person | null;
  readonly value: string;
  readonly problem: string | null;
  readonly onPicked: (staffId: string) => void;
  readonly testId: string;
}

/** One of those who take part, or nobody. */
export function PersonSelect({ label, people, known, value, problem, onPicked, testId }: PersonSelectProps) {
  const styles = usePapersStyles();
  const t = useText(bookingPapersText);
  const isStranger = known !== null && known.staffId === value && !people.some(({ staffId }) => staffId === value);
  return (
    <Field label={label} {...(problem ? { validationMessage: problem, validationState: 'error' as const } : {})}>
      <Select
        className={styles.full}
        value={value}
        onChange={(_, { value: picked }) => onPicked(picked)}
        select={{ 'data-testid': testId } as object}
      >
        <option value="">{t('plan.nobody')}</option>
        {isStranger ? <option value={value}>{t('plan.stranger', { name: known.name })}</option> : null}
        {people.map((person) => (
          <option key={person.staffId} value={person.staffId}>
            {personText(person)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
