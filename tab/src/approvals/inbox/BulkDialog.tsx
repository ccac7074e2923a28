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
import type { BulkApproveAnswer, CaseSummary } from '@kaigi/core/contract';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useFocusBack } from '../../app/use-focus-back.ts';
import { listText } from '../../app/words.ts';
import { matterOf } from '../../regulations/matters.ts';
import { useMatters } from '../../regulations/use-matters.ts';
import { useInboxStyles } from './Inbox.styles.ts';
import { inboxText } from './text.ts';
import { type Summary, useBulkApprove, useSummaries } from './use-bulk-approve.ts';

export interface BulkDialogProps {
  readonly items: readonly CaseSummary[];
  readonly onClose: () => void;
}

type Outcome = BulkApproveAnswer['items'][number];

function OutcomeLine({ outcome }: { readonly outcome: Outcome }) {
  const styles = useInboxStyles();
  const t = useText(inboxText);
  return (
    <span className={outcome.ok ? styles.good : styles.bad} data-testid="bulk-outcome" data-ok={outcome.ok}>
      {outcome.ok ? t('inbox.bulk.ok') : outcome.problem}
    </span>
  );
}

/** The facts as the regulations call them: 日数 2, not days 2. */
function useFactLine(matterCode: string, facts: Summary['facts']): string {
  const t = useText(inboxText);
  const locale = useLocale();
  const asked = matterOf(useMatters().data, matterCode)?.facts ?? [];
  const lines = asked.flatMap(({ key, label, choices }) => {
    const value = facts[key];
    if (value === undefined) return [];
    const said =
      typeof value === 'boolean' ? t(value ? 'inbox.fact.yes' : 'inbox.fact.no') : value.toLocaleString(locale);
    return [`${label} ${choices.find((choice) => choice.value === value)?.label ?? said}`];
  });
  return listText(lines, locale);
}

interface SummaryProps {
  readonly matterCode: string;
  readonly summary: Summary;
  readonly outcome: Outcome | null;
}

function SummaryRow({ matterCode, summary, outcome }: SummaryProps) {
  const styles = useInboxStyles();
  const locale = useLocale();
  const facts = useFactLine(matterCode, summary.facts);
  return (
    <li className={styles.summary} data-testid="bulk-summary">
      <span className={styles.title}>{summary.title}</span>
      <span className={styles.facts}>
        {summary.unitName} {summary.drafterName}
      </span>
      {outcome ? <OutcomeLine outcome={outcome} /> : null}
      {facts === '' ? null : <span>{facts}</span>}
      <p className={styles.prose}>{summary.proposalText}</p>
      <span className={styles.facts}>{listText([summary.document, ...summary.attachments], locale)}</span>
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
  readonly ready: readonly Summary[];
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

export function BulkDialog({ items, onClose }: BulkDialogProps) {
  useFocusBack();
  const styles = useInboxStyles();
  const t = useText(inboxText);
  const summaries = useSummaries(items.map(({ id }) => id));
  const shown = summaries.data?.items ?? [];
  const bulk = useBulkApprove();
  const ready = shown.filter(({ mayBulkApprove }) => mayBulkApprove);
  const waiting = summaries.isPending;
  const over = bulk.answer !== null;
  const outcomeOf = (id: string) => bulk.answer?.items.find(({ caseId }) => caseId === id) ?? null;
  return (
    <Dialog open modalType="modal" onOpenChange={(_, { open }) => (open || bulk.busy ? undefined : onClose())}>
      <DialogSurface data-testid="bulk-dialog">
        <DialogBody>
          <DialogTitle>{t('inbox.bulk.title')}</DialogTitle>
          <DialogContent>
            <Trouble answer={bulk.answer} error={bulk.error ?? summaries.error} />
            <p>{t('inbox.bulk.sentence')}</p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
            <ul className={styles.summaries} tabIndex={0}>
              {shown.map((summary) => (
                <SummaryRow
                  key={summary.caseId}
                  matterCode={items.find(({ id }) => id === summary.caseId)?.matterCode ?? ''}
                  summary={summary}
                  outcome={outcomeOf(summary.caseId)}
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
