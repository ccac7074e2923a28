import { Badge, type BadgeProps } from '@fluentui/react-components';
import type { MeetingState } from '@kaigi/core/contract';
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

export function MeetingStateBadge({ state }: { readonly state: MeetingState }) {
  const t = useText(meetingsText);
  return (
    <Badge appearance="tint" color={COLORS[state]} data-testid="meeting-state" data-state={state}>
      {t(`state.${state}`)}
    </Badge>
  );
}
