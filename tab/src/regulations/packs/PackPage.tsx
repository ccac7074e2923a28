import { Link } from '@fluentui/react-components';
import { BookRegular } from '@fluentui/react-icons';
import type { PackReview, PackView } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { hashOf } from '../../app/routes.ts';
import { DownloadButton } from '../../records/DownloadButton.tsx';
import { ChangesCard } from './ChangesCard.tsx';
import { DecisionCard } from './DecisionCard.tsx';
import { PackFacts, PackState } from './PackState.tsx';
import { usePacksStyles } from './Packs.styles.ts';
import { PackTableCard } from './PackTableCard.tsx';
import { packsText } from './text.ts';
import { usePackReview, usePacks } from './use-packs.ts';

function Head({ pack }: { readonly pack: PackView }) {
  const styles = usePacksStyles();
  const t = useText(packsText);
  return (
    <div className={styles.head}>
      <span>
        <Link href={hashOf({ page: 'packs' })}>{t('pack.back')}</Link>
      </span>
      <PageHeading title={pack.version} focusKey={`pack ${pack.version}`} />
      <span className={styles.line}>
        <PackState pack={pack} />
        <span>{pack.regulation}</span>
      </span>
      <PackFacts pack={pack} />
      {pack.fingerprint ? (
        <p className={styles.small}>{t('pack.fingerprint', { fingerprint: pack.fingerprint })}</p>
      ) : null}
    </div>
  );
}

function PackFile({ review, packId }: { readonly review: PackReview; readonly packId: string }) {
  const styles = usePacksStyles();
  const t = useText(packsText);
  return (
    <div className={styles.buttons}>
      <DownloadButton
        fileName={`${review.version.replace('/', '-')}.yaml`}
        from={({ packs }) => packs.text(packId)}
        testId="pack-download"
      >
        {t('pack.download')}
      </DownloadButton>
    </div>
  );
}

/** One that was brought in: with what it changes, and its case. */
function BroughtIn({ packId }: { readonly packId: string }) {
  const styles = usePacksStyles();
  const t = useText(packsText);
  const review = usePackReview(packId);
  if (review.isPending) return <LoadingState />;
  if (!review.data) {
    return <ErrorState error={review.error} title={t('pack.error')} onRetry={() => void review.refetch()} />;
  }
  const { data } = review;
  return (
    <div className={styles.page}>
      <Head pack={data} />
      <DecisionCard review={data} packId={packId} />
      {data.state === 'PROPOSED' ? <ChangesCard review={data} /> : null}
      <PackTableCard which={{ packId }} />
      <PackFile review={data} packId={packId} />
    </div>
  );
}

/** One that came with the product has a name only. */
function BuiltIn({ version }: { readonly version: string }) {
  const styles = usePacksStyles();
  const t = useText(packsText);
  const packs = usePacks();
  if (packs.isPending) return <LoadingState />;
  if (!packs.data) {
    return <ErrorState error={packs.error} title={t('pack.error')} onRetry={() => void packs.refetch()} />;
  }
  const pack = packs.data.items.find((one) => one.version === version);
  if (!pack) {
    return (
      <EmptyState
        icon={<BookRegular />}
        title={t('pack.missing')}
        body={t('pack.missing.body')}
        action={<Link href={hashOf({ page: 'packs' })}>{t('pack.back')}</Link>}
      />
    );
  }
  if (pack.packId !== null) return <BroughtIn packId={pack.packId} />;
  return (
    <div className={styles.page}>
      <Head pack={pack} />
      <PackTableCard which={{ version }} />
    </div>
  );
}

/** One version of the regulations. The name of a version has a stroke in it, an id has none. */
export function PackPage({ id }: { readonly id: string }) {
  return id.includes('/') ? <BuiltIn version={id} /> : <BroughtIn packId={id} />;
}
