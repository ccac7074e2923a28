import { Button } from '@fluentui/react-components';
import type { CaseView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { Section } from '../../approvals/Section.tsx';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { ExplainDialog } from './ExplainDialog.tsx';
import { ExplanationRow } from './ExplanationRow.tsx';
import { panelText } from './text.ts';
import { useExplanations } from './use-panel.ts';

/** When this case is explained to whom, and the way to book it. Nothing where nobody can and nothing is booked. */
export function ExplanationsCard({ view: { id } }: { readonly view: Pick<CaseView, 'id'> }) {
  const styles = useDialogStyles();
  const t = useText(panelText);
  const { data } = useExplanations(id);
  const [isBooking, setIsBooking] = useState(false);
  if (!data || (data.items.length === 0 && data.people.length === 0)) return null;
  const booked = new Set(data.items.map(({ person }) => person.staffId));
  const people = data.people.filter(({ staffId }) => !booked.has(staffId));
  return (
    <Section title={t('explain.title')}>
      {data.items.length === 0 ? (
        <p className={styles.small}>{t('explain.lead')}</p>
      ) : (
        <ul className={styles.items}>
          {data.items.map((one) => (
            <ExplanationRow key={one.explanationId} one={one} at="case" />
          ))}
        </ul>
      )}
      {data.items.some(({ tentative }) => tentative) ? (
        <p className={styles.small}>{t('explain.tentative.why')}</p>
      ) : null}
      {people.length === 0 ? null : (
        <span>
          <Button onClick={() => setIsBooking(true)} data-testid="explain-button">
            {t('explain.book')}
          </Button>
        </span>
      )}
      {isBooking ? (
        <ExplainDialog caseId={id} people={people} moved={null} onClose={() => setIsBooking(false)} />
      ) : null}
    </Section>
  );
}
