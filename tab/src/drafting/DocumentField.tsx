import { mergeClasses } from '@fluentui/react-components';
import { DocumentArrowUpRegular, DocumentRegular } from '@fluentui/react-icons';
import type { CaseView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../app/locale.ts';
import { sizeText } from '../approvals/route-progress.ts';
import { useDraftingStyles } from './Drafting.styles.ts';
import { FileButton } from './FileButton.tsx';
import { documentProblem, WORD_FILES } from './files.ts';
import { HelpField } from './HelpField.tsx';
import { draftingText } from './text.ts';
import { useFileDrop } from './use-file-drop.ts';

export interface DocumentFieldProps {
  /** What the service has; null before the draft is saved. */
  readonly stored: CaseView['document'] | null;
  /** Chosen and not sent yet. */
  readonly chosen: File | null;
  readonly busy: boolean;
  readonly onFile: (file: File) => void;
  readonly problem: string | null;
}

/** The Word document of the case: chosen at first, replaced by a corrected one later. */
export function DocumentField({ stored, chosen, busy, onFile, problem }: DocumentFieldProps) {
  const styles = useDraftingStyles();
  const t = useText(draftingText);
  const [refused, setRefused] = useState<string | null>(null);
  const handleFiles = (files: readonly File[]) => {
    const file = files[0];
    if (!file || busy) return;
    const wrong = documentProblem(file);
    setRefused(wrong ? t(wrong) : null);
    if (!wrong) onFile(file);
  };
  const drop = useFileDrop(handleFiles);
  const name = chosen?.name ?? stored?.file.fileName ?? null;
  const detail = chosen
    ? sizeText(chosen.size)
    : stored && t('document.version', { version: stored.fileVersion, size: sizeText(stored.file.size) });
  return (
    <HelpField name="document" required problem={refused ?? problem}>
      <div className={mergeClasses(styles.drop, drop.over && styles.over)} {...drop.handlers}>
        <DocumentRegular fontSize={28} aria-hidden />
        <span className={styles.file}>
          <span data-testid="document-name">{name ?? t('document.none')}</span>
          <span className={styles.small}>{detail ?? t('document.drop')}</span>
        </span>
        <FileButton
          label={t(name === null ? 'document.choose' : 'document.replace')}
          accept={WORD_FILES}
          disabled={busy}
          icon={<DocumentArrowUpRegular />}
          onFiles={handleFiles}
          testId="document-button"
        />
      </div>
    </HelpField>
  );
}
