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

function Report({ report }: { readonly report: ImportReport }) {
  const styles = useBookStyles();
  const t = useText(bookText);
  const r = useText(recordsText);
  const { rows, fresh, known, errors, warnings, gaps, sample } = report;
  return (
    <div className={styles.stack}>
      <p data-testid="import-found">{t('import.found', { rows, fresh, known })}</p>
      {report.errorCount === 0 ? <p className={styles.quiet}>{t('import.ok')}</p> : null}
      <Said title={t('import.errors', { count: report.errorCount })} lines={errors} />
      <Said title={t('import.warnings', { count: report.warningCount })} lines={warnings} />
      {gaps.length === 0 ? null : (
        <section className={styles.card} aria-label={t('import.gaps')}>
          <h2 className={styles.heading}>{t('import.gaps')}</h2>
          <ul>
            {gaps.map(({ symbol, fiscalYear, missing }) => (
              <li key={`${symbol} ${fiscalYear}`}>
                {t('said_of', { name: `${fiscalYear} ${symbol}`, words: missing })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {sample.length === 0 ? null : (
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
      )}
    </div>
  );
}

/** Looked over first, then as a whole. */
function Import() {
  const styles = useBookStyles();
  const t = useText(bookText);
  const locale = useLocale();
  const { mutate, isPending, error, data, reset } = useImport();
  const [file, setFile] = useState<File | null>(null);
  const handleFile = (chosen: File) => {
    setFile(chosen);
    reset();
    mutate({ file: chosen, dryRun: true });
  };
  const handleSample = () =>
    saveFile(new Blob([sampleLedger()], { type: 'text/csv;charset=utf-8' }), `${t('import.example')}.csv`);
  const isReady = file !== null && data !== undefined && !data.imported && data.errorCount === 0 && data.fresh > 0;
  return (
    <>
      <p className={styles.quiet}>{t('import.lead')}</p>
      <div className={styles.tools}>
        <Button icon={<ArrowDownloadRegular />} onClick={handleSample} data-testid="import-example">
          {t('import.example')}
        </Button>
      </div>
      <FileField
        label={t('import.file')}
        file={file}
        accept=".csv,.tsv,.txt,.xlsx"
        hint={t('import.drop')}
        problem={null}
        onFile={handleFile}
        testId="import"
      />
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
      {data ? <Report report={data} /> : null}
      {isReady ? (
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
