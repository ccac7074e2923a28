import type { TemplateTags } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { Section } from '../../approvals/Section.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { usePapersStyles } from './Papers.styles.ts';
import { papersText } from './text.ts';
import { useTags } from './use-papers.ts';

type Tag = TemplateTags['items'][number];

/** As it is typed into the template. */
const typed = ({ tag, kind }: Tag): string => (kind === 'WORDS' ? `{${tag}}` : `{#${tag}} … {/${tag}}`);

function Group({
  title,
  tags,
  open,
}: {
  readonly title: string;
  readonly tags: readonly Tag[];
  readonly open: boolean;
}) {
  const shared = useMinutesStyles();
  const styles = usePapersStyles();
  const t = useText(papersText);
  return (
    <details open={open} data-testid="tag-group">
      <summary className={styles.summary}>{title}</summary>
      <dl className={shared.list} lang="ja">
        {tags.map((tag) => (
          <div key={tag.tag} className={styles.tag} data-testid="tag">
            <dt className={styles.typed}>
              <code>{typed(tag)}</code>
              {tag.kind === 'WORDS' ? null : <span className={shared.small}>{t(`tags.${tag.kind}`)}</span>}
            </dt>
            <dd className={shared.value}>{tag.says}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Every tag that a template may use, by where it may stand. */
export function TagsSection() {
  const styles = useMinutesStyles();
  const t = useText(papersText);
  const question = useTags();
  const groups = Map.groupBy(question.data?.items ?? [], ({ within }) => within.join(' / '));
  return (
    <Section title={t('tags')}>
      <p className={styles.lead}>{t('tags.lead')}</p>
      {question.isPending ? <LoadingState /> : null}
      {question.isError && !question.data ? (
        <ErrorState error={question.error} title={t('tags.error')} onRetry={() => void question.refetch()} />
      ) : null}
      {[...groups].map(([list, tags]) => (
        <Group
          key={list}
          title={list === '' ? t('tags.anywhere') : t('tags.within', { list })}
          {...{ tags, open: list === '' }}
        />
      ))}
    </Section>
  );
}
