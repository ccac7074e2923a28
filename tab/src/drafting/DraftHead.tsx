import { Button, Link, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import type { CaseView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../app/locale.ts';
import { PageHeading } from '../app/PageHeading.tsx';
import { hashOf } from '../app/routes.ts';
import { InstructionNote } from '../instructions/InstructionNote.tsx';
import { CiteDialog } from './CiteDialog.tsx';
import { CorrectionNote } from './CorrectionNote.tsx';
import { useDraftingStyles } from './Drafting.styles.ts';
import { draftingText } from './text.ts';
import type { Draft } from './use-draft.ts';
import type { DraftDesk } from './use-draft-desk.ts';

export interface DraftHeadProps {
  readonly view: CaseView | null;
  readonly draft: Draft;
  readonly desk: DraftDesk;
  /** 作成指示 that a new draft answers. */
  readonly instruction: string | null;
}

function titleOf(view: CaseView | null): 'page.new' | 'page.draft' | 'page.correct' {
  if (!view) return 'page.new';
  return view.status === 'SENT_BACK' ? 'page.correct' : 'page.draft';
}

function CiteButton({ desk, instruction }: Pick<DraftHeadProps, 'desk' | 'instruction'>) {
  const t = useText(draftingText);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<CopyRegular />} onClick={() => setOpen(true)} data-testid="cite-button">
        {t('cite.open')}
      </Button>
      {open ? (
        <CiteDialog busy={desk.busy} onCite={(id) => desk.cite(id, instruction)} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}

/** What must be read first: what this page is, why the case came back, what was found again. */
export function DraftHead({ view, draft, desk, instruction }: DraftHeadProps) {
  const styles = useDraftingStyles();
  const t = useText(draftingText);
  const answered = view ? (view.instruction?.mayOpen ? view.instructionId : null) : instruction;
  return (
    <>
      <div className={styles.head}>
        <div className={styles.headText}>
          <PageHeading title={t(titleOf(view))} focusKey={`drafting/${view?.id ?? 'new'}`} />
          <p className={styles.lead}>{t('page.lead')}</p>
        </div>
        {view ? (
          <Link href={hashOf({ page: 'case', id: view.id })}>{t('page.toCase')}</Link>
        ) : (
          <CiteButton desk={desk} instruction={instruction} />
        )}
      </div>
      <div className={styles.notes}>
        {answered ? <InstructionNote id={answered} isNew={view === null} /> : null}
        {view ? <CorrectionNote view={view} changed={draft.changed} /> : null}
        {draft.restored ? (
          <MessageBar intent="info" layout="multiline" data-testid="restored">
            <MessageBarBody>{t('page.restored')}</MessageBarBody>
            <MessageBarActions>
              <Button size="small" onClick={draft.reset}>
                {t('page.restored.drop')}
              </Button>
            </MessageBarActions>
          </MessageBar>
        ) : null}
        {view?.citedCaseId ? (
          <Link href={hashOf({ page: 'case', id: view.citedCaseId })} data-testid="cited-case">
            {t('cited.from')}
          </Link>
        ) : null}
      </div>
    </>
  );
}
