import { Badge, Button } from '@fluentui/react-components';
import type { VersionsView } from '@kaigi/core/contract';
import { useState } from 'react';
import { whenText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { sizeText } from '../../approvals/route-progress.ts';
import { Section } from '../../approvals/Section.tsx';
import { useKeepingStyles } from '../folders/Keeping.styles.ts';
import { PruneDialog } from './PruneDialog.tsx';
import { pruningText } from './text.ts';
import { useVersions } from './use-pruning.ts';

type Version = VersionsView['items'][number];

const COLOURS = { FILED: 'success', DECIDED: 'brand', WORKING: 'warning', PRUNED: 'subtle' } as const;

function usePrunedWords(): (version: Version) => string | null {
  const t = useText(pruningText);
  const locale = useLocale();
  return ({ pruned }) => {
    if (!pruned) return null;
    const { at, by, reason, article } = pruned;
    const said = { when: whenText(at, locale), who: by, reason };
    return article === null ? t('versions.pruned', said) : t('versions.pruned.article', { ...said, article });
  };
}

function Entry({ version }: { readonly version: Version }) {
  const styles = useKeepingStyles();
  const t = useText(pruningText);
  const locale = useLocale();
  const pruned = usePrunedWords()(version);
  const { fileVersion, fileName, size, addedAt, addedBy, standing, told } = version;
  return (
    <li className={styles.entry} data-testid="version">
      <div className={styles.name}>
        <div>{t('versions.name', { version: fileVersion, name: fileName })}</div>
        <div className={styles.quiet}>
          {t('versions.added', { when: whenText(addedAt, locale), who: addedBy.name })}
        </div>
        {pruned === null ? null : <div className={styles.quiet}>{pruned}</div>}
      </div>
      <span className={styles.quiet}>{sizeText(size)}</span>
      <Badge appearance="tint" color={COLOURS[standing]}>
        {told}
      </Badge>
    </li>
  );
}

function Versions({ view }: { readonly view: VersionsView }) {
  const styles = useKeepingStyles();
  const t = useText(pruningText);
  const [open, setOpen] = useState(false);
  const working = view.items.filter(({ standing }) => standing === 'WORKING');
  const bytes = working.reduce((sum, { size }) => sum + size, 0);
  return (
    <div className={styles.part}>
      <p className={styles.flush}>{view.sentence}</p>
      {view.mayPrune ? (
        <Button onClick={() => setOpen(true)} data-testid="prune-open">
          {t('prune.open', { count: working.length, size: sizeText(bytes) })}
        </Button>
      ) : null}
      {open ? <PruneDialog recordId={view.recordId} working={working} onClose={() => setOpen(false)} /> : null}
      <ul className={styles.list}>
        {view.items.map((version) => (
          <Entry key={version.fileVersion} version={version} />
        ))}
      </ul>
    </div>
  );
}

/** Every version of the file of a draft: which stand, which were only worked on, and what became of those that went. */
export function VersionsSection({ id }: { readonly id: string }) {
  const t = useText(pruningText);
  const { section } = useKeepingStyles();
  const { data, error, isPending, refetch } = useVersions(id);
  return (
    <div className={section}>
      <Section title={t('versions.title')}>
        {isPending ? <LoadingState /> : null}
        {data ? <Versions view={data} /> : null}
        {!isPending && !data ? (
          <ErrorState error={error} title={t('versions.error')} onRetry={() => void refetch()} />
        ) : null}
      </Section>
    </div>
  );
}
