import { useId } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useCasePageStyles } from './CasePage.styles.ts';

export interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** One card of the case page: a landmark with its heading. */
export function Section({ title, children }: SectionProps) {
  const styles = useCasePageStyles();
  const id = useId('section');
  return (
    <section className={styles.card} aria-labelledby={id}>
      <h2 id={id} className={styles.cardTitle}>
        {title}
      </h2>
      {children}
    </section>
  );
}
