import { Button, MessageBar, MessageBarBody, MessageBarTitle, Spinner } from '@fluentui/react-components';
import type { RecordCheck } from '@kaigi/core/contract';
import { errorWords } from '../../api/error-text.ts';
import { whenText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { DownloadButton } from '../DownloadButton.tsx';
import { useKeepingStyles } from '../folders/Keeping.styles.ts';
import { useCheck } from '../folders/use-keeping.ts';
import { actText } from './text.ts';

const INTENT = { INTACT: 'success', WAITING: 'info', ENDED: 'info', CHANGED: 'error' } as const;

function Found({ check }: { readonly check: RecordCheck }) {
  const styles = useKeepingStyles();
  const t = useText(actText);
  const locale = useLocale();
  const { result, entries, proved, size, files, stamp, keptAsTold, checkedAt } = check;
  return (
    <div className={styles.stack}>
      <MessageBar intent={INTENT[result]} layout="multiline" data-testid="proof-result">
        <MessageBarBody>
          <MessageBarTitle>{t(`proof.${result}`)}</MessageBarTitle> {t('proof.at', { at: whenText(checkedAt, locale) })}
          {keptAsTold ? null : ` ${t('proof.kept')}`}
        </MessageBarBody>
      </MessageBar>
      <ul className={styles.list}>
        {files.map(({ fileVersion, fileName, state, index }) => (
          <li key={fileVersion} className={styles.entry} data-testid="proof-file">
            <span className={styles.name}>
              {t('proof.file', {
                ...{ version: fileVersion, name: fileName },
                state: t(state === 'ENDED' ? 'proof.FILE_ENDED' : `proof.${state}`),
              })}
            </span>
            {index === null ? null : <span className={styles.quiet}>{t('proof.place', { index: index + 1 })}</span>}
          </li>
        ))}
      </ul>
      <p className={styles.flush}>{t('proof.entries', { entries, proved, size })}</p>
      <p className={styles.flush}>
        {stamp ? t('proof.stamp', { authority: stamp.authority, at: whenText(stamp.at, locale) }) : t('proof.no_stamp')}
      </p>
    </div>
  );
}

/** 証明: whether the document is as it was recorded, as the service finds it now, and what proves it elsewhere. */
export function ProofSection({ id }: { readonly id: string }) {
  const styles = useKeepingStyles();
  const t = useText(actText);
  const locale = useLocale();
  const check = useCheck(id);
  return (
    <section className={styles.section} aria-label={t('proof.title')}>
      <h2>{t('proof.title')}</h2>
      {check.isPending ? <Spinner size="tiny" label={t('proof.checking')} /> : null}
      {check.error ? <p role="alert">{errorWords(check.error, locale).sentence}</p> : null}
      {check.data ? <Found check={check.data} /> : null}
      <div className={styles.tools}>
        <DownloadButton fileName={`proof-${id}.json`} from={({ keeping }) => keeping.proof(id)} testId="proof-download">
          {t('proof.download')}
        </DownloadButton>
        <Button
          appearance="subtle"
          disabledFocusable={check.isFetching}
          onClick={() => void check.refetch()}
          data-testid="proof-again"
        >
          {t('proof.again')}
        </Button>
      </div>
      <p className={styles.quiet}>{t('proof.hint')}</p>
    </section>
  );
}
