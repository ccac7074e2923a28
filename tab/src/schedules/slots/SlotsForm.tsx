import { Button, Checkbox, Field, Input, Select, Spinner } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import type { RoomsView } from '@kaigi/core/contract';
import type { FormEvent } from 'react';
import { useText } from '../../app/locale.ts';
import { DirectoryPicker } from '../../approvals/DirectoryPicker.tsx';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { useWeekStyles } from '../week/Week.styles.ts';
import { Conditions } from './Conditions.tsx';
import { LENGTHS_MIN, officeKey, type SearchProblem, type TypedSearch, WAYS } from './slots-form.ts';
import { slotsText } from './text.ts';

export interface SlotsFormProps {
  readonly typed: TypedSearch;
  readonly rooms: RoomsView['items'];
  readonly problem: SearchProblem | null;
  readonly busy: boolean;
  readonly onTyped: (typed: TypedSearch) => void;
  readonly onSearch: () => void;
}

type PartProps = Pick<SlotsFormProps, 'typed' | 'onTyped' | 'problem'>;

function Who({ typed, onTyped, problem }: PartProps) {
  const styles = useDialogStyles();
  const t = useText(slotsText);
  return (
    <div className={styles.line}>
      <div className={styles.field}>
        <DirectoryPicker
          label={t('slots.required')}
          kinds={['staff']}
          several
          optional
          picked={typed.required}
          onPicked={(required) => onTyped({ ...typed, required })}
          trouble={problem === 'slots.problem.nobody' ? t(problem) : null}
        />
      </div>
      <div className={styles.field}>
        <DirectoryPicker
          label={t('slots.optional')}
          kinds={['staff']}
          several
          optional
          picked={typed.optional}
          onPicked={(optional) => onTyped({ ...typed, optional })}
          trouble={null}
        />
      </div>
    </div>
  );
}

function When({ typed, onTyped, problem }: PartProps) {
  const styles = useDialogStyles();
  const t = useText(slotsText);
  const day = (name: 'from' | 'to') => ({
    className: styles.input,
    type: 'date' as const,
    value: typed[name],
    onChange: (_: unknown, { value }: { value: string }) => onTyped({ ...typed, [name]: value }),
    'data-testid': `slots-${name}`,
  });
  const wrong =
    problem === 'slots.problem.period' ? { validationMessage: t(problem), validationState: 'error' as const } : {};
  return (
    <div className={styles.line}>
      <Field label={t('slots.minutes')} className={styles.field}>
        <Select
          className={styles.input}
          value={String(typed.minutes)}
          onChange={(_, { value }) => onTyped({ ...typed, minutes: Number(value) })}
          select={{ 'data-testid': 'slots-minutes' } as object}
        >
          {LENGTHS_MIN.map((count) => (
            <option key={count} value={count}>
              {t('slots.minutes.one', { count })}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('slots.from')} required className={styles.field}>
        <Input {...day('from')} />
      </Field>
      <Field label={t('slots.to')} required className={styles.field} {...wrong}>
        <Input {...day('to')} min={typed.from} />
      </Field>
      <Field label={t('slots.online')} className={styles.field}>
        <Select
          className={styles.input}
          value={typed.online}
          onChange={(_, { value }) => onTyped({ ...typed, online: WAYS.find((one) => one === value) ?? 'auto' })}
          select={{ 'data-testid': 'slots-online' } as object}
        >
          {WAYS.map((way) => (
            <option key={way} value={way}>
              {t(`slots.online.${way}`)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}

function Rooms({ typed, rooms, onTyped }: Pick<SlotsFormProps, 'typed' | 'rooms' | 'onTyped'>) {
  const styles = useDialogStyles();
  const t = useText(slotsText);
  const offices = new Map(rooms.filter(({ kind }) => kind === 'ROOM').map((room) => [officeKey(room), room]));
  const chosen = (office: string, checked: boolean) =>
    checked ? [...typed.offices, office] : typed.offices.filter((one) => one !== office);
  if (offices.size === 0) return null;
  return (
    <fieldset className={styles.group}>
      <legend>{t('slots.rooms')}</legend>
      {[...offices].map(
        ([
          office,
          {
            office: { name },
            officeKnown,
          },
        ]) => (
          <Checkbox
            key={office}
            label={t(officeKnown ? 'slots.rooms.office' : 'slots.rooms.building', { office: name })}
            checked={typed.offices.includes(office)}
            onChange={(_, { checked }) => onTyped({ ...typed, offices: chosen(office, checked === true) })}
          />
        ),
      )}
    </fieldset>
  );
}

/** Who, how long, when, where. */
export function SlotsForm({ typed, rooms, problem, busy, onTyped, onSearch }: SlotsFormProps) {
  const week = useWeekStyles();
  const t = useText(slotsText);
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    onSearch();
  };
  return (
    <form className={week.card} noValidate onSubmit={handleSubmit} aria-label={t('slots.title')}>
      <Who {...{ typed, onTyped, problem }} />
      <When {...{ typed, onTyped, problem }} />
      <Conditions {...{ typed, onTyped }} />
      <Rooms {...{ typed, rooms, onTyped }} />
      <span>
        <Button
          type="submit"
          appearance="primary"
          icon={busy ? <Spinner size="tiny" /> : <SearchRegular />}
          disabledFocusable={busy}
          data-testid="slots-search"
        >
          {t(busy ? 'slots.busy' : 'slots.search')}
        </Button>
      </span>
    </form>
  );
}
