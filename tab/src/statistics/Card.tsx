import { useId } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useStatisticsStyles } from './Statistics.styles.ts';

export function Card({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStatisticsStyles();
  const id = useId('statistics');
  return (
    <section className={styles.card} aria-labelledby={id}>
      <h2 id={id} className={styles.cardTitle}>
        {title}
      </h2>
      {children}
    </section>
  );
}

export interface Column<T> {
  readonly name: string;
  readonly cell: (row: T) => ReactNode;
  /** Figures stand under one another at the right. */
  readonly figure?: boolean;
}

export interface TableProps<T> {
  readonly label: string;
  readonly columns: readonly [Column<T>, ...Column<T>[]];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly testId: string;
}

/** Every chart has its figures beside it, for whoever does not see it, and for the minutes. */
export function Table<T>({ label, columns, rows, rowKey, testId }: TableProps<T>) {
  const styles = useStatisticsStyles();
  const [first, ...others] = columns;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={label}>
      <table className={styles.table} data-testid={testId}>
        <thead>
          <tr>
            {columns.map(({ name, figure }) => (
              <th key={name} scope="col" className={figure ? styles.number : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              <th scope="row">{first.cell(row)}</th>
              {others.map(({ name, cell, figure }) => (
                <td key={name} className={figure ? styles.number : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
