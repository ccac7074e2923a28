import { mergeClasses } from '@fluentui/react-components';
import { usePacksStyles } from './Packs.styles.ts';

export interface RowsTableProps {
  readonly label: string;
  readonly head: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly (readonly string[])[];
  readonly testId?: string;
}

const keyed = (cells: readonly string[]) => cells.map((cell, at) => ({ cell, at }));

function Row({ head, cells, testId }: { head: readonly string[]; cells: readonly string[]; testId?: string }) {
  const styles = usePacksStyles();
  const [name = '', ...rest] = cells;
  return (
    <tr className={styles.row} data-testid={testId}>
      <th scope="row" className={mergeClasses(styles.td, styles.code)}>
        {name}
      </th>
      {keyed(rest).map(({ cell, at }) => (
        <td key={at} className={styles.td}>
          {cell === '' ? null : <span className={styles.label}>{head[at + 1]}</span>}
          {cell}
        </td>
      ))}
    </tr>
  );
}

/** Rows of regulations: a table where there is room, cards where there is none. */
export function RowsTable({ label, head, rows, testId }: RowsTableProps) {
  const styles = usePacksStyles();
  return (
    <table className={styles.table} aria-label={label}>
      <thead className={styles.thead}>
        <tr>
          {head.map((column) => (
            <th key={column} scope="col" className={styles.th}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className={styles.tbody}>
        {keyed(rows.map((row) => row.join('\n'))).map(({ at, cell }) => (
          <Row key={`${at} ${cell}`} head={head} cells={rows[at] ?? []} {...(testId === undefined ? {} : { testId })} />
        ))}
      </tbody>
    </table>
  );
}
