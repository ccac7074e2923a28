// biome-ignore-all lint/a11y/noRedundantRoles: drawn as blocks on a narrow screen, a table loses its meaning in Chromium; the roles give it back.
import { Badge, Checkbox, Link, mergeClasses } from '@fluentui/react-components';
import type { DisposalItem, DisposalView } from '@kaigi/core/contract';
import { Fragment, type ReactNode, useState } from 'react';
import { dayText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { hashOf } from '../../app/routes.ts';
import { ChoiceBar } from './ChoiceBar.tsx';
import { useDisposalStyles } from './Disposal.styles.ts';
import { disposalText } from './text.ts';

const COLUMNS = ['number', 'title', 'class', 'ends', 'ruled', 'choice', 'state'] as const;
type Column = (typeof COLUMNS)[number];

function ChoiceCell({ line }: { readonly line: DisposalItem }) {
  const t = useText(disposalText);
  const locale = useLocale();
  const until =
    line.until === null ? '' : t('in_brackets', { words: t('lines.until', { day: dayText(line.until, locale) }) });
  if (line.choice === null) return line.mark === 'HELD' ? '' : t('lines.undecided');
  const chosen = `${t(`choice.${line.choice}`)}${until}`;
  return line.reason === '' ? chosen : t('with_words', { name: chosen, words: line.reason });
}

function TitleCell({ line }: { readonly line: DisposalItem }) {
  const styles = useDisposalStyles();
  const t = useText(disposalText);
  const locale = useLocale();
  return (
    <div>
      {line.kind === 'RECORD' ? (
        <Link href={hashOf({ page: 'records', part: 'record', id: line.id, wish: {} })} data-testid="disposal-record">
          {line.title}
        </Link>
      ) : (
        <div>{line.title}</div>
      )}
      <div className={styles.badges}>
        {line.mark ? (
          <Badge appearance="tint" color={line.mark === 'HELD' ? 'danger' : 'warning'}>
            {t(`mark.${line.mark}`)}
          </Badge>
        ) : null}
        {line.medium === 'PAPER' ? <Badge appearance="outline">{t('medium.PAPER')}</Badge> : null}
        {line.historical ? <Badge appearance="tint">{t('lines.historical')}</Badge> : null}
      </div>
      {line.letGo ? (
        <div className={styles.quiet} data-testid="disposal-let-go">
          {t('lines.let_go', { name: line.letGo.by, day: dayText(line.letGo.on, locale) })}
        </div>
      ) : null}
    </div>
  );
}

function useCells(line: DisposalItem): Readonly<Record<Column, ReactNode>> {
  const t = useText(disposalText);
  const locale = useLocale();
  return {
    number: line.number,
    title: <TitleCell line={line} />,
    class: `${line.classification.code} ${line.classification.name}`,
    ends: dayText(line.endsOn, locale),
    ruled: t(`ruled.${line.proposed}`),
    choice: <ChoiceCell line={line} />,
    state: line.refusal ?? line.remains ?? t(`item.${line.state}`),
  };
}

interface Choosing {
  readonly chosen: ReadonlySet<string>;
  readonly onChosen: (ids: readonly string[], isChosen: boolean) => void;
  /** Whether there is anything to be chosen for. */
  readonly open: boolean;
}

// A number or a word that is broken in two is hard to read down a column; sentences may be broken.
const isShort = ({ refusal, remains }: DisposalItem, column: Column): boolean =>
  column === 'number' || column === 'ends' || (column === 'state' && refusal === null && remains === null);

const choosable = (line: DisposalItem): boolean => line.choices.length > 0;

function Row({ line, chosen, onChosen, open }: Choosing & { readonly line: DisposalItem }) {
  const styles = useDisposalStyles();
  const t = useText(disposalText);
  const cells = useCells(line);
  return (
    <tr role="row" className={styles.row} data-testid="disposal-line">
      {open ? (
        <td role="cell" className={styles.cell}>
          <Checkbox
            checked={chosen.has(line.id)}
            disabled={!choosable(line)}
            onChange={(_, { checked }) => onChosen([line.id], checked === true)}
            aria-label={t('lines.choose', { title: line.title })}
          />
        </td>
      ) : null}
      {COLUMNS.map((column) => (
        <td
          key={column}
          role="cell"
          data-label={t(`lines.${column}`)}
          className={mergeClasses(styles.cell, cells[column] === null && styles.nothing)}
        >
          <span className={isShort(line, column) ? styles.day : undefined}>{cells[column]}</span>
        </td>
      ))}
    </tr>
  );
}

function FolderRow({ lines, chosen, onChosen, open }: Choosing & { readonly lines: readonly DisposalItem[] }) {
  const styles = useDisposalStyles();
  const t = useText(disposalText);
  const title = lines[0]?.folder?.title ?? t('lines.no_folder');
  const ids = lines.filter(choosable).map(({ id }) => id);
  const count = ids.filter((id) => chosen.has(id)).length;
  const checked = count === 0 ? false : count === ids.length ? true : 'mixed';
  return (
    <tr role="row">
      <td role="cell" className={styles.folder} colSpan={COLUMNS.length + (open ? 1 : 0)}>
        {open && ids.length > 0 ? (
          <Checkbox
            checked={checked}
            onChange={() => onChosen(ids, checked !== true)}
            label={title}
            aria-label={t('lines.choose.folder', { title })}
            data-testid="disposal-folder"
          />
        ) : (
          title
        )}
      </td>
    </tr>
  );
}

function Head({ open }: Pick<Choosing, 'open'>) {
  const styles = useDisposalStyles();
  const t = useText(disposalText);
  return (
    <thead role="rowgroup" className={styles.header}>
      <tr role="row">
        {open ? (
          <th role="columnheader" scope="col" className={styles.headCell} aria-label={t('lines.choose.all')} />
        ) : null}
        {COLUMNS.map((column) => (
          <th key={column} role="columnheader" scope="col" className={styles.headCell}>
            {t(`lines.${column}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Every line, by 簿冊; chosen one by one, or a 簿冊 at once. */
export function Lines({ list }: { readonly list: DisposalView }) {
  const styles = useDisposalStyles();
  const t = useText(disposalText);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const onChosen: Choosing['onChosen'] = (ids, isChosen) =>
    setChosen((before) => new Set(isChosen ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))));
  const open = list.may.decide;
  const folders = [...Map.groupBy(list.lines, (line) => line.folder?.id ?? '')];
  return (
    <>
      {open ? <ChoiceBar list={list} chosen={[...chosen]} onDone={() => setChosen(new Set())} /> : null}
      <table role="table" className={styles.table} aria-label={t('lines.label')}>
        <Head open={open} />
        <tbody role="rowgroup" className={styles.body}>
          {folders.map(([folderId, lines]) => (
            <Fragment key={folderId}>
              <FolderRow lines={lines} chosen={chosen} onChosen={onChosen} open={open} />
              {lines.map((line) => (
                <Row key={line.id} line={line} chosen={chosen} onChosen={onChosen} open={open} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </>
  );
}
