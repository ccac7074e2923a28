// biome-ignore-all lint/a11y/noRedundantRoles: drawn as blocks on a narrow screen, a table loses its meaning in Chromium; the roles give it back.
import { Badge, Button, Checkbox, Field, Input, Link, Select } from '@fluentui/react-components';
import { ArchiveRegular, PrintRegular } from '@fluentui/react-icons';
import type { BoxesOnly, PaperBox, PaperView } from '@kaigi/core/contract';
import { type FormEvent, useEffect, useState } from 'react';
import { dayText, fiscalYearText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import type { Wish } from '../../app/record-routes.ts';
import { hashOf } from '../../app/routes.ts';
import { goTo } from '../../app/use-route.ts';
import { useBookStyles } from '../book/Book.styles.ts';
import { useDisposalStyles } from '../disposal/Disposal.styles.ts';
import { RecordsParts } from '../RecordsParts.tsx';
import { AddBox, AddPlace } from './AddDialogs.tsx';
import { LabelSheet } from './Label.tsx';
import { paperText } from './text.ts';
import { useBoxes } from './use-paper.ts';

const ONLY: readonly BoxesOnly[] = ['MINE', 'LENT', 'OVERDUE'];

export const paperRoute = (id: string | null, wish: Wish = {}) =>
  ({ page: 'records', part: 'paper', id, wish }) as const;

const look = (wish: Wish): void =>
  goTo(paperRoute(null, Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== ''))));

