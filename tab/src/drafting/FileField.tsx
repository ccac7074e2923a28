import { Field, mergeClasses } from '@fluentui/react-components';
import { ArrowUploadRegular } from '@fluentui/react-icons';
import { useText } from '../app/locale.ts';
import { sizeText } from '../approvals/route-progress.ts';
import { FileButton } from './FileButton.tsx';
import { useFileFieldStyles } from './FileField.styles.ts';
import { fileFieldText } from './file-field-text.ts';
import { useFileDrop } from './use-file-drop.ts';

export interface FileFieldProps {
  readonly label?: string;
  readonly required?: boolean;
  readonly file: File | null;
  readonly accept: string;
  /** What may be dropped here. */
  readonly hint: string;
  readonly problem: string | null;
  readonly onFile: (file: File) => void;
  /** Of the parts: `…-drop`, `…-file`, `…-file-input`, `…-chosen`. */
  readonly testId: string;
}

/** A file: chosen, or dropped from the desktop. */
export function FileField({ label, required = false, file, accept, hint, problem, onFile, testId }: FileFieldProps) {
  const styles = useFileFieldStyles();
  const t = useText(fileFieldText);
  const take = ([first]: readonly File[]) => (first ? onFile(first) : undefined);
  const { over, handlers } = useFileDrop(take);
  return (
    <Field
      required={required}
      {...(label === undefined ? {} : { label })}
      {...(problem ? { validationMessage: problem, validationState: 'error' as const } : {})}
    >
      <div className={mergeClasses(styles.drop, over && styles.over)} {...handlers} data-testid={`${testId}-drop`}>
        <FileButton
          label={t('file.choose')}
          accept={accept}
          icon={<ArrowUploadRegular />}
          onFiles={take}
          testId={`${testId}-file`}
        />
        <p className={styles.small}>{hint}</p>
        <p role="status" className={styles.small} data-testid={`${testId}-chosen`}>
          {file ? t('file.chosen', { name: file.name, size: sizeText(file.size) }) : null}
        </p>
      </div>
    </Field>
  );
}
