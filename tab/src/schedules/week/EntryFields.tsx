import { Checkbox, Field, Input, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { EntryStatusSchema, VisibilitySchema } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { useDialogStyles } from './Dialogs.styles.ts';
import type { EntryProblem, TypedEntry } from './entry-form.ts';
import { weekText } from './text.ts';

interface FieldsProps {
  readonly typed: TypedEntry;
  readonly problem: EntryProblem | null;
  readonly onTyped: (typed: TypedEntry) => void;
}

function When({ typed, problem, onTyped }: FieldsProps) {
  const styles = useDialogStyles();
  const t = useText(weekText);
  const { allDay } = typed;
  const wrong = (...codes: EntryProblem[]) =>
    problem && codes.includes(problem) ? { validationMessage: t(problem), validationState: 'error' as const } : {};
  const input = (name: 'fromDay' | 'fromTime' | 'toDay' | 'toTime') => ({
    className: styles.input,
    type: name.endsWith('Day') ? ('date' as const) : ('time' as const),
    value: typed[name],
    onChange: (_: unknown, { value }: { value: string }) => {
      // The last day follows the first one, so that one day is typed once.
      const follows = name === 'fromDay' && (typed.toDay < value || typed.toDay === typed.fromDay);
      onTyped({ ...typed, [name]: value, ...(follows ? { toDay: value } : {}) });
    },
    'data-testid': `entry-${name}`,
  });
  return (
    <>
      <Checkbox
        checked={allDay}
        label={t('entry.allDay')}
        onChange={(_, { checked }) => onTyped({ ...typed, allDay: checked === true })}
        input={{ 'data-testid': 'entry-allDay' } as object}
      />
      <div className={styles.line}>
        <Field label={t('entry.day')} required className={styles.field} {...wrong('entry.day.missing')}>
          <Input {...input('fromDay')} />
        </Field>
        {allDay ? null : (
          <Field label={t('entry.from')} required className={styles.field} {...wrong('entry.time.missing')}>
            <Input {...input('fromTime')} />
          </Field>
        )}
      </div>
      <div className={styles.line}>
        <Field
          label={t('entry.until')}
          required
          className={styles.field}
          {...wrong(...(allDay ? (['entry.time.order'] as const) : []))}
        >
          <Input {...input('toDay')} min={typed.fromDay} />
        </Field>
        {allDay ? null : (
          <Field label={t('entry.to')} required className={styles.field} {...wrong('entry.time.order')}>
            <Input {...input('toTime')} />
          </Field>
        )}
      </div>
    </>
  );
}

function WhoReads({ typed, onTyped }: Omit<FieldsProps, 'problem'>) {
  const t = useText(weekText);
  return (
    <Field label={t('week.visibility')} hint={t(`week.visibility.${typed.visibility}.why`)}>
      <RadioGroup
        layout="horizontal"
        value={typed.visibility}
        onChange={(_, { value }) => onTyped({ ...typed, visibility: VisibilitySchema.parse(value) })}
      >
        {VisibilitySchema.options.map((one) => (
          <Radio
            key={one}
            value={one}
            label={t(`week.visibility.${one}`)}
            input={{ 'data-testid': `entry-${one}` } as object}
          />
        ))}
      </RadioGroup>
    </Field>
  );
}

/** What, when, where, and who may read it. */
export function EntryFields({ typed, problem, onTyped }: FieldsProps) {
  const styles = useDialogStyles();
  const t = useText(weekText);
  const input = (name: 'subject' | 'place' | 'category', maxLength: number) => ({
    value: typed[name],
    maxLength,
    onChange: (_: unknown, { value }: { value: string }) => onTyped({ ...typed, [name]: value }),
    'data-testid': `entry-${name}`,
  });
  const nameless =
    problem === 'entry.subject.missing' ? { validationMessage: t(problem), validationState: 'error' as const } : {};
  return (
    <>
      <Field label={t('entry.subject')} required {...nameless}>
        <Input {...input('subject', 200)} />
      </Field>
      <When typed={typed} problem={problem} onTyped={onTyped} />
      <Field label={t('entry.place')}>
        <Input {...input('place', 200)} />
      </Field>
      <WhoReads typed={typed} onTyped={onTyped} />
      <div className={styles.line}>
        <Field label={t('week.status')} className={styles.field}>
          <Select
            className={styles.input}
            value={typed.status}
            onChange={(_, { value }) => onTyped({ ...typed, status: EntryStatusSchema.parse(value) })}
            select={{ 'data-testid': 'entry-status' } as object}
          >
            {EntryStatusSchema.options.map((one) => (
              <option key={one} value={one}>
                {t(`week.status.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('entry.category')} hint={t('entry.category.hint')} className={styles.field}>
          <Input {...input('category', 50)} />
        </Field>
      </div>
    </>
  );
}
