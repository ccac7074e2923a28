import { Badge, Link, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { AttachRegular, SearchRegular } from '@fluentui/react-icons';
import type { RecordHit, RecordsSearch } from '@kaigi/core/contract';
import { plainText } from '@kaigi/core/shared';
import { dayText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { MoreButton } from '../../app/MoreButton.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import type { Wish } from '../../app/record-routes.ts';
import { hashOf } from '../../app/routes.ts';
import { Section } from '../../approvals/Section.tsx';
import { useSearchStyles } from './Search.styles.ts';
import { searchText } from './text.ts';
import { useSearch } from './use-search.ts';

function Marked({ parts }: { readonly parts: RecordHit['snippet'] }) {
  const styles = useSearchStyles();
  return parts.map(({ text, hit }, at) =>
    hit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
      <mark key={at} className={styles.hit}>
        {text}
      </mark>
    ) : (
      text
    ),
  );
}

/** The paper in which it stands, where that is not the document itself. */
function InAttachment({ hit }: { readonly hit: RecordHit }) {
  const styles = useSearchStyles();
  const t = useText(searchText);
  if (hit.foundIn !== 'ATTACHMENT') return null;
  return (
    <p className={styles.attachment} data-testid="found-in-attachment">
      <AttachRegular aria-hidden />
      <span>{hit.attachment ? t('found.attachment', { name: hit.attachment.name }) : t('found.attached')}</span>
    </p>
  );
}

function Hit({ hit }: { readonly hit: RecordHit }) {
  const styles = useSearchStyles();
  const t = useText(searchText);
  const locale = useLocale();
  const { id, kind, state, title, number, classification, unitName, registeredOn, snippet } = hit;
  const facts = [
    number ?? '',
    dayText(registeredOn, locale),
    unitName,
    `${classification.code} ${classification.name}`,
  ];
  return (
    <li className={styles.row} data-testid="found-record" data-record-id={id}>
      <Link className={styles.title} href={hashOf({ page: 'records', part: 'record', id, wish: {} })}>
        <span>
          <Marked parts={title} />
        </span>
      </Link>
      <div className={styles.line}>
        <Badge appearance="tint" color="brand">
          {t(`kind.${kind}`)}
        </Badge>
        {state === 'FROZEN' ? null : (
          <Badge appearance="tint" color="informative">
            {t(`state.${state}`)}
          </Badge>
        )}
        {facts
          .filter((fact) => fact !== '')
          .map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
      </div>
      <InAttachment hit={hit} />
      {plainText(snippet) === plainText(title) ? null : (
        <p className={styles.snippet} data-testid="snippet">
          <Marked parts={snippet} />
        </p>
      )}
    </li>
  );
}

function useTotal({ mode, total, totalIsMore }: RecordsSearch): string {
  const t = useText(searchText);
  if (mode === 'RELATED') return t('results.related', { count: total });
  return totalIsMore ? t('results.more', { count: total }) : t('results.total', { count: total });
}

interface ResultsProps {
  readonly first: RecordsSearch;
  readonly items: readonly RecordHit[];
  /** What is shown is of the search before. */
  readonly isUnderWay: boolean;
}

function Results({ first, items, isUnderWay }: ResultsProps) {
  const styles = useSearchStyles();
  const t = useText(searchText);
  const total = useTotal(first);
  return (
    <>
      <p className={styles.lead} role="status" data-testid="search-total">
        {isUnderWay ? t('results.under_way') : total}
      </p>
      <ul className={styles.list} aria-busy={isUnderWay}>
        {items.map((hit) => (
          <Hit key={hit.id} hit={hit} />
        ))}
      </ul>
    </>
  );
}

/** What is not found may be there all the same. */
function RebuildingNote() {
  const t = useText(searchText);
  return (
    <MessageBar intent="warning" layout="multiline" data-testid="search-rebuilding">
      <MessageBarBody>{t('results.rebuilding')}</MessageBarBody>
    </MessageBar>
  );
}

/** What was found, with the words around each hit. */
export function Found({ wish }: { readonly wish: Wish }) {
  const t = useText(searchText);
  const list = useSearch(wish);
  if (list.isPending) return <LoadingState />;
  if (!list.data) return <ErrorState error={list.error} title={t('page.error')} onRetry={() => void list.refetch()} />;
  const [first] = list.data.pages;
  const items = list.data.pages.flatMap((page) => page.items);
  const isUnderWay = list.isPlaceholderData;
  if (isUnderWay && items.length === 0) return <LoadingState />;
  const note = first?.rebuilding ? <RebuildingNote /> : null;
  if (!first || items.length === 0)
    return (
      <>
        {note}
        <EmptyState icon={<SearchRegular />} title={t('results.none')} body={t('results.none.body')} />
      </>
    );
  return (
    <Section title={t('results')}>
      {note}
      <Results first={first} items={items} isUnderWay={isUnderWay} />
      {isUnderWay ? null : <MoreButton list={list} />}
    </Section>
  );
}
