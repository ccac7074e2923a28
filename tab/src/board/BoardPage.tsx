import { Field, Select, Tab, TabList } from '@fluentui/react-components';
import { FilterDismissRegular, LocationRegular } from '@fluentui/react-icons';
import type { BoardPage as Page } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../app/locale.ts';
import { MoreButton } from '../app/MoreButton.tsx';
import { PageHeading } from '../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../app/PageStates.tsx';
import { useBoardStyles } from './Board.styles.ts';
import { BoardRow } from './BoardRow.tsx';
import { type BoardView, rowKey, rowsOf, VIEWS } from './board-rows.ts';
import { boardText } from './text.ts';
import { useBoard } from './use-board.ts';

interface FiltersProps {
  readonly units: Page['units'];
  readonly unit: string | null;
  readonly view: BoardView;
  readonly onUnit: (unit: string | null) => void;
  readonly onView: (view: BoardView) => void;
}

function Filters({ units, unit, view, onUnit, onView }: FiltersProps) {
  const styles = useBoardStyles();
  const t = useText(boardText);
  return (
    <search className={styles.filters}>
      <Field label={t('board.unit')} className={styles.unit}>
        <Select
          value={unit ?? ''}
          onChange={(_, { value }) => onUnit(value === '' ? null : value)}
          data-testid="board-unit"
        >
          <option value="">{t('board.unit.all')}</option>
          {units.map(({ unitId, unitName, count, overdue }) => (
            <option key={unitId} value={unitId}>
              {t('board.unit.one', { name: unitName, count, overdue })}
            </option>
          ))}
        </Select>
      </Field>
      <TabList
        selectedValue={view}
        onTabSelect={(_, { value }) => onView(value as BoardView)}
        aria-label={t('board.view')}
        size="small"
        className={styles.views}
      >
        {VIEWS.map((one) => (
          <Tab key={one} value={one} data-testid={`board-${one}`}>
            {t(`board.view.${one}`)}
          </Tab>
        ))}
      </TabList>
    </search>
  );
}

function Rows({ pages, view }: { readonly pages: readonly Page[]; readonly view: BoardView }) {
  const styles = useBoardStyles();
  const t = useText(boardText);
  const rows = rowsOf(
    pages.flatMap(({ items }) => items),
    view,
  );
  if (rows.length === 0) {
    return (
      <EmptyState icon={<FilterDismissRegular />} title={t('board.empty.filter')} body={t('board.empty.filter.body')} />
    );
  }
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={t('board.table')}>
        <thead className={styles.thead}>
          <tr>
            {(['case', 'holder', 'elapsed', 'state'] as const).map((column) => (
              <th key={column} scope="col" className={styles.th}>
                {t(`board.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={styles.tbody}>
          {rows.map((item) => (
            <BoardRow key={rowKey(item)} item={item} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Body() {
  const styles = useBoardStyles();
  const t = useText(boardText);
  const [unit, setUnit] = useState<string | null>(null);
  const [view, setView] = useState<BoardView>('all');
  const board = useBoard(unit);
  if (board.isPending) return <LoadingState />;
  if (!board.data) return <ErrorState error={board.error} onRetry={() => void board.refetch()} />;
  const { pages } = board.data;
  const { units = [], total = 0, overdue = 0 } = pages[0] ?? {};
  if (total === 0 && unit === null) {
    return <EmptyState icon={<LocationRegular />} title={t('board.empty')} body={t('board.empty.body')} />;
  }
  return (
    <>
      <Filters units={units} unit={unit} view={view} onUnit={setUnit} onView={setView} />
      <p className={styles.count} role="status" data-testid="board-count">
        {t('board.count', { total, overdue })}
      </p>
      <Rows pages={pages} view={view} />
      <MoreButton list={board} />
    </>
  );
}

/** 「今どこ」: nothing vanishes; whoever may see a case sees with whom it lies. */
export function BoardPage() {
  const styles = useBoardStyles();
  const t = useText(boardText);
  return (
    <>
      <div className={styles.head}>
        <PageHeading title={t('board.title')} focusKey="board" />
        <p className={styles.lead}>{t('board.lead')}</p>
      </div>
      <Body />
    </>
  );
}
