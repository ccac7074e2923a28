import { Badge } from '@fluentui/react-components';
import type { MarkView, SlotView } from '@kaigi/core/contract';
import { whenText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { listText } from '../app/words.ts';
import { useRouteListStyles } from './RouteList.styles.ts';
import { slotState } from './route-progress.ts';
import { approvalsText } from './text.ts';
import { workingText } from './working-time.ts';

export interface SlotMarkProps {
  readonly slot: SlotView;
  readonly planned: boolean;
}

const SEALS = { DEPUTY: 'mark.deputy', SKIPPED: 'mark.skipped', PULL_UP: 'mark.pullUp' } as const;

/** 「代」 as on paper; read out in a word. */
function Seal({ kind }: Pick<MarkView, 'kind'>) {
  const t = useText(approvalsText);
  if (kind !== 'DEPUTY' && kind !== 'SKIPPED' && kind !== 'PULL_UP') return null;
  return (
    <Badge
      appearance="outline"
      color="danger"
      shape="rounded"
      aria-label={kind === 'DEPUTY' ? t('mark.deputy.label') : undefined}
      data-testid="seal"
    >
      {t(SEALS[kind])}
    </Badge>
  );
}

type Grounded = Pick<SlotView, 'actedBy'> & { readonly mark: MarkView };

/** By what right, and what the mark stands for. */
function useGrounds({ mark, actedBy }: Grounded): string[] {
  const { kind, onBehalfOf, article, because, alsoPosts, kept, paperChecked, instruction, orderNumber } = mark;
  const t = useText(approvalsText);
  const locale = useLocale();
  const also = listText(
    alsoPosts.map(({ unitName, postTitle }) => `${unitName} ${postTitle}`),
    locale,
  );
  return [
    kind === 'SKIPPED' && actedBy ? t('mark.skippedBy', { name: actedBy.name }) : '',
    onBehalfOf ? t('mark.for', { post: `${onBehalfOf.unitName} ${onBehalfOf.postTitle}` }) : '',
    because ?? '',
    article ? t('mark.article', { article }) : '',
    orderNumber ? t('mark.order', { number: orderNumber }) : '',
    instruction ? t('mark.instruction', { text: instruction }) : '',
    also === '' ? '' : t('mark.also', { posts: also }),
    kept ? t('mark.kept') : '',
    paperChecked ? t('mark.paper') : '',
  ].filter((ground) => ground !== '');
}

function Grounds(grounded: Grounded) {
  const styles = useRouteListStyles();
  return useGrounds(grounded).map((ground) => (
    <span key={ground} className={styles.small}>
      {ground}
    </span>
  ));
}

/** What was done, when, and by what right. */
export function SlotMark({ slot, planned }: SlotMarkProps) {
  const styles = useRouteListStyles();
  const t = useText(approvalsText);
  const locale = useLocale();
  const word = t(`slot.${slotState(slot)}`);
  if (!slot.actedAt || !slot.mark) {
    return slot.status === 'ACTIVE' || planned ? null : <span className={styles.small}>{word}</span>;
  }
  const took = slot.workingMinutes === null ? '' : t('slot.took', { elapsed: workingText(slot.workingMinutes, t) });
  return (
    <>
      <span className={styles.line}>
        <Seal kind={slot.mark.kind} />
        <span className={styles.small}>
          {word} {whenText(slot.actedAt, locale)} {took}
        </span>
      </span>
      <Grounds mark={slot.mark} actedBy={slot.actedBy} />
    </>
  );
}
