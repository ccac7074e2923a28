import { Button } from '@fluentui/react-components';
import type { CaseSummary } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { BulkDialog } from './BulkDialog.tsx';
import { useInboxStyles } from './Inbox.styles.ts';
import { inboxText } from './text.ts';

export interface BulkBarProps {
  readonly items: readonly CaseSummary[];
  readonly ticked: readonly string[];
  readonly onTicked: (ids: readonly string[]) => void;
}

/** Only minor matters can be approved together, and only after a look at each. */
export function BulkBar({ items, ticked, onTicked }: BulkBarProps) {
  const styles = useInboxStyles();
  const t = useText(inboxText);
  const [open, setOpen] = useState<readonly CaseSummary[] | null>(null);
  const minor = items.filter(({ mayBulkApprove }) => mayBulkApprove);
  const handleClose = () => {
    setOpen(null);
    onTicked([]);
  };
  // The dialog stays where it is when the cases behind it have left the list: it still tells what came of them.
  return (
    <>
      {minor.length === 0 ? null : (
        <div className={styles.bulk} data-testid="bulk-bar">
          {ticked.length > 0 ? (
            <>
              <span className={styles.grow}>{t('inbox.bulk.count', { count: ticked.length })}</span>
              <Button size="small" appearance="subtle" onClick={() => onTicked([])}>
                {t('inbox.bulk.clear')}
              </Button>
              <Button
                size="small"
                appearance="primary"
                onClick={() => setOpen(minor.filter(({ id }) => ticked.includes(id)))}
                data-testid="bulk-button"
              >
                {t('inbox.bulk.button')}
              </Button>
            </>
          ) : (
            <Button
              size="small"
              appearance="subtle"
              onClick={() => onTicked(minor.map(({ id }) => id))}
              data-testid="bulk-all"
            >
              {t('inbox.bulk.all', { count: minor.length })}
            </Button>
          )}
        </div>
      )}
      {open ? <BulkDialog items={open} onClose={handleClose} /> : null}
    </>
  );
}
