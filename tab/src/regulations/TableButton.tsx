import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { TableRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../api/api-context.ts';
import { useLocale, useText } from '../app/locale.ts';
import { ErrorState, LoadingState } from '../app/PageStates.tsx';
import { useRegulationsStyles } from './Regulations.styles.ts';
import { regulationsText } from './text.ts';

function Table() {
  const styles = useRegulationsStyles();
  const t = useText(regulationsText);
  const locale = useLocale();
  const api = useApi();
  const table = useQuery({
    queryKey: ['regulations', 'table', locale],
    queryFn: ({ signal }) => api.drafting.regulationsTable(signal),
    staleTime: 300_000,
  });
  if (table.isPending) return <LoadingState />;
  if (table.data === undefined) {
    return <ErrorState error={table.error} title={t('table.error')} onRetry={() => void table.refetch()} />;
  }
  // Without scripts and without an origin: the page is only looked at.
  return (
    <iframe
      className={styles.table}
      sandbox=""
      title={t('table.title')}
      srcDoc={table.data}
      data-testid="regulations-table"
    />
  );
}

/** The rows of the regulations in force, as those who write them read them. */
export function TableButton() {
  const styles = useRegulationsStyles();
  const t = useText(regulationsText);
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Button icon={<TableRegular />} onClick={() => setOpen(true)} data-testid="table-button">
        {t('table.open')}
      </Button>
      <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
        <DialogSurface className={styles.wide}>
          <DialogBody>
            <DialogTitle>{t('table.title')}</DialogTitle>
            <DialogContent>{open ? <Table /> : null}</DialogContent>
            <DialogActions>
              <Button appearance="primary" onClick={() => setOpen(false)}>
                {t('table.close')}
              </Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </div>
  );
}
