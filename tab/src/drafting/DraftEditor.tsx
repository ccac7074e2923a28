import type { CaseView, DraftCaseInput, MattersView } from '@kaigi/core/contract';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../app/locale.ts';
import { explainQuery, isAnswerable } from '../regulations/question.ts';
import { useExplain } from '../regulations/use-explain.ts';
import { shownFields } from './applicable.ts';
import { ContentSection } from './ContentSection.tsx';
import { DraftAttachments } from './DraftAttachments.tsx';
import { DraftBar, ProblemList } from './DraftBar.tsx';
import { DraftHead } from './DraftHead.tsx';
import { useDraftingStyles } from './Drafting.styles.ts';
import { EMPTY_FORM, editOf } from './draft-form.ts';
import { FilingSection } from './FilingSection.tsx';
import { titleFrom } from './files.ts';
import { HandlingSection } from './HandlingSection.tsx';
import { IssuanceSection } from './IssuanceSection.tsx';
import { MatterSection } from './MatterSection.tsx';
import type { ProblemField } from './problems.ts';
import { RouteColumn } from './RouteColumn.tsx';
import type { SectionProps } from './section-props.ts';
import { draftingText } from './text.ts';
import { type Draft, useDraft } from './use-draft.ts';
import { useDraftDesk } from './use-draft-desk.ts';

export interface DraftEditorProps {
  /** Null for a new draft. */
  readonly view: CaseView | null;
  readonly matters: MattersView;
  readonly staffId: string;
  /** 作成指示 that a new draft answers. */
  readonly instruction: string | null;
}

/** Leaving with unsaved words asks first, where the browser lets us. */
function useLeaveGuard(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
}

function useAnswer(draft: Draft) {
  const { asked, form } = draft;
  const answerable = isAnswerable(asked, form.matter);
  const urgent = form.urgency !== 'NORMAL';
  const answer = useExplain(answerable ? explainQuery(asked, form.matter, { urgent, unitId: null }) : null);
  return { answer, answerable };
}

/** What has been tried, and so which mistakes are told. */
function useTold(draft: Draft) {
  const t = useText(draftingText);
  const [tried, setTried] = useState<'NO' | 'SAVE' | 'SUBMIT'>('NO');
  const list = useRef<HTMLDivElement>(null);
  const told = draft.problems.filter(({ blocks }) => tried === 'SUBMIT' || blocks === tried);
  const attempt = (what: 'SAVE' | 'SUBMIT'): boolean => {
    setTried(what);
    const fine =
      draft.problems.every(({ blocks }) => blocks !== 'SAVE' && what === 'SAVE') || draft.problems.length === 0;
    if (!fine) requestAnimationFrame(() => list.current?.focus());
    return fine;
  };
  const sentence = (field: ProblemField): string | null => {
    const problem = told.find((one) => one.field === field);
    return problem ? t(problem.code) : null;
  };
  return { tried: tried !== 'NO', told, attempt, sentence, list };
}

const answering = (input: DraftCaseInput, instruction: string | null): DraftCaseInput =>
  instruction === null ? input : { ...input, instructionId: instruction };

/** The drafting page: fields to the left, who decides and whom it goes to on the right. */
export function DraftEditor({ view, matters, staffId, instruction }: DraftEditorProps) {
  const styles = useDraftingStyles();
  const [document, setDocument] = useState<File | null>(null);
  const [queue, setQueue] = useState<readonly File[]>([]);
  const draft = useDraft({ view, matters, staffId, hasDocument: view !== null || document !== null });
  const desk = useDraftDesk(staffId);
  const { answer, answerable } = useAnswer(draft);
  const told = useTold(draft);
  const { form, input, asked, changed } = draft;
  const dirty = view ? changed.length > 0 : form !== EMPTY_FORM || document !== null;
  useLeaveGuard(dirty);
  const top = matters.classes.at(-1)?.code;
  const topDecides = answerable && form.matter.escalations.length === 0 && answer.data?.decisionClass?.code === top;
  const shown = shownFields(form, { matter: asked, topDecides });
  const section: SectionProps = { draft, shown, told: told.sentence };
  const handleFile = (file: File) => {
    if (view) return desk.replaceDocument(view, file);
    setDocument(file);
    if (form.title.trim() === '') draft.change({ title: titleFrom(file.name) });
  };
  const handleSave = () => {
    if (!told.attempt('SAVE') || !input) return;
    if (view) desk.save(view, editOf(input, view));
    else if (document) desk.create({ input: answering(input, instruction), document, attachments: queue });
  };
  const handleSubmit = () => {
    if (view && input && told.attempt('SUBMIT')) desk.submit(view, dirty ? editOf(input, view) : null);
  };
  return (
    <>
      <DraftHead view={view} draft={draft} desk={desk} instruction={instruction} />
      <div ref={told.list} tabIndex={-1} className={styles.notes}>
        <ProblemList problems={told.told} />
      </div>
      <div className={styles.columns}>
        <div className={styles.column}>
          <MatterSection {...section} matters={matters} answer={answer.data ?? null} tried={told.tried} />
          <ContentSection
            {...section}
            stored={view?.document ?? null}
            chosen={view ? null : document}
            busy={desk.busy}
            onFile={handleFile}
          />
          <FilingSection {...section} />
          <IssuanceSection {...section} />
          <HandlingSection draft={draft} />
          <DraftAttachments {...section} view={view} desk={desk} queue={queue} onQueue={setQueue} tried={told.tried} />
        </div>
        <RouteColumn view={view} draft={draft} desk={desk} answer={answer} answerable={answerable} />
      </div>
      <DraftBar
        isNew={view === null}
        sentBack={view?.status === 'SENT_BACK'}
        dirty={dirty}
        busy={desk.busy}
        progress={desk.progress}
        onSave={handleSave}
        onSubmit={handleSubmit}
      />
    </>
  );
}
