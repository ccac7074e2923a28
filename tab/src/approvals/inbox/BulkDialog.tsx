import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  Spinner,
} from '@fluentui/react-components';
import type { BulkApproveAnswer, CaseSummary, CaseView } from '@kaigi/core/contract';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { CaseFacts } from '../CaseFacts.tsx';
import { useInboxStyles } from './Inbox.styles.ts';
import { inboxText } from './text.ts';
import { type Summary, useBulkApprove, useSummaries } from './use-bulk-approve.ts';

export interface BulkDialogProps {
  readonly items: readonly CaseSummary[];
  readonly onClose: () => void;
}

type Outcome = BulkApproveAnswer['items'][number];

interface SummaryProps {
  readonly item: CaseSummary;
  readonly view: CaseView | null;
  readonly failed: boolean;
  readonly outcome: Outcome | null;
}

function OutcomeLine({ outcome }: { readonly outcome: Outcome }) {
  const styles = useInboxStyles();
  const t = useText(inboxText);
  return (
    <span className={outcome.ok ? styles.good : styles.bad} data-testid="bulk-outcome" data-ok={outcome.ok}>
      {outcome.ok ? t('inbox.bulk.ok') : outcome.problem}
    </span>
  );
}

function SummaryRow({ item, view, failed, outcome }: SummaryProps) {
  const styles = useInboxStyles();
  const t = useText(inboxText);
  return (
    <li className={styles.summary} data-testid="bulk-summary">
      <span className={styles.title}>{item.title}</span>
      {outcome ? <OutcomeLine outcome={outcome} /> : null}
      {view ? <p className={styles.prose}>{view.proposalText}</p> : null}
      {view ? <CaseFacts view={view} /> : null}
      {failed && !view ? <span className={styles.bad}>{t('inbox.bulk.unread')}</span> : null}
    </li>
  );
}

function Trouble({ answer, error }: { readonly answer: BulkApproveAnswer | null; readonly error: unknown }) {
  const t = useText(inboxText);
  const locale = useLocale();
  const failed = answer?.items.filter(({ ok }) => !ok).length ?? 0;
  if (!error && answer && failed === 0) {
    return (
      <MessageBar intent="success" data-testid="bulk-done">
        <MessageBarBody>{t('inbox.bulk.done', { count: answer.items.length })}</MessageBarBody>
      </MessageBar>
    );
  }
  if (!error && failed === 0) return null;
  const sentence = error ? errorWords(error, locale).sentence : t('inbox.bulk.some', { failed });
  return (
    <MessageBar intent="error" layout="multiline" data-testid="error">
      <MessageBarBody>{sentence}</MessageBarBody>
    </MessageBar>
  );
}

interface ButtonsProps {
  readonly ready: readonly CaseView[];
  readonly waiting: boolean;
  readonly busy: boolean;
  readonly over: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

function Buttons({ ready, waiting, busy, over, onConfirm, onClose }: ButtonsProps) {
  const t = useText(inboxText);
  return (
    <DialogActions fluid>
      <Button disabledFocusable={busy} onClick={() => (busy ? undefined : onClose())} data-testid="cancel-button">
        {t(over ? 'inbox.bulk.close' : 'inbox.bulk.cancel')}
      </Button>
      {over ? null : (
        <Button
          appearance="primary"
          disabledFocusable={busy || waiting || ready.length === 0}
          icon={busy || waiting ? <Spinner size="tiny" /> : null}
          onClick={onConfirm}
          data-testid="confirm-button"
        >
          {waiting ? t('inbox.bulk.loading') : t('inbox.bulk.confirm', { count: ready.length })}
        </Button>
      )}
    </DialogActions>
  );
}

const readyOf = (summaries: readonly Summary[]): CaseView[] =>
  summaries.flatMap(({ view }) => (view?.may.bulkApprove ? [view] : []));

export function BulkDialog({ items, onClose }: BulkDialogProps) {
  const styles = useInboxStyles();
  const t = useText(inboxText);
  const summaries = useSummaries(items.map(({ id }) => id));
  const bulk = useBulkApprove();
  const ready = readyOf(summaries);
  const waiting = summaries.some(({ view, failed }) => !view && !failed);
  const over = bulk.answer !== null;
  const outcomeOf = (id: string) => bulk.answer?.items.find(({ caseId }) => caseId === id) ?? null;
  return (
    <Dialog open modalType="modal" onOpenChange={(_, { open }) => (open || bulk.busy ? undefined : onClose())}>
      <DialogSurface data-testid="bulk-dialog">
        <DialogBody>
          <DialogTitle>{t('inbox.bulk.title')}</DialogTitle>
          <DialogContent>
            <Trouble answer={bulk.answer} error={bulk.error} />
            <p>{t('inbox.bulk.sentence')}</p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
            <ul className={styles.summaries} tabIndex={0}>
              {items.map((item, index) => (
                <SummaryRow
                  key={item.id}
                  item={item}
                  view={summaries[index]?.view ?? null}
                  failed={summaries[index]?.failed ?? false}
                  outcome={outcomeOf(item.id)}
                />
              ))}
            </ul>
          </DialogContent>
          <Buttons
            ready={ready}
            waiting={waiting}
            busy={bulk.busy}
            over={over}
            onConfirm={() => (bulk.busy || waiting ? undefined : bulk.approve(ready))}
            onClose={onClose}
          />
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
