import { Button } from '@fluentui/react-components';
import type { CaseView, ExplanationView } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { Section } from '../../approvals/Section.tsx';
import { whenText } from '../slots/Proposals.tsx';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { ExplainDialog } from './ExplainDialog.tsx';
import { panelText } from './text.ts';
import { useExplanationOrder, useExplanations } from './use-panel.ts';

interface RowProps {
  readonly one: ExplanationView;
  readonly onMove: () => void;
}

function Row({ one, onMove }: RowProps) {
  const styles = useDialogStyles();
  const t = useText(panelText);
  const locale = useLocale();
  const notify = useNotice();
  const { mutate, isPending } = useExplanationOrder();
  const { person, asker, mayChange } = one;
  const handleCancel = () =>
    mutate(
      { to: 'cancel', id: one.explanationId },
      {
        onSuccess: () => notify({ text: t('explain.done.cancel'), intent: 'success' }),
        onError: (error) => notify({ text: errorWords(error, locale).sentence, intent: 'error' }),
      },
    );
  return (
    <li className={styles.line} data-testid="explanation">
      <span>{t('explain.one', { when: whenText(one, locale), person: person.name, asker: asker.name })}</span>
      {mayChange ? (
        <span>
          <Button size="small" onClick={onMove} aria-label={t('explain.move.of', { person: person.name })}>
            {t('explain.move')}
          </Button>{' '}
          <Button
            size="small"
            disabledFocusable={isPending}
            onClick={handleCancel}
            aria-label={t('explain.cancel.of', { person: person.name })}
            data-testid="explanation-cancel"
          >
            {t('explain.cancel')}
          </Button>
        </span>
      ) : null}
    </li>
  );
}

/** When this case is explained to whom, and the way to book it. Nothing where nobody can and nothing is booked. */
export function ExplanationsCard({ view: { id } }: { readonly view: Pick<CaseView, 'id'> }) {
  const styles = useDialogStyles();
  const t = useText(panelText);
  const { data } = useExplanations(id);
  const [opened, setOpened] = useState<ExplanationView | 'NEW' | null>(null);
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
            <Row key={one.explanationId} one={one} onMove={() => setOpened(one)} />
          ))}
        </ul>
      )}
      {people.length === 0 ? null : (
        <span>
          <Button onClick={() => setOpened('NEW')} data-testid="explain-button">
            {t('explain.book')}
          </Button>
        </span>
      )}
      {opened === null ? null : (
        <ExplainDialog
          caseId={id}
          people={opened === 'NEW' ? people : [opened.person]}
          moved={opened === 'NEW' ? null : opened}
          onClose={() => setOpened(null)}
        />
      )}
    </Section>
  );
}
