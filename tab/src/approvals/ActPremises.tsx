import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { CaseView } from '@kaigi/core/contract';
import { dayText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import type { ActShape } from './act-shapes.ts';
import { useCasePageStyles } from './CasePage.styles.ts';
import { approvalsText } from './text.ts';

export interface ActPremisesProps {
  readonly shape: ActShape;
  readonly view: CaseView;
}

/** By what right: for whom one would act, by which article, and what follows from it. */
function OfferNote({ offer }: { readonly offer: NonNullable<ActShape['offer']> }) {
  const styles = useCasePageStyles();
  const t = useText(approvalsText);
  const locale = useLocale();
  const { unitName, postTitle } = offer.onBehalfOf;
  return (
    <MessageBar intent="info" layout="multiline" data-testid="act-premises">
      <MessageBarBody>
        <p className={styles.prose}>{t('act.offer.for', { post: `${unitName} ${postTitle}` })}</p>
        <p className={styles.small}>{offer.sentence}</p>
        <p className={styles.small}>{t('act.offer.article', { article: offer.article })}</p>
        {offer.postReviewDueOn ? (
          <p className={styles.small}>{t('act.offer.review', { day: dayText(offer.postReviewDueOn, locale) })}</p>
        ) : null}
      </MessageBarBody>
    </MessageBar>
  );
}

/** What one has to know before the act: the conditions under which it is allowed, and how far it reaches. */
export function ActPremises({ shape, view }: ActPremisesProps) {
  const t = useText(approvalsText);
  const several = (shape.kind === 'approve' || shape.kind === 'consent') && view.may.marks > 1;
  const isUnread = ({ kind, status }: CaseView['obligations'][number]) => kind === 'READING' && status === 'OPEN';
  const unread = shape.kind === 'complete' ? view.obligations.filter(isUnread).length : 0;
  return (
    <>
      {shape.offer ? <OfferNote offer={shape.offer} /> : null}
      {several ? (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{t('act.marks.count', { count: view.may.marks })}</MessageBarBody>
        </MessageBar>
      ) : null}
      {unread > 0 ? (
        <MessageBar intent="info" layout="multiline" data-testid="act-unread">
          <MessageBarBody>{t('act.unread', { count: unread })}</MessageBarBody>
        </MessageBar>
      ) : null}
      {shape.danger ? (
        <MessageBar intent="warning" layout="multiline" data-testid="act-warning">
          <MessageBarBody>{t(WARNINGS[shape.kind] ?? 'act.final')}</MessageBarBody>
        </MessageBar>
      ) : null}
    </>
  );
}

const WARNINGS: Readonly<Partial<Record<ActShape['kind'], 'act.recorded'>>> = { reassign: 'act.recorded' };
