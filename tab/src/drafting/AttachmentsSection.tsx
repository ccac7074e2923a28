import { mergeClasses } from '@fluentui/react-components';
import { AttachRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useText } from '../app/locale.ts';
import { useNotice } from '../app/Notices.tsx';
import { Section } from '../approvals/Section.tsx';
import { type AttachmentItem, AttachmentList, type AttachmentListProps } from './AttachmentList.tsx';
import { useDraftingStyles } from './Drafting.styles.ts';
import { FileButton } from './FileButton.tsx';
import { ATTACHABLE, MOST_BYTES } from './files.ts';
import { HelpField } from './HelpField.tsx';
import { draftingText } from './text.ts';
import { useFileDrop } from './use-file-drop.ts';

export interface AttachmentsSectionProps extends Omit<AttachmentListProps, 'items'> {
  readonly items: readonly AttachmentItem[];
  /** True while files wait for the draft to be saved. */
  readonly waiting: boolean;
  readonly onAdd: (files: readonly File[]) => void;
  /** The attachments that stay on paper. */
  readonly children: ReactNode;
}

/** 添付: files in their order, and paper. */
export function AttachmentsSection({ waiting, onAdd, children, ...list }: AttachmentsSectionProps) {
  const styles = useDraftingStyles();
  const t = useText(draftingText);
  const notify = useNotice();
  const { items, busy } = list;
  const handleFiles = (files: readonly File[]) => {
    const large = files.filter(({ size }) => size > MOST_BYTES);
    for (const { name } of large) notify({ text: t('attachments.large', { name }), intent: 'error' });
    const fine = files.filter((file) => !large.includes(file));
    if (fine.length > 0 && !busy) onAdd(fine);
  };
  const drop = useFileDrop(handleFiles);
  return (
    <Section title={t('section.attachments')}>
      <HelpField name="attachments" hint={items.length > 1 ? t('attachments.order') : null}>
        <div className={styles.stack}>
          {items.length === 0 ? <p className={styles.small}>{t('attachments.none')}</p> : <AttachmentList {...list} />}
          <div className={mergeClasses(styles.drop, drop.over && styles.over)} {...drop.handlers}>
            <FileButton
              label={t('attachments.add')}
              accept={ATTACHABLE}
              multiple
              disabled={busy}
              icon={<AttachRegular />}
              onFiles={handleFiles}
              testId="attach-button"
            />
            <span className={styles.small}>{t(waiting ? 'attachments.later' : 'attachments.drop')}</span>
          </div>
        </div>
      </HelpField>
      {children}
    </Section>
  );
}
