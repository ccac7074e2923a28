import { Checkbox, Link, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { DocumentMultipleRegular } from '@fluentui/react-icons';
import type { PrunedMany } from '@kaigi/core/contract';
import { useState } from 'react';
import { dayText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { MoreButton } from '../../app/MoreButton.tsx';
import { PageHeading } from '../../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { hashOf } from '../../app/routes.ts';
import { sizeText } from '../../approvals/route-progress.ts';
import { useKeepingStyles } from '../folders/Keeping.styles.ts';
import { RecordsParts } from '../RecordsParts.tsx';
import { type Prunable, PruneMany, sumOf, useVersionWords } from './PruneMany.tsx';
import { pruningText } from './text.ts';
import { usePrunable } from './use-pruning.ts';

interface EntryProps {
  readonly item: Prunable;
  readonly isChosen: boolean;
  readonly onChosen: (isChosen: boolean) => void;
}

function Entry({ item, isChosen, onChosen }: EntryProps) {
  const styles = useKeepingStyles();
  const t = useText(pruningText);
  const locale = useLocale();
  const versionsOf = useVersionWords();
  const { recordId, number, title, unitName, decidedOn, bytes } = item;
  return (
    <li className={styles.entry} data-testid="prunable">
      <Checkbox
        checked={isChosen}
        onChange={(_, { checked }) => onChosen(checked === true)}
        aria-label={t('many.choose', { title })}
        data-testid="prunable-choose"
      />
      <div className={styles.name}>
        <Link href={hashOf({ page: 'records', part: 'record', id: recordId, wish: {} })}>
          {`${number ?? ''} ${title}`.trim()}
        </Link>
        <div className={styles.quiet}>{`${unitName} / ${t('many.decided', { day: dayText(decidedOn, locale) })}`}</div>
      </div>
      <span>{t('many.versions', { versions: versionsOf(item), size: sizeText(bytes) })}</span>
    </li>
  );
}

interface LeftProps {
  readonly left: PrunedMany['left'];
  /** What they are called, as they stood in the list. */
  readonly titles: ReadonlyMap<string, string>;
}

/** What was not let go of, and why. */
function Left({ left, titles }: LeftProps) {
  const t = useText(pruningText);
  if (left.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline" data-testid="prune-left">
      <MessageBarBody>
        <MessageBarTitle>{t('many.left')}</MessageBarTitle>
        <ul>
          {left.map(({ recordId, sentence }) => (
            <li key={recordId}>{t('many.left.line', { title: titles.get(recordId) ?? '', sentence })}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}

function useChoosing(items: readonly Prunable[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const chosen = items.filter(({ recordId }) => ids.has(recordId));
  return {
    chosen,
    has: (id: string) => ids.has(id),
    choose: (id: string, isChosen: boolean) =>
      setIds(new Set(isChosen ? [...ids, id] : [...ids].filter((one) => one !== id))),
    chooseAll: (isChosen: boolean) => setIds(new Set(isChosen ? items.map(({ recordId }) => recordId) : [])),
  };
}

interface ToolsProps {
  readonly items: readonly Prunable[];
  readonly chosen: readonly Prunable[];
  readonly chooseAll: (isChosen: boolean) => void;
  readonly onDone: (done: PrunedMany) => void;
}

/** All or none, how much is chosen, and what is done with it. */
function Tools({ items, chosen, chooseAll, onDone }: ToolsProps) {
  const styles = useKeepingStyles();
  const t = useText(pruningText);
  const all = chosen.length === 0 ? false : chosen.length === items.length ? true : 'mixed';
  return (
    <div className={styles.tools}>
      <Checkbox
        checked={all}
        onChange={(_, { checked }) => chooseAll(checked === true)}
        label={t('many.all')}
        data-testid="prunable-all"
      />
      <span role="status" data-testid="prunable-sum">
        {t('many.chosen', sumOf(chosen))}
      </span>
      <PruneMany items={chosen} onDone={onDone} />
    </div>
  );
}

function Documents({ items, hasMore }: { readonly items: readonly Prunable[]; readonly hasMore: boolean }) {
  const styles = useKeepingStyles();
  const t = useText(pruningText);
  const { chosen, has, choose, chooseAll } = useChoosing(items);
  const [told, setTold] = useState<LeftProps>({ left: [], titles: new Map() });
  const handleDone = ({ left }: PrunedMany) => {
    setTold({ left, titles: new Map(chosen.map(({ recordId, title }) => [recordId, title])) });
    chooseAll(false);
  };
  return (
    <>
      <Left {...told} />
      {items.length === 0 && !hasMore ? (
        <EmptyState icon={<DocumentMultipleRegular />} title={t('many.none')} body={t('many.none.body')} />
      ) : (
        <>
          <Tools {...{ items, chosen, chooseAll }} onDone={handleDone} />
          <ul className={styles.list} aria-label={t('many.label')}>
            {items.map((item) => (
              <Entry
                key={item.recordId}
                item={item}
                isChosen={has(item.recordId)}
                onChosen={(isChosen) => choose(item.recordId, isChosen)}
              />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** the documents with working versions that may go, with what would go of each. */
export function WorkingVersionsPage() {
  const styles = useKeepingStyles();
  const t = useText(pruningText);
  const list = usePrunable();
  const [first] = list.data?.pages ?? [];
  return (
    <>
      <RecordsParts current="space" />
      <div className={styles.head}>
        <div>
          <PageHeading title={t('many.title')} focusKey="working-versions" />
          {first ? <p className={styles.lead}>{first.sentence}</p> : null}
        </div>
      </div>
      <div className={styles.stack}>
        <Link href={hashOf({ page: 'records', part: 'space', id: null, wish: {} })}>{t('many.back')}</Link>
        {list.isPending ? <LoadingState /> : null}
        {!list.isPending && !list.data ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
        {list.data ? (
          <Documents items={list.data.pages.flatMap(({ items }) => items)} hasMore={list.hasNextPage} />
        ) : null}
      </div>
      <MoreButton list={list} />
    </>
  );
}
