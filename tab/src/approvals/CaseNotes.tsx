import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { CaseView } from '@kaigi/core/contract';
import { whenText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { personText } from '../app/words.ts';
import { useCasePageStyles } from './CasePage.styles.ts';
import { approvalsText } from './text.ts';

interface NoteProps {
  readonly title: string;
  readonly note: NonNullable<CaseView['sentBack']>;
  readonly next?: string | null;
  readonly testId: string;
}

function Note({ title, note, next, testId }: NoteProps) {
  const styles = useCasePageStyles();
  const locale = useLocale();
  return (
    <MessageBar intent="warning" layout="multiline" data-testid={testId}>
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        <span className={styles.small}>
          {personText(note.by)} {whenText(note.at, locale)}
        </span>
        <p className={styles.prose}>{note.reason}</p>
        {next ? <p className={styles.small}>{next}</p> : null}
      </MessageBarBody>
    </MessageBar>
  );
}

/** What must be read before anything else: why it came back, and that somebody wants it withdrawn. */
export function CaseNotes({ view }: { readonly view: CaseView }) {
  const t = useText(approvalsText);
  return (
    <>
      {view.withdrawalRequest ? (
        <Note title={t('case.withdrawal')} note={view.withdrawalRequest} testId="withdrawal-request" />
      ) : null}
      {view.sentBack ? (
        <Note
          title={t('case.sentBack')}
          note={view.sentBack}
          next={view.may.edit ? t('case.sentBack.next') : null}
          testId="sent-back-note"
        />
      ) : null}
    </>
  );
}
