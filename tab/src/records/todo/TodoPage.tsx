import { CounterBadge, Link } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import type { RecordsTodo } from '@kaigi/core/contract';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import { dayText, whenText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import type { RecordsPart, Wish } from '../../app/record-routes.ts';
import { hashOf } from '../../app/routes.ts';
import { listText } from '../../app/words.ts';
import { useBookStyles } from '../book/Book.styles.ts';
import { useDisposalStyles } from '../disposal/Disposal.styles.ts';
import { RecordsParts } from '../RecordsParts.tsx';
import { todoText } from './text.ts';

const useTodo = () => {
  const { shelf } = useApi();
  return useQuery({ queryKey: ['records-todo'], queryFn: ({ signal }) => shelf.todo(signal) });
};

const toPage = (part: RecordsPart | 'record', id: string | null = null, wish: Wish = {}): string =>
  hashOf({ page: 'records', part, id, wish });

interface Line {
  readonly key: string;
  readonly href: string;
  readonly text: string;
  readonly more?: string;
}

interface Kind {
  readonly name: 'undistributed' | 'unnumbered' | 'reserved' | 'unfiled' | 'overdue' | 'lists';
  readonly count: number;
  readonly href: string;
  readonly lines: readonly Line[];
}

/** What there is to do, each with the page on which it is done. */
function useKinds(todo: RecordsTodo): readonly Kind[] {
  const t = useText(todoText);
  const locale = useLocale();
  const record = (one: RecordsTodo['unfiled']['items'][number]): Line => ({
    ...{ key: one.recordId, href: toPage('record', one.recordId), text: `${one.number ?? ''} ${one.title}`.trim() },
  });
  const { undistributed, unnumbered, reserved, unfiled, overdue, lists } = todo;
  return [
    {
      ...{ name: 'undistributed', count: undistributed.count, href: toPage('receipts') },
      lines: undistributed.items.map((one) => ({
        ...{ key: one.registerId, href: toPage('register', one.registerId), text: `${one.number} ${one.title}` },
        more: t('taken', { day: dayText(one.takenOn, locale) }),
      })),
    },
    {
      ...{ name: 'unnumbered', count: unnumbered.count, href: toPage('register') },
      lines: unnumbered.items.map(record),
    },
    {
      ...{ name: 'reserved', count: reserved.count, href: toPage('register', null, { state: 'RESERVED' }) },
      lines: reserved.items.map((one) => ({
        ...{ key: one.registerId, href: toPage('register', one.registerId), text: `${one.number} ${one.title}` },
        more: t('until', { when: whenText(one.until, locale) }),
      })),
    },
    { name: 'unfiled', count: unfiled.count, href: toPage('folders'), lines: unfiled.items.map(record) },
    {
      ...{ name: 'overdue', count: overdue.count, href: toPage('paper', null, { only: 'OVERDUE' }) },
      lines: overdue.items.map((one) => ({
        ...{ key: one.boxId, href: toPage('paper', one.boxId), text: `${one.code} ${one.title}` },
        more: t('due', { day: dayText(one.dueOn, locale), name: one.borrower }),
      })),
    },
    {
      ...{ name: 'lists', count: lists.length, href: toPage('disposals') },
      lines: lists.map((one) => ({
        ...{ key: one.id, href: toPage('disposals', one.id), text: one.name },
        more: t('undecided', { count: one.undecided }),
      })),
    },
  ];
}

function Section({ kind: { name, count, href, lines } }: { readonly kind: Kind }) {
  const styles = useBookStyles();
  const t = useText(todoText);
  const left = count - lines.length;
  return (
    <section className={styles.card} data-testid={`todo-${name}`}>
      <h2 className={styles.heading}>
        {t(name)} <CounterBadge count={count} overflowCount={999} color="brand" aria-label={t('count', { count })} />
      </h2>
      <ul className={styles.list}>
        {lines.map(({ key, href: to, text, more }) => (
          <li key={key}>
            <Link href={to}>{text}</Link> <span className={styles.quiet}>{more ?? ''}</span>
          </li>
        ))}
      </ul>
      {left > 0 ? <p className={styles.quiet}>{t('more', { count: left })}</p> : null}
      <Link href={href}>{t(`${name}.do`)}</Link>
    </section>
  );
}

function Expiring({ expiring: { count, ended, until } }: Pick<RecordsTodo, 'expiring'>) {
  const styles = useBookStyles();
  const t = useText(todoText);
  const locale = useLocale();
  return (
    <section className={styles.card} data-testid="todo-expiring">
      <h2 className={styles.heading}>
        {t('expiring')}{' '}
        <CounterBadge count={count} overflowCount={999} color="brand" aria-label={t('count', { count })} />
      </h2>
      <p>{t('expiring.said', { day: dayText(until, locale), count, ended })}</p>
      <Link href={toPage('disposals')}>{t('expiring.do')}</Link>
    </section>
  );
}

function Todo({ todo }: { readonly todo: RecordsTodo }) {
  const styles = useBookStyles();
  const t = useText(todoText);
  const locale = useLocale();
  const kinds = useKinds(todo).filter(({ count }) => count > 0);
  if (todo.total === 0)
    return <EmptyState icon={<CheckmarkCircleRegular />} title={t('empty')} body={t('empty.body')} />;
  const units = todo.unitNames.length === 0 ? t('of_all') : t('of', { units: listText(todo.unitNames, locale) });
  return (
    <div className={styles.stack}>
      <p className={styles.quiet}>{units}</p>
      {kinds.map((kind) => (
        <Section key={kind.name} kind={kind} />
      ))}
      {todo.expiring.count > 0 ? <Expiring expiring={todo.expiring} /> : null}
    </div>
  );
}

/** 文書主任の今週の仕事 */
export function TodoPage() {
  const styles = useDisposalStyles();
  const t = useText(todoText);
  const { data, error, isPending, refetch } = useTodo();
  return (
    <>
      <RecordsParts current="todo" />
      <div className={styles.head}>
        <div>
          <PageHeading title={t('title')} focusKey="records-todo" />
          <p className={styles.lead}>{t('lead')}</p>
        </div>
      </div>
      {isPending ? <LoadingState /> : null}
      {!isPending && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {data ? <Todo todo={data} /> : null}
    </>
  );
}
