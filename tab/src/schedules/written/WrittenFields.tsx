import { Button, Field, Input, Textarea } from '@fluentui/react-components';
import { AddRegular, DismissRegular } from '@fluentui/react-icons';
import { useText } from '../../app/locale.ts';
import { DirectoryPicker } from '../../approvals/DirectoryPicker.tsx';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { writtenText } from './text.ts';
import type { TypedWritten, WrittenProblem } from './written-form.ts';

export interface WrittenFieldsProps {
  readonly typed: TypedWritten;
  readonly problem: WrittenProblem | null;
  readonly onTyped: (typed: TypedWritten) => void;
}

const MOST_ITEMS = 10;

/** As a validation message, where it is about this field. */
export function useWrong(problem: WrittenProblem | null) {
  const t = useText(writtenText);
  return (about: WrittenProblem) =>
    problem === about ? { validationMessage: t(problem), validationState: 'error' as const } : {};
}

export function When({ typed, problem, onTyped }: WrittenFieldsProps) {
  const styles = useDialogStyles();
  const t = useText(writtenText);
  const wrong = useWrong(problem);
  const input = (name: 'opensDay' | 'opensTime' | 'closesDay' | 'closesTime') => ({
    className: styles.input,
    type: name.endsWith('Day') ? ('date' as const) : ('time' as const),
    value: typed[name],
    onChange: (_: unknown, { value }: { value: string }) => onTyped({ ...typed, [name]: value }),
    'data-testid': `written-${name}`,
  });
  return (
    <div className={styles.line}>
      <Field label={t('written.form.opens.day')} required className={styles.field}>
        <Input {...input('opensDay')} />
      </Field>
      <Field label={t('written.form.opens.time')} required className={styles.field}>
        <Input {...input('opensTime')} />
      </Field>
      <Field label={t('written.form.closes.day')} required className={styles.field} {...wrong('written.problem.times')}>
        <Input {...input('closesDay')} />
      </Field>
      <Field label={t('written.form.closes.time')} required className={styles.field}>
        <Input {...input('closesTime')} />
      </Field>
    </div>
  );
}

export function Who({ typed, problem, onTyped }: WrittenFieldsProps) {
  const styles = useDialogStyles();
  const t = useText(writtenText);
  const wrong = useWrong(problem);
  return (
    <div className={styles.line}>
      <div className={styles.field}>
        <DirectoryPicker
          label={t('written.form.participants')}
          kinds={['staff']}
          several
          picked={typed.participants}
          onPicked={(participants) => onTyped({ ...typed, participants })}
          trouble={problem === 'written.problem.nobody' ? t(problem) : null}
        />
      </div>
      <Field label={t('written.form.quorum')} required {...wrong('written.problem.quorum')}>
        <Input
          type="number"
          min={1}
          max={100}
          value={typed.quorum}
          onChange={(_, { value }) => onTyped({ ...typed, quorum: value })}
          data-testid="written-quorum"
        />
      </Field>
    </div>
  );
}

export function Items({ typed, problem, onTyped }: WrittenFieldsProps) {
  const styles = useDialogStyles();
  const t = useText(writtenText);
  const wrong = useWrong(problem);
  const put = (at: number, more: Partial<TypedWritten['items'][number]>) =>
    onTyped({ ...typed, items: typed.items.map((item, n) => (n === at ? { ...item, ...more } : item)) });
  return (
    <div className={styles.stack}>
      {typed.items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a matter is what stands at its place
        <div key={at} className={styles.stack}>
          <Field label={t('written.form.item', { n: at + 1 })} required>
            <Input
              value={item.title}
              maxLength={200}
              onChange={(_, { value }) => put(at, { title: value })}
              data-testid="written-item"
            />
          </Field>
          <Field label={t('written.form.proposal', { n: at + 1 })} required {...wrong('written.problem.items')}>
            <Textarea
              value={item.proposal}
              maxLength={2000}
              onChange={(_, { value }) => put(at, { proposal: value })}
              data-testid="written-proposal"
            />
          </Field>
          {typed.items.length > 1 ? (
            <span>
              <Button
                appearance="subtle"
                icon={<DismissRegular />}
                onClick={() => onTyped({ ...typed, items: typed.items.filter((_, n) => n !== at) })}
                data-testid="written-item-remove"
              >
                {t('written.form.remove', { n: at + 1 })}
              </Button>
            </span>
          ) : null}
        </div>
      ))}
      <span>
        <Button
          icon={<AddRegular />}
          disabledFocusable={typed.items.length >= MOST_ITEMS}
          onClick={() => onTyped({ ...typed, items: [...typed.items, { title: '', proposal: '' }] })}
        >
          {t('written.form.add')}
        </Button>
      </span>
    </div>
  );
}