/** A scanner types the code and Enter: the field waits for it, and is empty for the next one. */
function Finder({ wish, view }: { readonly wish: Wish; readonly view: PaperView | undefined }) {
  const styles = useBookStyles();
  const t = useText(paperText);
  const [typed, setTyped] = useState(wish.q ?? '');
  const [hit] = view?.boxes ?? [];
  const asked = (wish.q ?? '').normalize('NFKC').trim().toUpperCase();
  // Of a label that was read, the box itself is what is wanted.
  const scanned = view && asked !== '' && hit?.code === asked ? hit.id : null;
  useEffect(() => {
    if (scanned !== null) goTo(paperRoute(scanned), 'replace');
  }, [scanned]);
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    look({ ...wish, q: typed.trim() });
  };
  return (
    <form className={styles.group} onSubmit={handleSubmit}>
      <p id="paper-find-hint" className={styles.quiet}>
        {t('find.hint')}
      </p>
      <div className={styles.tools}>
        <Field label={t('find.label')}>
          <Input
            type="search"
            aria-describedby="paper-find-hint"
            value={typed}
            onChange={(_, { value }) => setTyped(value)}
            onFocus={(event) => event.currentTarget.select()}
            data-testid="paper-words"
          />
        </Field>
        <Button type="submit">{t('find.button')}</Button>
        <Field label={t('only')}>
          <Select
            value={wish.only ?? ''}
            onChange={(_, { value }) => look({ ...wish, only: value })}
            data-testid="paper-only"
          >
            <option value="">{t('only.all')}</option>
            {ONLY.map((one) => (
              <option key={one} value={one}>
                {t(`only.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
    </form>
  );
}

function Loan({ loan }: Pick<PaperBox, 'loan'>) {
  const styles = useDisposalStyles();
  const t = useText(paperText);
  const locale = useLocale();
  if (loan === null) return <span className={styles.quiet}>{t('loan.here')}</span>;
  return (
    <span className={styles.badges}>
      {t('loan.with', { name: loan.borrower.name, day: dayText(loan.dueOn, locale) })}
      {loan.isOverdue ? <Badge color="danger">{t('loan.overdue')}</Badge> : null}
    </span>
  );
}

interface RowProps {
  readonly box: PaperBox;
  readonly chosen: boolean;
  readonly onChoose: (chosen: boolean) => void;
}

function Row({ box, chosen, onChoose }: RowProps) {
  const styles = useDisposalStyles();
  const t = useText(paperText);
  const locale = useLocale();
  const cell = (name: 'code' | 'title' | 'year' | 'unit' | 'place' | 'records' | 'loan') => ({
    ...{ role: 'cell', className: styles.cell, 'data-label': t(`column.${name}`) },
  });
  return (
    <tr role="row" className={styles.row} data-testid="box">
      <td role="cell" className={styles.cell} data-label={t('column.choose')}>
        <Checkbox
          checked={chosen}
          onChange={(_, { checked }) => onChoose(checked === true)}
          aria-label={t('labels.one', { code: box.code })}
        />
      </td>
      <td {...cell('code')}>
        <Link href={hashOf(paperRoute(box.id))}>{box.code}</Link>
      </td>
      <td {...cell('title')}>{box.title}</td>
      <td {...cell('year')}>{fiscalYearText(box.fiscalYear, locale)}</td>
      <td {...cell('unit')}>{box.unitName}</td>
      <td {...cell('place')}>{`${box.place.store} ${box.place.shelf}`}</td>
      <td {...cell('records')}>{t('records', { count: box.records })}</td>
      <td {...cell('loan')}>
        <Loan loan={box.loan} />
      </td>
    </tr>
  );
}

const COLUMNS = ['code', 'title', 'year', 'unit', 'place', 'records', 'loan'] as const;

function Boxes({ boxes }: { readonly boxes: readonly PaperBox[] }) {
  const styles = useDisposalStyles();
  const book = useBookStyles();
  const t = useText(paperText);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (ids: readonly string[], on: boolean) =>
    setChosen((before) => new Set(on ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))));
  const labels = boxes.filter(({ id }) => chosen.has(id));
  const all = boxes.map(({ id }) => id);
  return (
    <>
      <div className={book.tools}>
        <Checkbox
          label={t('labels.all')}
          checked={labels.length === boxes.length}
          onChange={(_, { checked }) => choose(all, checked === true)}
          data-testid="labels-all"
        />
        <Button
          icon={<PrintRegular />}
          disabledFocusable={labels.length === 0}
          onClick={() => (labels.length === 0 ? undefined : window.print())}
          data-testid="labels-print"
        >
          {t('labels.print', { count: labels.length })}
        </Button>
      </div>
      <table role="table" className={`${styles.table} ${book.screenOnly}`} aria-label={t('title')}>
        <thead role="rowgroup" className={styles.header}>
          <tr role="row">
            <th role="columnheader" className={styles.headCell} scope="col">
              {t('column.choose')}
            </th>
            {COLUMNS.map((name) => (
              <th key={name} role="columnheader" className={styles.headCell} scope="col">
                {t(`column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className={styles.body}>
          {boxes.map((box) => (
            <Row key={box.id} box={box} chosen={chosen.has(box.id)} onChoose={(on) => choose([box.id], on)} />
          ))}
        </tbody>
      </table>
      <LabelSheet boxes={labels} />
    </>
  );
}

function Body({ wish, boxes }: { readonly wish: Wish; readonly boxes: ReturnType<typeof useBoxes> }) {
  const book = useBookStyles();
  const t = useText(paperText);
  if (boxes.isPending) return <LoadingState />;
  if (!boxes.data) return <ErrorState error={boxes.error} onRetry={() => void boxes.refetch()} />;
  const found = boxes.data.boxes;
  if (found.length === 0) {
    const [title, body] =
      wish.q || wish.only ? (['empty.found', 'empty.found_body'] as const) : (['empty', 'empty.body'] as const);
    return <EmptyState icon={<ArchiveRegular />} title={t(title)} body={t(body)} />;
  }
  return (
    <>
      <Boxes boxes={found} />
      {boxes.data.more ? <p className={book.quiet}>{t('more')}</p> : null}
    </>
  );
}

/** 書庫: boxes, where they are, who has them, and their labels. */
export function PaperPage({ wish }: { readonly wish: Wish }) {
  const styles = useDisposalStyles();
  const book = useBookStyles();
  const t = useText(paperText);
  const only = ONLY.find((one) => one === wish.only) ?? null;
  const boxes = useBoxes({ q: wish.q ?? '', only });
  return (
    <div className={book.stack}>
      <div className={book.screenOnly}>
        <RecordsParts current="paper" />
        <div className={styles.head}>
          <div>
            <PageHeading title={t('title')} focusKey="paper" />
            <p className={styles.lead}>{t('lead')}</p>
          </div>
          <div className={styles.tools}>
            {boxes.data?.may.addPlace ? <AddPlace /> : null}
            {boxes.data?.may.addBox ? <AddBox places={boxes.data.places} /> : null}
          </div>
        </div>
        <Finder key={wish.q ?? ''} wish={wish} view={boxes.isPlaceholderData ? undefined : boxes.data} />
      </div>
      <Body wish={wish} boxes={boxes} />
    </div>
  );
}
