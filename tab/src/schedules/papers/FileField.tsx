import { Button, Field, mergeClasses } from '@fluentui/react-components';
import { ArrowUploadRegular } from '@fluentui/react-icons';
import { useRef } from 'react';
import { useText } from '../../app/locale.ts';
import { sizeText } from '../../approvals/route-progress.ts';
import { ATTACHABLE } from '../../drafting/files.ts';
import { useFileDrop } from '../../drafting/use-file-drop.ts';
import { usePapersStyles } from './Papers.styles.ts';
import { bookingPapersText } from './text.ts';

export interface FileFieldProps {
  readonly file: File | null;
  readonly problem: string | null;
  readonly onFile: (file: File) => void;
}

/** Chosen, or dropped from the desktop. */
export function FileField({ file, problem, onFile }: FileFieldProps) {
  const styles = usePapersStyles();
  const t = useText(bookingPapersText);
  const input = useRef<HTMLInputElement>(null);
  const take = ([first]: readonly File[]) => (first ? onFile(first) : undefined);
  const { over, handlers } = useFileDrop(take);
  return (
    <Field {...(problem ? { validationMessage: problem, validationState: 'error' as const } : {})}>
      <div className={mergeClasses(styles.drop, over && styles.over)} {...handlers} data-testid="lay-drop">
        <input
          ref={input}
          type="file"
          className={styles.hiddenInput}
          accept={ATTACHABLE}
          tabIndex={-1}
          aria-hidden
          onChange={({ currentTarget }) => {
            take([...(currentTarget.files ?? [])]);
            // The same file may be chosen again after it was corrected.
            currentTarget.value = '';
          }}
          data-testid="lay-file-input"
        />
        <Button icon={<ArrowUploadRegular />} onClick={() => input.current?.click()} data-testid="lay-file">
          {t('lay.choose')}
        </Button>
        <p className={styles.small}>{t('lay.drop')}</p>
        <p role="status" className={styles.small} data-testid="lay-chosen">
          {file ? t('lay.chosen', { name: file.name, size: sizeText(file.size) }) : null}
        </p>
      </div>
    </Field>
  );
}
