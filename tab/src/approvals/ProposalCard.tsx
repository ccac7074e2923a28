import { Button, Field, Input, Link, Spinner, Textarea } from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons';
import type { CaseView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../app/locale.ts';
import { CaseFacts } from './CaseFacts.tsx';
import { useCasePageStyles } from './CasePage.styles.ts';
import { Section } from './Section.tsx';
import { approvalsText } from './text.ts';
import type { ActRunner } from './use-act-runner.ts';

export interface ProposalCardProps {
  readonly view: CaseView;
  readonly runner: ActRunner;
}

interface EditFormProps extends ProposalCardProps {
  readonly onClose: () => void;
}

function EditForm({ view, runner, onClose }: EditFormProps) {
  const styles = useCasePageStyles();
  const t = useText(approvalsText);
  const [title, setTitle] = useState(view.title);
  const [proposalText, setProposalText] = useState(view.proposalText);
  /** What the person started from. After a conflict it becomes what the page now shows. */
  const [version, setVersion] = useState(view.version);
  const missing = title.trim() === '';
  const stale = version !== view.version && !runner.busy;
  const handleSave = () => {
    if (missing) return;
    setVersion(view.version);
    const body = { version: stale ? view.version : version, title: title.trim(), proposalText: proposalText.trim() };
    runner.run({ order: { to: 'edit', body }, done: t('edit.done'), onDone: onClose });
  };
  return (
    <div className={styles.form}>
      <Field
        label={t('edit.title')}
        required
        validationState={missing ? 'error' : 'none'}
        validationMessage={missing ? t('edit.title.missing') : null}
      >
        <Input
          value={title}
          maxLength={200}
          onChange={(_, { value }) => setTitle(value)}
          input={{ 'data-testid': 'edit-title', autoFocus: true } as object}
        />
      </Field>
      <Field label={t('edit.proposal')} hint={t('edit.proposal.hint')}>
        <Textarea
          value={proposalText}
          maxLength={4000}
          rows={6}
          resize="vertical"
          onChange={(_, { value }) => setProposalText(value)}
          textarea={{ 'data-testid': 'edit-proposal' } as object}
        />
      </Field>
      {stale ? <p role="alert">{t('edit.stale')}</p> : null}
      {runner.trouble ? (
        <p role="alert" data-testid="error">
          {runner.trouble}
        </p>
      ) : null}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={runner.busy || missing}
          icon={runner.busy ? <Spinner size="tiny" /> : null}
          onClick={handleSave}
          data-testid="save-button"
        >
          {t('edit.save')}
        </Button>
        <Button disabledFocusable={runner.busy} onClick={() => (runner.busy ? undefined : onClose())}>
          {t('act.cancel')}
        </Button>
      </div>
    </div>
  );
}

/** 伺い文 and the facts; while the case is a draft, both words of the drafter can be mended here. */
export function ProposalCard({ view, runner }: ProposalCardProps) {
  const styles = useCasePageStyles();
  const t = useText(approvalsText);
  const [editing, setEditing] = useState(false);
  const handleEdit = () => {
    runner.clearTrouble();
    setEditing(true);
  };
  return (
    <Section title={t('case.proposal')}>
      {editing ? (
        <EditForm view={view} runner={runner} onClose={() => setEditing(false)} />
      ) : (
        <>
          <p className={view.proposalText === '' ? styles.small : styles.prose} data-testid="proposal-text">
            {view.proposalText || t('case.proposal.none')}
          </p>
          {view.may.edit ? (
            <div className={styles.line}>
              <Button
                icon={<EditRegular />}
                disabledFocusable={runner.busy}
                onClick={handleEdit}
                data-testid="edit-button"
              >
                {t('edit.button')}
              </Button>
              <Link href={`#/drafting/${encodeURIComponent(view.id)}`} data-testid="drafting-link">
                {t('case.edit.page')}
              </Link>
            </div>
          ) : null}
        </>
      )}
      <CaseFacts view={view} />
    </Section>
  );
}
