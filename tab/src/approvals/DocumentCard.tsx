import { Button, Spinner } from '@fluentui/react-components';
import { ArrowDownloadRegular, DocumentRegular } from '@fluentui/react-icons';
import type { CaseView } from '@kaigi/core/contract';
import { useText } from '../app/locale.ts';
import { useDownload } from '../records/use-download.ts';
import { useCasePageStyles } from './CasePage.styles.ts';
import { sizeText } from './route-progress.ts';
import { Section } from './Section.tsx';
import { approvalsText } from './text.ts';

export function DocumentCard({ document }: Pick<CaseView, 'document'>) {
  const styles = useCasePageStyles();
  const t = useText(approvalsText);
  const { busy, download } = useDownload();
  const { file, fileVersion, recordId } = document;
  return (
    <Section title={t('case.document')}>
      <div className={styles.file}>
        <DocumentRegular fontSize={28} aria-hidden />
        <span className={styles.fileText}>
          <span>{file.fileName}</span>
          <span className={styles.small}>
            {t('case.document.version', { version: fileVersion, size: sizeText(file.size) })}
          </span>
        </span>
        <Button
          icon={busy ? <Spinner size="tiny" /> : <ArrowDownloadRegular />}
          disabledFocusable={busy}
          onClick={() => download({ recordId, fileName: file.fileName })}
          data-testid="download-button"
        >
          {busy ? t('case.document.busy') : t('case.document.download')}
        </Button>
      </div>
    </Section>
  );
}
