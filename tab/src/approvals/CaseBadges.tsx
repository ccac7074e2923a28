import { Badge } from '@fluentui/react-components';
import type { CaseSummary } from '@kaigi/core/contract';
import { useText } from '../app/locale.ts';
import { approvalsText } from './text.ts';

type Badged = Pick<CaseSummary, 'urgency' | 'minor' | 'confidentiality'>;

const OPEN_TO_CHAT: readonly Badged['confidentiality'][] = ['C2', 'C1'];

/** What makes a case different from the others: its haste, its weight, who may know of it. */
export function CaseBadges({ item, large = false }: { readonly item: Badged; readonly large?: boolean }) {
  const t = useText(approvalsText);
  const size = large ? 'large' : 'medium';
  return (
    <>
      {item.urgency === 'NORMAL' ? null : (
        <Badge appearance="filled" color={item.urgency === 'EMERGENCY' ? 'danger' : 'severe'} size={size}>
          {t(`badge.${item.urgency}`)}
        </Badge>
      )}
      {item.minor ? (
        <Badge appearance="outline" color="informative" size={size}>
          {t('badge.minor')}
        </Badge>
      ) : null}
      {OPEN_TO_CHAT.includes(item.confidentiality) ? null : (
        <Badge appearance="outline" color="danger" size={size}>
          {t('badge.confidential', { code: item.confidentiality.slice(1) })}
        </Badge>
      )}
    </>
  );
}
