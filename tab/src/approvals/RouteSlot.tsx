import { Badge, mergeClasses } from '@fluentui/react-components';
import {
  CheckmarkCircleFilled,
  CircleRegular,
  CommentNoteFilled,
  DismissCircleFilled,
  ErrorCircleFilled,
  EyeRegular,
  RecordRegular,
  SubtractCircleRegular,
} from '@fluentui/react-icons';
import type { SlotStatus, SlotView } from '@kaigi/core/contract';
import type { ReactNode } from 'react';
import { useLocale, useText } from '../app/locale.ts';
import { listText } from '../app/words.ts';
import { useRouteListStyles } from './RouteList.styles.ts';
import { SlotDetails } from './SlotDetails.tsx';
import { SlotMark } from './SlotMark.tsx';
import { approvalsText } from './text.ts';

export interface RouteSlotProps {
  readonly slot: SlotView;
  readonly next: boolean;
  readonly planned: boolean;
  readonly now: number;
}

interface Look {
  readonly icon: ReactNode;
  readonly tone: 'done' | 'here' | 'bad' | null;
}

const LOOKS: Readonly<Record<SlotStatus, Look>> = {
  APPROVED: { icon: <CheckmarkCircleFilled />, tone: 'done' },
  CONSENTED: { icon: <CheckmarkCircleFilled />, tone: 'done' },
  CONSENTED_WITH_OPINION: { icon: <CommentNoteFilled />, tone: 'done' },
  DEPUTY_DECIDED: { icon: <CheckmarkCircleFilled />, tone: 'done' },
  ACTIVE: { icon: <RecordRegular />, tone: 'here' },
  OBJECTED: { icon: <ErrorCircleFilled />, tone: 'bad' },
  REJECTED: { icon: <DismissCircleFilled />, tone: 'bad' },
  SKIPPED_POST_REVIEW: { icon: <EyeRegular />, tone: null },
  WAITING: { icon: <CircleRegular />, tone: null },
  NOT_REQUIRED: { icon: <SubtractCircleRegular />, tone: null },
};

type HeadingProps = Omit<RouteSlotProps, 'now'>;

function Heading({ slot, next, planned }: HeadingProps) {
  const styles = useRouteListStyles();
  const t = useText(approvalsText);
  return (
    <span className={styles.line}>
      <span className={styles.post}>
        {slot.unitName} {slot.toSection ? '' : slot.postTitle}
      </span>
      {slot.duty === 'DECISION' ? (
        <Badge appearance="outline" color="brand">
          {t('route.decider')}
        </Badge>
      ) : null}
      {slot.duty === 'REVIEW' || slot.duty === 'DECISION' ? null : (
        <Badge appearance="outline" color="informative">
          {t(`duty.${slot.duty}`)}
        </Badge>
      )}
      {slot.status === 'ACTIVE' && !planned ? (
        <Badge appearance="filled" color="brand">
          {t('route.now')}
        </Badge>
      ) : null}
      {next && slot.status === 'WAITING' ? (
        <Badge appearance="tint" color="subtle">
          {t('route.next')}
        </Badge>
      ) : null}
    </span>
  );
}

function People({ slot }: Pick<RouteSlotProps, 'slot'>) {
  const t = useText(approvalsText);
  const locale = useLocale();
  if (slot.status === 'NOT_REQUIRED') return null;
  // Whoever passed somebody over did not act for them.
  const acted = slot.status !== 'SKIPPED_POST_REVIEW' && slot.actedBy;
  const people = acted ? [acted] : slot.holders;
  const names = people.map(({ name }) => name);
  return <span>{listText(names, locale) || t('case.vacant')}</span>;
}

export function RouteSlot({ slot, next, planned, now }: RouteSlotProps) {
  const styles = useRouteListStyles();
  const { icon, tone } = LOOKS[slot.status];
  const here = slot.status === 'ACTIVE' && !planned;
  return (
    <li
      className={styles.slot}
      data-testid="route-slot"
      data-slot-status={slot.status}
      aria-current={here ? 'step' : undefined}
    >
      <span className={mergeClasses(styles.mark, tone !== null && styles[tone])} aria-hidden>
        {icon}
      </span>
      <div className={styles.body}>
        <Heading slot={slot} next={next} planned={planned} />
        <People slot={slot} />
        <SlotMark slot={slot} planned={planned} />
        <SlotDetails slot={slot} now={now} />
        {slot.comment ? <p className={styles.comment}>{slot.comment}</p> : null}
      </div>
    </li>
  );
}
