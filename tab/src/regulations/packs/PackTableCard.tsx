import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Field,
  SearchBox,
} from '@fluentui/react-components';
import type { PackTable } from '@kaigi/core/contract';
import { useDeferredValue, useState } from 'react';
import type { WhichPack } from '../../api/packs.ts';
import { useText } from '../../app/locale.ts';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { Section } from '../../approvals/Section.tsx';
import { usePacksStyles } from './Packs.styles.ts';
import { sectionsWith } from './packs.ts';
import { RowsTable } from './RowsTable.tsx';
import { packsText } from './text.ts';
import { usePackTable } from './use-packs.ts';

function Sections({ table, words }: { readonly table: PackTable; readonly words: string }) {
  const t = useText(packsText);
  const [open, setOpen] = useState<readonly string[]>([]);
  const shown = sectionsWith(table.sections, words);
  // What was searched for is not hidden behind a heading.
  const opened = words.trim() === '' ? open : shown.map(({ title }) => title);
  if (shown.length === 0) return <p role="status">{t('table.none')}</p>;
  return (
    <Accordion
      collapsible
      multiple
      openItems={[...opened]}
      onToggle={(_, { openItems }) => setOpen(openItems.map(String))}
    >
      {shown.map(({ title, head, rows }) => (
        <AccordionItem key={title} value={title} data-testid="pack-section">
          <AccordionHeader as="h3">{t('table.section', { title, count: rows.length })}</AccordionHeader>
          <AccordionPanel>
            {opened.includes(title) ? <RowsTable label={title} head={head} rows={rows} testId="pack-row" /> : null}
          </AccordionPanel>
        </AccordionItem>
      ))}
    </Accordion>
  );
}

/** The rows of a version, as those who write regulations read them. */
export function PackTableCard({ which }: { readonly which: WhichPack }) {
  const styles = usePacksStyles();
  const t = useText(packsText);
  const [typed, setTyped] = useState('');
  const words = useDeferredValue(typed);
  const table = usePackTable(which);
  return (
    <Section title={t('table.title')}>
      {table.isPending ? <LoadingState /> : null}
      {table.isError && !table.data ? (
        <ErrorState error={table.error} title={t('table.failed')} onRetry={() => void table.refetch()} />
      ) : null}
      {table.data ? (
        <>
          <Field label={t('table.search')} hint={t('table.search.hint')} className={styles.search}>
            <SearchBox
              value={typed}
              maxLength={60}
              onChange={(_, { value }) => setTyped(value)}
              input={{ 'data-testid': 'table-search' } as object}
            />
          </Field>
          <Sections table={table.data} words={words} />
        </>
      ) : null}
    </Section>
  );
}
