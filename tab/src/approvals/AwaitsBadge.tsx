import { Badge } from '@fluentui/react-components';
import type { CaseSummary } from '@kaigi/core/contract';
import { useText } from '../app/locale.ts';
import { approvalsText } from './text.ts';

/** What a decided case still waits for: 施行, then 完結. */
export function AwaitsBadge({ awaits, large = false }: Pick<CaseSummary, 'awaits'> & { readonly large?: boolean }) {
  const t = useText(approvalsText);
  if (!awaits) return null;
  return (
    <Badge
      appearance="outline"
      color="warning"
      size={large ? 'large' : 'medium'}
      data-testid="awaits"
      data-awaits={awaits}
    >
      {t(`awaits.${awaits}`)}
    </Badge>
  );
}
