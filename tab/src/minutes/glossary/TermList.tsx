import { Button, Field, Input, Select } from '@fluentui/react-components';
import { BookRegular } from '@fluentui/react-icons';
import type { GlossaryView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { EmptyState } from '../../app/PageStates.tsx';
import { Section } from '../../approvals/Section.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { useMeetingRules } from '../meetings/use-meetings.ts';
import { TermItem } from './TermItem.tsx';
import { glossaryText } from './text.ts';
import { shownTerms } from './typed-term.ts';

/** Nobody reads more at once, and a browser need not draw them. */
const AT_ONCE = 50;

export interface TermListProps {
  readonly items: GlossaryView['items'];
  /** null: all; '' the whole city's; else a 会議体's. */
  readonly scope: string | null;
  readonly onScope: (scope: string | null) => void;
}

const ALL = '*';

function ScopeSelect({ scope, onScope }: Omit<TermListProps, 'items'>) {
  const t = useText(glossaryText);
  const bodies = useMeetingRules().data?.items ?? [];
  return (
    <Field label={t('filter.scope')}>
      <Select
        value={scope ?? ALL}
        onChange={(_, { value }) => onScope(value === ALL ? null : value)}
        data-testid="glossary-scope"
      >
        <option value={ALL}>{t('filter.all')}</option>
        <option value="">{t('scope.city')}</option>
        {bodies.map(({ bodyId, name }) => (
          <option key={bodyId} value={bodyId}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** The terms by scope and by words. */
export function TermList({ items, scope, onScope }: TermListProps) {
  const styles = useMinutesStyles();
  const t = useText(glossaryText);
  const [words, setWords] = useState('');
  const [most, setMost] = useState(AT_ONCE);
  const shown = shownTerms(items, { scope, words });
  if (items.length === 0)
    return <EmptyState icon={<BookRegular />} title={t('list.none')} body={t('list.none.body')} />;
  return (
    <Section title={t('list.title')}>
      <search className={styles.filters}>
        <ScopeSelect {...{ scope, onScope }} />
        <Field label={t('filter.words')}>
          <Input
            type="search"
            value={words}
            onChange={(_, { value }) => setWords(value)}
            data-testid="glossary-words"
          />
        </Field>
      </search>
      <p className={styles.small} role="status" data-testid="glossary-count">
        {shown.length === 0 ? t('list.nothing_found') : t('list.count', { count: shown.length })}
      </p>
      <ul className={styles.list}>
        {shown.slice(0, most).map((term) => (
          <TermItem key={term.id} term={term} />
        ))}
      </ul>
      {shown.length > most ? (
        <div>
          <Button onClick={() => setMost(most + AT_ONCE)}>{t('list.more')}</Button>
        </div>
      ) : null}
    </Section>
  );
}
