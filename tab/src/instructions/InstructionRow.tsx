import { Badge, type BadgeProps, Link, mergeClasses } from '@fluentui/react-components';
import type { InstructionBox, InstructionView } from '@kaigi/core/contract';
import { dayText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { hashOf } from '../app/routes.ts';
import { personText } from '../app/words.ts';
import { DraftLink } from './DraftLink.tsx';
import { useInstructionStyles } from './Instructions.styles.ts';
import { instructionsText } from './text.ts';

const COLORS: Readonly<Record<InstructionView['state'], NonNullable<BadgeProps['color']>>> = {
  OPEN: 'warning',
  DRAFTED: 'brand',
  DONE: 'success',
  CANCELLED: 'subtle',
};

export function InstructionState({ state }: Pick<InstructionView, 'state'>) {
  const t = useText(instructionsText);
  return (
    <Badge appearance="tint" color={COLORS[state]} data-testid="instruction-state" data-state={state}>
      {t(`state.${state}`)}
    </Badge>
  );
}

/** By when, and how often it was sent back: what both sides look for. */
export function InstructionNumbers({ view }: { readonly view: InstructionView }) {
  const styles = useInstructionStyles();
  const t = useText(instructionsText);
  const locale = useLocale();
  const { dueOn, overdue, draft } = view;
  return (
    <>
      {dueOn ? (
        <span className={mergeClasses(styles.muted, overdue && styles.red)}>
          {t(overdue ? 'due.over' : 'due', { day: dayText(dueOn, locale) })}
        </span>
      ) : null}
      {draft ? (
        <span className={styles.muted} data-testid="instruction-returns">
          {t('returns', { count: draft.returns })}
        </span>
      ) : null}
    </>
  );
}

export function InstructionRow({ view, box }: { readonly view: InstructionView; readonly box: InstructionBox }) {
  const styles = useInstructionStyles();
  const t = useText(instructionsText);
  const who = personText(box === 'received' ? view.givenBy : view.addressee);
  return (
    <li className={styles.row} data-testid="instruction-row">
      <div className={styles.rowText}>
        <Link className={styles.purpose} href={hashOf({ page: 'instructions', id: view.id })}>
          {view.wordsGone ? t('words.gone') : view.purpose}
        </Link>
        <div className={styles.line}>
          <InstructionState state={view.state} />
          <span className={styles.muted}>{t(box === 'received' ? 'from' : 'to', { who })}</span>
          <InstructionNumbers view={view} />
        </div>
      </div>
      <DraftLink view={view} />
    </li>
  );
}
