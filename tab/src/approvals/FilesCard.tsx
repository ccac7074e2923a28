import { AttachRegular, DocumentRegular, NotepadRegular } from '@fluentui/react-icons';
import type { AttachmentView, CaseView, PaperAttachment } from '@kaigi/core/contract';
import type { ReactNode } from 'react';
import type { KaigiClient } from '../api/client.ts';
import { useText } from '../app/locale.ts';
import { DownloadButton } from '../records/DownloadButton.tsx';
import { AttachButton } from './AttachButton.tsx';
import { useCasePageStyles } from './CasePage.styles.ts';
import { sizeText } from './route-progress.ts';
import { Section } from './Section.tsx';
import { approvalsText } from './text.ts';

interface FileRowProps {
  readonly icon: ReactNode;
  readonly name: string;
  readonly version: number;
  readonly size: number;
  readonly from: (api: KaigiClient) => Promise<Blob>;
  readonly testId: string;
  readonly children?: ReactNode;
}

function FileRow({ icon, name, version, size, from, testId, children }: FileRowProps) {
  const styles = useCasePageStyles();
  const t = useText(approvalsText);
  return (
    <li className={styles.file}>
      {icon}
      <span className={styles.fileText}>
        <span>{name}</span>
        <span className={styles.small}>{t('case.document.version', { version, size: sizeText(size) })}</span>
      </span>
      {children}
      <DownloadButton
        aria-label={t('files.download', { name })}
        fileName={name}
        from={from}
        whileBusy={t('case.document.busy')}
        testId={testId}
      >
        {t('case.document.download')}
      </DownloadButton>
    </li>
  );
}

interface AttachmentRowProps {
  readonly view: CaseView;
  readonly attachment: AttachmentView;
}

function AttachmentRow({ view, attachment }: AttachmentRowProps) {
  const { id, order, name, version, file } = attachment;
  return (
    <FileRow
      icon={<AttachRegular fontSize={28} aria-hidden />}
      name={`${order}. ${name}`}
      version={version}
      size={file.size}
      from={(api) => api.approvals.attachment(view.id, id)}
      testId="attachment-download"
    >
      {view.may.attach ? <AttachButton view={view} replaces={id} /> : null}
    </FileRow>
  );
}

function Paper({ paper }: { readonly paper: PaperAttachment }) {
  const styles = useCasePageStyles();
  const t = useText(approvalsText);
  const { title, pages, location, holder, reason } = paper;
  return (
    <li className={styles.file} data-testid="paper-attachment">
      <NotepadRegular fontSize={28} aria-hidden />
      <span className={styles.fileText}>
        <span>{title}</span>
        <span className={styles.small}>{t('files.paper.where', { pages, location, holder })}</span>
        <span className={styles.small}>{t(`files.paper.reason.${reason}`)}</span>
      </span>
    </li>
  );
}

/** The document, what is attached to it in the drafter's order, and what lies elsewhere on paper. */
export function FilesCard({ view }: { readonly view: CaseView }) {
  const styles = useCasePageStyles();
  const t = useText(approvalsText);
  const { file, fileVersion, recordId } = view.document;
  return (
    <Section title={view.attachments.length > 0 || view.may.attach ? t('files.title') : t('case.document')}>
      <ul className={styles.list}>
        <FileRow
          icon={<DocumentRegular fontSize={28} aria-hidden />}
          name={file.fileName}
          version={fileVersion}
          size={file.size}
          from={(api) => api.content(recordId)}
          testId="download-button"
        />
        {view.attachments.map((attachment) => (
          <AttachmentRow key={attachment.id} view={view} attachment={attachment} />
        ))}
      </ul>
      {view.paperAttachments.length > 0 ? (
        <>
          <h3 className={styles.subTitle}>{t('files.paper')}</h3>
          <ul className={styles.list}>
            {view.paperAttachments.map((paper) => (
              <Paper key={`${paper.title} ${paper.location}`} paper={paper} />
            ))}
          </ul>
        </>
      ) : null}
      {view.may.attach ? <AttachButton view={view} replaces={null} /> : null}
    </Section>
  );
}
