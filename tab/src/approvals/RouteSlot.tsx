import { Badge, mergeClasses } from '@fluentui/react-components';
import {
  ArrowCircleLeftFilled,
  CheckmarkCircleFilled,
  CircleRegular,
  RecordRegular,
  SubtractCircleRegular,
} from '@fluentui/react-icons';
import type { SlotStatus } from '@kaigi/core/contract';
import type { ReactNode } from 'react';
import { elapsedText, whenText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { listText } from '../app/words.ts';
import { useRouteListStyles } from './RouteList.styles.ts';
import { type RouteStep, slotState } from './route-progress.ts';
import { approvalsText } from './text.ts';

export interface RouteSlotProps {
  readonly step: RouteStep;
  readonly planned: boolean;
  readonly now: number;
}

const MARKS: Readonly<Record<SlotStatus, ReactNode>> = {
  APPROVED: <CheckmarkCircleFilled />,
  ACTIVE: <RecordRegular />,
  WAITING: <CircleRegular />,
  SENT_BACK: <ArrowCircleLeftFilled />,
  NOT_REQUIRED: <SubtractCircleRegular />,
};

function SlotPeople({ step: { slot } }: Pick<RouteSlotProps, 'step'>) {
  const t = useText(approvalsText);
  const locale = useLocale();
  const people = slot.actedBy ? [slot.actedBy] : slot.holders;
  if (people.length === 0) return <span>{t('case.vacant')}</span>;
  return (
    <span>
      {listText(
        people.map((person) => person.name),
        locale,
      )}
    </span>
  );
}

function SlotTime({ step: { slot }, now }: Pick<RouteSlotProps, 'step' | 'now'>) {
  const styles = useRouteListStyles();
  const t = useText(approvalsText);
  const locale = useLocale();
  if (slot.actedAt) {
    const acted = `${t(`slot.${slotState(slot)}`)} ${whenText(slot.actedAt, locale)}`;
    return <span className={styles.small}>{acted}</span>;
  }
  if (slot.status !== 'ACTIVE' || !slot.activeSince) return null;
  const elapsed = elapsedText(slot.activeSince, now, locale);
  const since = t('case.holder.since', { when: whenText(slot.activeSince, locale), elapsed });
  return <span className={styles.small}>{since}</span>;
}

export function RouteSlot({ step, planned, now }: RouteSlotProps) {
  const styles = useRouteListStyles();
  const t = useText(approvalsText);
  const { slot } = step;
  const tone = { APPROVED: styles.done, ACTIVE: styles.here, SENT_BACK: styles.back, WAITING: '', NOT_REQUIRED: '' };
  const here = slot.status === 'ACTIVE' && !planned;
  const unsaid = !slot.actedAt && slot.status !== 'ACTIVE' && !planned;
  return (
    <li
      className={styles.slot}
      data-testid="route-slot"
      data-slot-status={slot.status}
      aria-current={here ? 'step' : undefined}
    >
      <span className={mergeClasses(styles.mark, tone[slot.status])} aria-hidden>
        {MARKS[slot.status]}
      </span>
      <div className={styles.body}>
        <span className={styles.line}>
          <span className={styles.post}>
            {slot.unitName} {slot.postTitle}
          </span>
          {slot.duty === 'DECISION' ? (
            <Badge appearance="outline" color="brand">
              {t('route.decider')}
            </Badge>
          ) : null}
          {here ? (
            <Badge appearance="filled" color="brand">
              {t('route.now')}
            </Badge>
          ) : null}
          {step.next ? (
            <Badge appearance="tint" color="subtle">
              {t('route.next')}
            </Badge>
          ) : null}
          {step.together ? <span className={styles.small}>{t('route.together')}</span> : null}
        </span>
        <SlotPeople step={step} />
        {unsaid ? <span className={styles.small}>{t(`slot.${slot.status}`)}</span> : null}
        <SlotTime step={step} now={now} />
        {slot.comment ? <p className={styles.comment}>{slot.comment}</p> : null}
      </div>
    </li>
  );
}
