import { Badge, Button, Spinner } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import type { OrganisationDifference, RehearsalView } from '@kaigi/core/contract';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '../api/api-context.ts';
import { errorWords } from '../api/error-text.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useNotice } from '../app/Notices.tsx';
import { Section } from '../approvals/Section.tsx';
import { saveFile } from '../records/use-download.ts';
import { useRehearsalStyles } from './Rehearsals.styles.ts';
import { directoryText } from './text.ts';

type Kind = OrganisationDifference['kind'];

function DownloadAll({ view }: { readonly view: RehearsalView }) {
  const { rehearsals } = useApi();
  const t = useText(directoryText);
  const locale = useLocale();
  const notify = useNotice();
  const { mutate, isPending } = useMutation({
    mutationFn: async () => saveFile(await rehearsals.differences(view.id), `組織改正-${view.effectiveOn}.csv`),
    onError: (error) => notify({ text: errorWords(error, locale).sentence, intent: 'error' }),
  });
  return (
    <Button
      icon={isPending ? <Spinner size="tiny" /> : <ArrowDownloadRegular />}
      disabledFocusable={isPending}
      onClick={() => mutate()}
      data-testid="differences-download"
    >
      {t('changes.download')}
    </Button>
  );
}

function ChangesTable({ view }: { readonly view: RehearsalView }) {
  const styles = useRehearsalStyles();
  const t = useText(directoryText);
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            {(['kind', 'name', 'before', 'after'] as const).map((column) => (
              <th key={column} scope="col" className={styles.cell}>
                {t(`changes.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.differences.map(({ kind, code, name, before, after }) => (
            <tr key={`${kind} ${code} ${name}`} data-testid="difference-row">
              <td className={`${styles.cell} ${styles.kind}`}>{t(`kind.${kind}`)}</td>
              <td className={styles.cell}>{name}</td>
              <td className={styles.cell}>{before ?? ''}</td>
              <td className={styles.cell}>{after ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How the organisation to come differs from the one before it. */
export function ChangesCard({ view }: { readonly view: RehearsalView }) {
  const styles = useRehearsalStyles();
  const t = useText(directoryText);
  const counts = Object.entries(view.counts) as [Kind, number][];
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  return (
    <Section title={t('changes.title', { count: total })}>
      {total === 0 ? <p className={styles.sentence}>{t('changes.none')}</p> : null}
      <div className={styles.counts}>
        {counts.map(([kind, count]) => (
          <Badge key={kind} appearance="outline" size="large">
            {t(`kind.${kind}`)} {count}
          </Badge>
        ))}
      </div>
      {total > 0 ? (
        <>
          <div className={styles.buttons}>
            <DownloadAll view={view} />
          </div>
          {total > view.differences.length ? (
            <p className={styles.sentence}>{t('changes.first', { count: view.differences.length })}</p>
          ) : null}
          <ChangesTable view={view} />
        </>
      ) : null}
    </Section>
  );
}
