import { Button, Field, Input } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular, DeleteRegular } from '@fluentui/react-icons';
import type { BookingPapers } from '@kaigi/core/contract';
import type { ReactElement } from 'react';
import { useText } from '../../app/locale.ts';
import type { AgendaProblem, TypedItem } from './agenda-form.ts';
import { usePapersStyles } from './Papers.styles.ts';
import { PersonSelect } from './PersonSelect.tsx';
import { bookingPapersText } from './text.ts';

export interface ItemFieldsProps {
  readonly papers: BookingPapers;
  readonly item: TypedItem;
  readonly at: number;
  readonly isLast: boolean;
  readonly problem: AgendaProblem | null;
  readonly onTyped: (item: TypedItem) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

function Buttons({ at, isLast, onMove, onRemove }: ItemFieldsProps) {
  const styles = usePapersStyles();
  const t = useText(bookingPapersText);
  const n = at + 1;
  const button = (label: string, icon: ReactElement, act: (() => void) | null) => (
    <Button
      appearance="subtle"
      {...{ icon, title: label, 'aria-label': label }}
      disabledFocusable={act === null}
      onClick={() => act?.()}
    />
  );
  return (
    <span className={styles.typedButtons}>
      {button(t('plan.up', { n }), <ArrowUpRegular />, at > 0 ? () => onMove(at - 1) : null)}
      {button(t('plan.down', { n }), <ArrowDownRegular />, isLast ? null : () => onMove(at + 1))}
      {button(t('plan.remove', { n }), <DeleteRegular />, onRemove)}
    </span>
  );
}

/** 議題: its title, who speaks to it, and how long. */
export function ItemFields(props: ItemFieldsProps) {
  const { papers, item, at, problem, onTyped } = props;
  const styles = usePapersStyles();
  const t = useText(bookingPapersText);
  const wrong = (about: AgendaProblem) =>
    problem === about ? { validationMessage: t(problem), validationState: 'error' as const } : {};
  const n = at + 1;
  return (
    <fieldset className={styles.typedItem} aria-label={t('plan.item', { n })} data-testid="plan-item">
      <Field label={t('plan.item.name', { n })} required {...wrong('plan.problem.title')}>
        <Input
          className={styles.full}
          value={item.title}
          maxLength={200}
          onChange={(_, { value }) => onTyped({ ...item, title: value })}
          data-testid="plan-item-title"
        />
      </Field>
      <PersonSelect
        label={t('plan.item.owner')}
        people={papers.people}
        known={papers.agenda.find(({ id }) => id === item.id)?.owner ?? null}
        value={item.ownerId}
        problem={problem === 'plan.problem.stranger' ? t(problem) : null}
        onPicked={(ownerId) => onTyped({ ...item, ownerId })}
        testId="plan-item-owner"
      />
      <Field label={t('plan.item.minutes')} {...wrong('plan.problem.minutes')}>
        <Input
          className={styles.full}
          inputMode="numeric"
          value={item.minutes}
          maxLength={3}
          onChange={(_, { value }) => onTyped({ ...item, minutes: value })}
          data-testid="plan-item-minutes"
        />
      </Field>
      <Buttons {...props} />
    </fieldset>
  );
}
