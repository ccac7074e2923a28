import { useMinutesStyles } from './Minutes.styles.ts';
import { QuestionDialog, type QuestionDialogProps } from './QuestionDialog.tsx';

export interface ConfirmDialogProps extends Omit<QuestionDialogProps, 'name' | 'blocked' | 'children'> {
  readonly body: string;
}

/** Asks once more before something is taken away. */
export function ConfirmDialog({ body, ...question }: ConfirmDialogProps) {
  const styles = useMinutesStyles();
  return (
    <QuestionDialog {...question} name="remove">
      <p className={styles.lead}>{body}</p>
    </QuestionDialog>
  );
}
