import { type ReactNode, useId } from 'react';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { useWeekStyles } from '../week/Week.styles.ts';

export interface SettingsCardProps {
  readonly title: string;
  readonly lead?: string;
  readonly testId: string;
  readonly children: ReactNode;
}

export function SettingsCard({ title, lead, testId, children }: SettingsCardProps) {
  const week = useWeekStyles();
  const styles = useDialogStyles();
  const id = useId();
  return (
    <section className={week.card} aria-labelledby={id} data-testid={testId}>
      <h2 id={id} className={styles.heading}>
        {title}
      </h2>
      {lead === undefined ? null : <p className={styles.small}>{lead}</p>}
      {children}
    </section>
  );
}
