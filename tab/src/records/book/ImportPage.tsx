import { Button, Field, MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components';
import type { ImportReport } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { RecordsParts } from '../RecordsParts.tsx';
import { recordsText } from '../text.ts';
import { useBookStyles } from './Book.styles.ts';
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

/** 旧台帳の取込み: looked over first, then as a whole. */
export function ImportPage() {
  const styles = useBookStyles();
  const t = useText(bookText);
  const locale = useLocale();
  const { mutate, isPending, error, data, reset } = useImport();
  const [file, setFile] = useState<File | null>(null);
  const handleFile = (chosen: File | null) => {
    setFile(chosen);
    reset();
    if (chosen) mutate({ file: chosen, dryRun: true });
  };
  const isReady = file !== null && data !== undefined && !data.imported && data.errorCount === 0 && data.fresh > 0;
  return (
    <div className={styles.stack}>
      <RecordsParts current="import" />
      <PageHeading title={t('import.title')} focusKey="import" />
      <p className={styles.quiet}>{t('import.lead')}</p>
      <Field label={t('import.file')}>
        <input
          type="file"
          aria-label={t('import.file')}
          accept=".csv,.tsv,.txt,.xlsx"
          onChange={(event) => handleFile(event.target.files?.[0] ?? null)}
          data-testid="import-file"
        />
      </Field>
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
    </div>
  );
}
