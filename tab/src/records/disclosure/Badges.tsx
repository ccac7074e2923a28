import { Badge, type BadgeProps } from '@fluentui/react-components';
import type { DisclosureSummary } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { disclosureText } from './text.ts';

type Decision = NonNullable<DisclosureSummary['outcome']>;
type Colour = NonNullable<BadgeProps['color']>;

const OF_STATE: Record<DisclosureSummary['state'], Colour> = {
  ...{ OPEN: 'brand', DECIDED: 'success', APPEALED: 'warning', DISMISSED: 'informative', WITHDRAWN: 'informative' },
};

/** Where a request stands, and what presses. */
export function Marks({ request }: { readonly request: DisclosureSummary }) {
  const t = useText(disclosureText);
  const { state, overdue, extended, dueOn, outcome, correctionLate, ruling } = request;
  return (
    <>
      {overdue ? (
        <Badge color="danger" data-testid="disclosure-overdue">
          {t('mark.overdue')}
        </Badge>
      ) : null}
      {state === 'OPEN' && dueOn === null ? (
        <Badge appearance={correctionLate ? 'filled' : 'tint'} color={correctionLate ? 'danger' : 'warning'}>
          {t(correctionLate ? 'mark.correction_late' : 'mark.correcting')}
        </Badge>
      ) : null}
      {extended ? <Badge appearance="tint">{t('mark.extended')}</Badge> : null}
      <Badge appearance="tint" color={OF_STATE[state]} data-testid="disclosure-state">
        {t(`state.${state}`)}
      </Badge>
      {state !== 'OPEN' && outcome !== null ? <DecisionBadge decision={outcome} /> : null}
      {ruling === null ? null : (
        <Badge appearance="tint" color="informative" data-testid="disclosure-ruling">
          {t('mark.ruling', { ruling: t(`ruling.${ruling}`) })}
        </Badge>
      )}
    </>
  );
}

/** 開示・部分開示・不開示… of one document or of the whole. */
export function DecisionBadge({ decision }: { readonly decision: Decision | null }) {
  const t = useText(disclosureText);
  return (
    <Badge
      appearance={decision === null ? 'outline' : 'tint'}
      color={decision === null ? 'warning' : 'informative'}
      data-testid="disclosure-decision"
    >
      {t(decision === null ? 'mark.unjudged' : `decision.${decision}`)}
    </Badge>
  );
}
