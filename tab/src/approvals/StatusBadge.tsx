import { Badge, type BadgeProps } from '@fluentui/react-components';
import type { CaseStatus } from '@kaigi/core/contract';
import { useText } from '../app/locale.ts';
import { approvalsText } from './text.ts';

const COLORS: Readonly<Record<CaseStatus, NonNullable<BadgeProps['color']>>> = {
  DRAFT: 'subtle',
  IN_REVIEW: 'brand',
  IN_DISPUTE: 'severe',
  SENT_BACK: 'warning',
  REJECTED: 'danger',
  ABANDONED: 'subtle',
  DECIDED: 'success',
  ISSUED: 'success',
  COMPLETED: 'informative',
  WITHDRAWN: 'subtle',
};

export function StatusBadge({ status, large = false }: { readonly status: CaseStatus; readonly large?: boolean }) {
  const t = useText(approvalsText);
  return (
    <Badge
      appearance="tint"
      color={COLORS[status]}
      size={large ? 'large' : 'medium'}
      data-testid="case-status"
      data-status={status}
    >
      {t(`status.${status}`)}
    </Badge>
  );
}
