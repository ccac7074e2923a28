import { Link } from '@fluentui/react-components';
import { BookRegular } from '@fluentui/react-icons';
import type { PackView } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { hashOf } from '../../app/routes.ts';
import { useMe } from '../../app/use-me.ts';
import { Section } from '../../approvals/Section.tsx';
import { PackFacts, PackState } from './PackState.tsx';
import { usePacksStyles } from './Packs.styles.ts';
import { PackTableCard } from './PackTableCard.tsx';
import { PackUpload } from './PackUpload.tsx';
import { addressOf, keepsPacks } from './packs.ts';
import { packsText } from './text.ts';
import { usePacks } from './use-packs.ts';

function Row({ pack }: { readonly pack: PackView }) {
  const styles = usePacksStyles();
  return (
    <li className={styles.item} data-testid="pack-item">
      <span className={styles.line}>
        <PackState pack={pack} />
        <Link href={hashOf({ page: 'pack', id: addressOf(pack) })} className={styles.name}>
          {pack.version}
        </Link>
        <span>{pack.regulation}</span>
      </span>
      <PackFacts pack={pack} />
    </li>
  );
}

/** Bringing in is for some; what the others may do is said instead. */
function Keeping() {
  const styles = usePacksStyles();
  const t = useText(packsText);
  const me = useMe().data;
  if (!me) return null;
  if (keepsPacks(me)) return <PackUpload />;
  return (
    <p className={styles.small} data-testid="packs-others">
      {t('packs.others')}
    </p>
  );
}

function Versions({ items }: { readonly items: readonly PackView[] }) {
  const styles = usePacksStyles();
  const t = useText(packsText);
  const now = items.find(({ inForceToday }) => inForceToday);
  return (
    <>
      <Section title={t('packs.list')}>
        <ul className={styles.plain}>
          {items.map((pack) => (
            <Row key={addressOf(pack)} pack={pack} />
          ))}
        </ul>
      </Section>
      <Keeping />
      {now ? <PackTableCard which={{ version: now.version }} /> : null}
    </>
  );
}

/** 「決裁規程」: the versions of the municipality's regulations, and the one in force as tables. */
export function PacksPage() {
  const styles = usePacksStyles();
  const t = useText(packsText);
  const packs = usePacks();
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <PageHeading title={t('packs.title')} focusKey="packs" />
        <p className={styles.lead}>{t('packs.lead')}</p>
      </div>
      {packs.isPending ? <LoadingState /> : null}
      {packs.isError && !packs.data ? (
        <ErrorState error={packs.error} title={t('packs.error')} onRetry={() => void packs.refetch()} />
      ) : null}
      {packs.data?.items.length === 0 ? (
        <>
          <EmptyState icon={<BookRegular />} title={t('packs.none')} body={t('packs.none.body')} />
          <Keeping />
        </>
      ) : null}
      {packs.data && packs.data.items.length > 0 ? <Versions items={packs.data.items} /> : null}
    </div>
  );
}
