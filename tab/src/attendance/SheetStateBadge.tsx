import { Badge, type BadgeProps } from '@fluentui/react-components';
import type { SheetState } from '@kaigi/core/contract';
import { useText } from '../app/locale.ts';
import { attendanceText } from './text.ts';

const COLORS: Readonly<Record<SheetState, NonNullable<BadgeProps['color']>>> = {
  OPEN: 'informative',
  CONFIRMED: 'success',
  CHANGED: 'warning',
  CLOSING: 'brand',
  CLOSED: 'brand',
  CLOSED_CHANGED: 'danger',
};

export function SheetStateBadge({ state }: { readonly state: SheetState }) {
  const t = useText(attendanceText);
  return (
    <Badge appearance="tint" color={COLORS[state]} data-testid="sheet-state" data-state={state}>
      {t(`state.${state}`)}
    </Badge>
  );
}
