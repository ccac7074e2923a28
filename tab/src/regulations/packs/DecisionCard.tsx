import { Button, Link, Spinner } from '@fluentui/react-components';
import type { PackReview } from '@kaigi/core/contract';
import { ProblemError } from '../../api/problem.ts';
import { useText } from '../../app/locale.ts';
import { hashOf } from '../../app/routes.ts';
import { useMe } from '../../app/use-me.ts';
import { Section } from '../../approvals/Section.tsx';
import { StatusBadge } from '../../approvals/StatusBadge.tsx';
import { useCase } from '../../approvals/use-case.ts';
import { DropButton } from './DropButton.tsx';
import { usePacksStyles } from './Packs.styles.ts';
import { keepsPacks } from './packs.ts';
import { packsText } from './text.ts';
import { useDecide } from './use-decide.ts';

/** The case, as far as the reader may see it. */
function CaseLine({ caseId }: { readonly caseId: string }) {
  const styles = usePacksStyles();
  const t = useText(packsText);
  const { data, error, isPending } = useCase(caseId);
  if (isPending) return <Spinner size="tiny" />;
  if (!data) {
    const hidden = error instanceof ProblemError && error.problem.status === 404;
    return <p className={styles.sentence}>{t(hidden ? 'decision.case.hidden' : 'decision.case.failed')}</p>;
  }
  const toDraft = data.may.edit;
  const page = toDraft ? ({ page: 'drafting', id: caseId } as const) : ({ page: 'case', id: caseId } as const);
  return (
    <>
      <p className={styles.line}>
        <StatusBadge status={data.status} />
        <Link href={hashOf(page)} data-testid="pack-case">
          {data.title}
        </Link>
      </p>
      {toDraft ? <p className={styles.small}>{t('decision.draft')}</p> : null}
    </>
  );
}

function StartButton({ review, packId }: { readonly review: PackReview; readonly packId: string }) {
  const styles = usePacksStyles();
  const t = useText(packsText);
  const { busy, start } = useDecide(review, packId);
  const { matter } = review;
  return (
    <>
      <p className={styles.sentence}>{matter ? t('decision.how', { matter: matter.name }) : t('decision.how.any')}</p>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={busy}
          icon={busy ? <Spinner size="tiny" /> : null}
          onClick={start}
          data-testid="decide-button"
        >
          {t(busy ? 'decision.busy' : 'decision.start')}
        </Button>
        <DropButton review={review} packId={packId} />
      </div>
    </>
  );
}

/** 「決裁にかける」, or the case that was made of it. */
export function DecisionCard({ review, packId }: { readonly review: PackReview; readonly packId: string }) {
  const styles = usePacksStyles();
  const t = useText(packsText);
  const keeps = keepsPacks(useMe().data);
  const { caseId, state } = review;
  const proposed = state === 'PROPOSED';
  if (!proposed && caseId === null) return null;
  return (
    <Section title={t('decision.title')}>
      {caseId === null ? (
        <p className={styles.sentence}>{t('decision.none')}</p>
      ) : (
        <>
          <h3 className={styles.subTitle}>{t(proposed ? 'decision.case' : 'decision.case.was')}</h3>
          <CaseLine caseId={caseId} />
        </>
      )}
      {proposed && !keeps ? <p className={styles.small}>{t('packs.others')}</p> : null}
      {proposed && keeps && caseId === null ? <StartButton review={review} packId={packId} /> : null}
      {proposed && keeps && caseId !== null ? (
        <div className={styles.buttons}>
          <DropButton review={review} packId={packId} />
        </div>
      ) : null}
    </Section>
  );
}
