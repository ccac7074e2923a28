import { mergeClasses, Spinner } from '@fluentui/react-components';
import { ArrowUploadRegular } from '@fluentui/react-icons';
import { FileButton } from '../drafting/FileButton.tsx';
import { useFileDrop } from '../drafting/use-file-drop.ts';
import { useMinutesStyles } from './Minutes.styles.ts';

export interface FileDropProps {
  readonly label: string;
  /** Endings that the choice of files offers. */
  readonly accept: string;
  /** What is taken, or what is being read. */
  readonly hint: string;
  readonly busy?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  /** Of the button; the place for dropping is called after it. */
  readonly testId: string;
}

/** A place onto which files are dropped, with a button for whoever chooses them. */
export function FileDrop({ label, accept, hint, busy = false, onFiles, testId }: FileDropProps) {
  const styles = useMinutesStyles();
  const drop = useFileDrop(onFiles);
  return (
    <div
      className={mergeClasses(styles.drop, drop.over && styles.dropOver)}
      data-testid={`${testId}-drop`}
      {...drop.handlers}
    >
      <FileButton
        {...{ label, accept, onFiles, testId, disabled: busy }}
        icon={busy ? <Spinner size="tiny" /> : <ArrowUploadRegular />}
      />
      <span className={styles.small} role="status">
        {hint}
      </span>
    </div>
  );
}
