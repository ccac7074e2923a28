import { Button, MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import type { ImportReport } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { LoadingState } from '../../app/PageStates.tsx';
import { FileField } from '../../drafting/FileField.tsx';
import { RecordsParts } from '../RecordsParts.tsx';
import { recordsText } from '../text.ts';
import { saveFile } from '../use-download.ts';
import { useChiefManager } from '../use-records-officer.ts';
import { useBookStyles } from './Book.styles.ts';
import { sampleLedger } from './import-sample.ts';
import { bookText } from './text.ts';
import { useImport } from './use-book.ts';

function Said({ title, lines }: { readonly title: string; readonly lines: ImportReport['errors'] }) {
  const styles = useBookStyles();
  const t = useText(bookText);
  if (lines.length === 0) return null;
  return (
    <section className={styles.card} aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      <ul>
        {lines.map(({ line, column, sentence }) => (
          <li key={`${line} ${column} ${sentence}`} data-testid="import-line">
            {line === 0 ? t('import.whole') : t('import.line', { line })} {column ?? ''} {sentence}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Gaps({ gaps }: Pick<ImportReport, 'gaps'>) {
  const styles = useBookStyles();
  const t = useText(bookText);
  if (gaps.length === 0) return null;
  return (
    <section className={styles.card} aria-label={t('import.gaps')}>
      <h2 className={styles.heading}>{t('import.gaps')}</h2>
      <ul>
        {gaps.map(({ symbol, fiscalYear, missing }) => (
          <li key={`${symbol} ${fiscalYear}`}>{t('said_of', { name: `${fiscalYear} ${symbol}`, words: missing })}</li>
        ))}
      </ul>
    </section>
  );
}

function Sample({ sample }: Pick<ImportReport, 'sample'>) {
  const styles = useBookStyles();
  const t = useText(bookText);
  const r = useText(recordsText);
  if (sample.length === 0) return null;
  return (
    <section className={styles.card} aria-label={t('import.sample')}>
      <h2 className={styles.heading}>{t('import.sample')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('import.sample')}>
        <table className={styles.table}>
          <tbody>
            {sample.map((row) => (
              <tr key={`${row.fiscalYear} ${row.number}`}>
                <th scope="row">{row.number}</th>
                <td>{row.fiscalYear}</td>
                <td>{row.date}</td>
                <td>{r(`direction.${row.direction}`)}</td>
                <td>{row.title}</td>
                <td>{row.counterparty}</td>
                <td>{row.unitName}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Report({ report }: { readonly report: ImportReport }) {
  const styles = useBookStyles();
  const t = useText(bookText);
  const { rows, fresh, known, errors, warnings, gaps, sample } = report;
  return (
    <div className={styles.stack}>
      <p data-testid="import-found">{t('import.found', { rows, fresh, known })}</p>
      {report.errorCount === 0 ? <p className={styles.quiet}>{t('import.ok')}</p> : null}
      <Said title={t('import.errors', { count: report.errorCount })} lines={errors} />
      <Said title={t('import.warnings', { count: report.warningCount })} lines={warnings} />
      <Gaps gaps={gaps} />
      <Sample sample={sample} />
    </div>
  );
}

function Example() {
  const styles = useBookStyles();
  const t = useText(bookText);
  const handleSample = () =>
    saveFile(new Blob([sampleLedger()], { type: 'text/csv;charset=utf-8' }), `${t('import.example')}.csv`);
  return (
    <div className={styles.tools}>
      <Button icon={<ArrowDownloadRegular />} onClick={handleSample} data-testid="import-example">
        {t('import.example')}
      </Button>
    </div>
  );
}

/** How it stands with the file that was chosen last. */
function Outcome({ order: { isPending, error, data } }: { readonly order: ReturnType<typeof useImport> }) {
  const t = useText(bookText);
  const locale = useLocale();
  return (
    <div aria-live="polite">
      {isPending ? <Spinner label={t('import.looking')} /> : null}
      {error ? (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody data-testid="import-refused">{errorWords(error, locale).sentence}</MessageBarBody>
        </MessageBar>
      ) : null}
      {data?.imported ? (
        <MessageBar intent="success">
          <MessageBarBody data-testid="import-done">{t('import.done')}</MessageBarBody>
        </MessageBar>
      ) : null}
    </div>
  );
}

const isReady = ({ imported, errorCount, fresh }: ImportReport): boolean => !imported && errorCount === 0 && fresh > 0;

/** Looked over first, then as a whole. */
function Import() {
  const styles = useBookStyles();
  const t = useText(bookText);
  const order = useImport();
  const { mutate, isPending, data, reset } = order;
  const [file, setFile] = useState<File | null>(null);
  const handleFile = (chosen: File) => {
    setFile(chosen);
    reset();
    mutate({ file: chosen, dryRun: true });
  };
  return (
    <>
      <p className={styles.quiet}>{t('import.lead')}</p>
      <Example />
      <FileField
        {...{ label: t('import.file'), hint: t('import.drop'), accept: '.csv,.tsv,.txt,.xlsx' }}
        {...{ file, problem: null, onFile: handleFile, testId: 'import' }}
      />
      <Outcome order={order} />
      {data ? <Report report={data} /> : null}
      {file && data && isReady(data) ? (
        <div className={styles.tools}>
          <Button
            appearance="primary"
            disabledFocusable={isPending}
            onClick={() => mutate({ file, dryRun: false })}
            data-testid="import-do"
          >
            {t('import.do', { rows: data.fresh })}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** 旧台帳の取込み, for 総括文書管理者; whoever else comes here hears so before they look for their file. */
export function ImportPage() {
  const styles = useBookStyles();
  const t = useText(bookText);
  const isChief = useChiefManager();
  return (
    <div className={styles.stack}>
      <RecordsParts current="import" />
      <PageHeading title={t('import.title')} focusKey="import" />
      {isChief === null ? <LoadingState /> : null}
      {isChief === false ? (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody data-testid="import-not-yours">{t('import.not_yours')}</MessageBarBody>
        </MessageBar>
      ) : null}
      {isChief ? <Import /> : null}
    </div>
  );
}
