import { Button, MessageBar, MessageBarBody, MessageBarTitle, Spinner } from '@fluentui/react-components';
import { SaveRegular, SendRegular } from '@fluentui/react-icons';
import { useText } from '../app/locale.ts';
import { useDraftingStyles } from './Drafting.styles.ts';
import type { DraftProblem } from './problems.ts';
import { draftingText } from './text.ts';

export interface DraftBarProps {
  readonly isNew: boolean;
  readonly sentBack: boolean;
  readonly dirty: boolean;
  readonly busy: boolean;
  /** How far the files are, while they are under way; null otherwise. */
  readonly progress: { readonly at: number; readonly of: number } | null;
  readonly problems: readonly DraftProblem[];
  readonly onSave: () => void;
  readonly onSubmit: () => void;
}

export function ProblemList({ problems }: Pick<DraftBarProps, 'problems'>) {
  const styles = useDraftingStyles();
  const t = useText(draftingText);
  if (problems.length === 0) return null;
  return (
    <MessageBar intent="error" layout="multiline" data-testid="draft-problems">
      <MessageBarBody>
        <MessageBarTitle>{t('problems.title', { count: problems.length })}</MessageBarTitle>
        <ul className={styles.plain}>
          {problems.map(({ code }) => (
            <li key={code}>{t(code)}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}

/** Save, and submit; a new draft is saved first, so that its route can be seen. */
export function DraftBar({
  isNew,
  sentBack,
  dirty,
  busy,
  progress,
  onSave,
  onSubmit,
}: Omit<DraftBarProps, 'problems'>) {
  const styles = useDraftingStyles();
  const t = useText(draftingText);
  const state = progress ? t('bar.busy.file', { ...progress }) : busy ? t('bar.busy') : dirty ? t('bar.unsaved') : null;
  return (
    <div className={styles.bar}>
      <span className={styles.barText} role="status" data-testid="draft-state">
        {state ?? (isNew ? null : t('bar.saved'))}
      </span>
      <Button
        appearance={isNew ? 'primary' : 'secondary'}
        icon={busy ? <Spinner size="tiny" /> : <SaveRegular />}
        disabledFocusable={busy || (!isNew && !dirty)}
        onClick={() => (busy || (!isNew && !dirty) ? undefined : onSave())}
        data-testid="save-button"
      >
        {t(isNew ? 'bar.create' : 'bar.save')}
      </Button>
      {isNew ? null : (
        <Button
          appearance="primary"
          icon={<SendRegular />}
          disabledFocusable={busy}
          onClick={() => (busy ? undefined : onSubmit())}
          data-testid="submit-button"
        >
          {t(sentBack ? 'bar.submitAgain' : 'bar.submit')}
        </Button>
      )}
    </div>
  );
}
