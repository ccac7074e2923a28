import { Fragment, type ReactNode } from 'react';
import { useKeepingStyles } from './Keeping.styles.ts';

export interface FactLine {
  readonly term: string;
  readonly value: ReactNode;
}

/** What is known of something, line by line; lines without a value are left out. */
export function Facts({ lines }: { readonly lines: readonly FactLine[] }) {
  const styles = useKeepingStyles();
  return (
    <dl className={styles.facts}>
      {lines
        .filter(({ value }) => value !== null)
        .map(({ term, value }) => (
          <Fragment key={term}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.value}>{value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}
