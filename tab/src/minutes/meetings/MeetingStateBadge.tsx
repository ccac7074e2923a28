import { Badge, type BadgeProps } from '@fluentui/react-components';
import type { MeetingState, MeetingView } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { meetingsText } from './text.ts';

const COLORS: Readonly<Record<MeetingState, NonNullable<BadgeProps['color']>>> = {
  PLANNED: 'informative',
  WRITING: 'brand',
  CONFIRMING: 'warning',
  SIGNING: 'warning',
  DECIDING: 'warning',
  FINAL: 'success',
  CANCELLED: 'subtle',
};

interface MeetingStateBadgeProps {
  readonly state: MeetingState;
  /** Where it is known what comes next: minutes that all have signed wait for no signature, also when they were sent back. */
  readonly next?: MeetingView['next'];
}

export function MeetingStateBadge({ state, next = null }: MeetingStateBadgeProps) {
  const t = useText(meetingsText);
  const isSigned = state === 'SIGNING' && next !== null && next !== 'SIGNING';
  return (
    <Badge appearance="tint" color={COLORS[state]} data-testid="meeting-state" data-state={state}>
      {t(isSigned ? 'state.SIGNED' : `state.${state}`)}
    </Badge>
  );
}
