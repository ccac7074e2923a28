import { Link, MessageBar, MessageBarBody, MessageBarTitle, Spinner } from '@fluentui/react-components';
import { errorWords } from '../api/error-text.ts';
import { useLocale, useText } from '../app/locale.ts';
import { hashOf } from '../app/routes.ts';
import { InstructionFacts } from './InstructionFacts.tsx';
import { useInstructionStyles } from './Instructions.styles.ts';
import { instructionsText } from './text.ts';
import { useInstruction } from './use-instructions.ts';

export interface InstructionNoteProps {
  readonly id: string;
  /** True for a draft that is not saved yet: the instruction must still be open. */
  readonly isNew: boolean;
}

function Without() {
  const t = useText(instructionsText);
  return (
    <Link href={hashOf({ page: 'drafting', id: null })} data-testid="draft-without">
      {t('note.without')}
    </Link>
  );
}

/** What is asked of the draft, in sight while it is written. */
export function InstructionNote({ id, isNew }: InstructionNoteProps) {
  const styles = useInstructionStyles();
  const t = useText(instructionsText);
  const locale = useLocale();
  const { data: view, error, isPending } = useInstruction(id);
  if (isPending) return <Spinner size="tiny" />;
  const problem = view ? (isNew && !view.may.draft ? t('note.closed') : null) : errorWords(error, locale).sentence;
  return (
    <MessageBar intent={problem ? 'warning' : 'info'} layout="multiline" data-testid="instruction-note">
      <MessageBarBody>
        <MessageBarTitle>{view ? t('note.title') : t('note.error')}</MessageBarTitle>
        {problem ? <p>{problem}</p> : null}
        {view ? <InstructionFacts view={view} brief /> : null}
        <div className={styles.links}>
          {view ? <Link href={hashOf({ page: 'instructions', id })}>{t('note.open')}</Link> : null}
          {isNew ? <Without /> : null}
        </div>
      </MessageBarBody>
    </MessageBar>
  );
}
