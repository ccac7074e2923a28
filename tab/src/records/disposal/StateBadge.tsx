import { Badge, type BadgeProps } from '@fluentui/react-components';
import type { DisposalState } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { disposalText } from './text.ts';

const COLORS: Record<DisposalState, NonNullable<BadgeProps['color']>> = {
  ...{ SECTION: 'informative', RECORDS: 'informative', PROPOSED: 'brand', APPROVED: 'warning', BEGUN: 'warning' },
  ...{ EXECUTING: 'brand', DONE: 'success', DROPPED: 'subtle' },
};

export function StateBadge({ state }: { readonly state: DisposalState }) {
  const t = useText(disposalText);
  return (
    <Badge appearance="tint" color={COLORS[state]} data-testid="disposal-state">
      {t(`state.${state}`)}
    </Badge>
  );
}
