import { Button, Field, Input, MessageBar, MessageBarBody, Textarea } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import type { YearlyItemView, YearlyView } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import type { YearlyOrder } from '../../api/yearly.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { RuleFields, type YearlyFieldsProps } from './RuleFields.tsx';
import { yearlyText } from './text.ts';
import { useYearlyOrder } from './use-yearly.ts';
import { NEW_YEARLY, readYearly, retyped, type TypedYearly, typedOf, type YearlyProblem } from './yearly-form.ts';

interface LineProps extends YearlyFieldsProps {
  readonly name: 'title' | 'date' | 'days' | 'before';
  readonly type?: 'date' | 'number';
  readonly hint?: string;
}

function Line({ name, type, hint, typed, problem, onTyped }: LineProps) {
  const styles = useDialogStyles();
  const t = useText(yearlyText);
  const wrong = problem?.startsWith(`yearly.field.${name}.`)
    ? { validationMessage: t(problem), validationState: 'error' as const }
    : {};
  return (
    <Field label={t(`yearly.field.${name}`)} hint={hint ?? null} className={styles.field} {...wrong}>
      <Input
        className={styles.input}
        type={type ?? 'text'}
        value={typed[name]}
        maxLength={100}
        onChange={(_, { value }) => onTyped({ [name]: value })}
        data-testid={`yearly-${name}`}
      />
    </Field>
  );
}

function Fields(props: YearlyFieldsProps) {
  const { typed, onTyped } = props;
  const styles = useDialogStyles();
  const t = useText(yearlyText);
  const hint = typed.kind === 'BY_HAND' ? {} : { hint: t('yearly.field.date.hint') };
  return (
    <>
      <Line name="title" {...props} />
      <RuleFields {...props} />
      <div className={styles.line}>
        <Line name="date" type="date" {...hint} {...props} />
        <Line name="days" type="number" {...props} />
        <Line name="before" type="number" hint={t('yearly.field.before.hint')} {...props} />
      </div>
      <Field label={t('yearly.field.note')}>
        <Textarea
          value={typed.note}
          maxLength={1000}
          onChange={(_, { value }) => onTyped({ note: value })}
          textarea={{ 'data-testid': 'yearly-note' } as object}
        />
      </Field>
    </>
  );
}

function useItem({ view, item, onClose }: ItemDialogProps) {
  const t = useText(yearlyText);
  const notify = useNotice();
  const [typed, setTyped] = useState<TypedYearly>(() => (item === null ? NEW_YEARLY : typedOf(item)));
  const [problem, setProblem] = useState<YearlyProblem | null>(null);
  const { mutate, isPending, error } = useYearlyOrder();
  const order = (wish: YearlyOrder, title: string) => {
    if (isPending) return;
    mutate(wish, {
      onSuccess: () => {
        notify({ text: t(wish.to === 'remove' ? 'yearly.removed' : 'yearly.saved', { title }), intent: 'success' });
        onClose();
      },
    });
  };
  const save = () => {
    const read = readYearly(typed);
    setProblem(read.ok ? null : read.problem);
    if (!read.ok) return;
    const { said } = read;
    const whose = { unit: view.unit.unitId, year: view.fiscalYear };
    if (item === null) order({ to: 'add', input: { ...said, ...whose } }, said.title);
    else order({ to: 'change', id: item.itemId, input: { ...said, version: item.version } }, said.title);
  };
  const remove = ({ itemId, version, title }: YearlyItemView) => order({ to: 'remove', id: itemId, version }, title);
  const change = (next: Partial<TypedYearly>) => {
    setTyped((before) => retyped(before, next));
    setProblem(null);
  };
  return { typed, change, problem, isPending, error, save, remove };
}

/** Pressed once it asks, pressed again it does. */
function RemoveButton({ onRemove }: { readonly onRemove: () => void }) {
  const styles = useDialogStyles();
  const t = useText(yearlyText);
  const [sure, setSure] = useState(false);
  return (
    <Button
      className={styles.removal}
      icon={<DeleteRegular />}
      onClick={() => (sure ? onRemove() : setSure(true))}
      data-testid="yearly-remove"
    >
      {t(sure ? 'yearly.remove.sure' : 'yearly.remove')}
    </Button>
  );
}

export interface ItemDialogProps {
  readonly view: YearlyView;
  /** null: a new one. */
  readonly item: YearlyItemView | null;
  readonly onClose: () => void;
}

/** One 行事: what, by which rule, and on which day of this year. */
export function ItemDialog(props: ItemDialogProps) {
  const { item, onClose } = props;
  const t = useText(yearlyText);
  const locale = useLocale();
  const { typed, change, problem, isPending, error, save, remove } = useItem(props);
  return (
    <FormDialog
      title={t(item === null ? 'yearly.new' : 'yearly.edit')}
      testId="yearly-dialog"
      isPending={isPending}
      onClose={onClose}
      onSubmit={save}
      actions={
        <>
          {item === null ? null : <RemoveButton onRemove={() => remove(item)} />}
          <Button onClick={onClose}>{t('yearly.close')}</Button>
          <Button type="submit" appearance="primary" disabledFocusable={isPending} data-testid="yearly-save">
            {t(isPending ? 'yearly.busy' : 'yearly.save')}
          </Button>
        </>
      }
    >
      {error ? (
        <MessageBar intent="error" layout="multiline" data-testid="yearly-refused">
          <MessageBarBody>
            {t('yearly.failed')} {errorWords(error, locale).sentence}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      <Fields typed={typed} problem={problem} onTyped={change} />
    </FormDialog>
  );
}
