import { Badge, Button } from '@fluentui/react-components';
import type { AbsenceList, AbsenceView } from '@kaigi/core/contract';
import { useRef } from 'react';
import { errorWords } from '../api/error-text.ts';
import { whenText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useNotice } from '../app/Notices.tsx';
import { ErrorState, LoadingState } from '../app/PageStates.tsx';
import { Section } from '../approvals/Section.tsx';
import { AbsenceForm } from './AbsenceForm.tsx';
import { endText } from './period.ts';
import { useSettingsStyles } from './Settings.styles.ts';
import { settingsText } from './text.ts';
import { type Ending, useAbsences, useEndAbsence } from './use-settings.ts';

interface RowProps {
  readonly item: AbsenceView;
  readonly busy: boolean;
  readonly onEnd: (ending: Ending) => void;
}

function useSpan({ from, until }: AbsenceView): string {
  const t = useText(settingsText);
  const locale = useLocale();
  const begins = whenText(from, locale);
  if (until === null) return t('absence.span.open', { from: begins });
  return t('absence.span', { from: begins, until: endText(until, locale) });
}

function Buttons({ item, busy, onEnd }: RowProps) {
  const styles = useSettingsStyles();
  const t = useText(settingsText);
  const span = useSpan(item);
  const press = (how: Ending['how']) => (busy ? undefined : onEnd({ id: item.id, how }));
  return (
    <div className={styles.buttons}>
      {item.now ? (
        <Button
          size="small"
          disabledFocusable={busy}
          aria-label={t('absence.end.of', { span })}
          onClick={() => press('END')}
          data-testid="absence-end"
        >
          {t('absence.end')}
        </Button>
      ) : null}
      <Button
        size="small"
        appearance={item.now ? 'subtle' : 'secondary'}
        disabledFocusable={busy}
        aria-label={t('absence.cancel.of', { span })}
        onClick={() => press('CANCEL')}
        data-testid="absence-cancel"
      >
        {t('absence.cancel')}
      </Button>
    </div>
  );
}

function Row(props: RowProps) {
  const { item } = props;
  const styles = useSettingsStyles();
  const t = useText(settingsText);
  const graph = item.source.startsWith('GRAPH_');
  return (
    <li className={styles.item} data-testid="absence-row" data-source={item.source}>
      <span className={styles.line}>
        <Badge appearance="tint" color={item.now ? 'warning' : 'informative'}>
          {t(item.now ? 'absence.now' : 'absence.later')}
        </Badge>
        <span className={styles.strong}>{useSpan(item)}</span>
        {item.stale ? (
          <Badge appearance="outline" color="warning">
            {t('absence.stale')}
          </Badge>
        ) : null}
      </span>
      <span>{item.statement}</span>
      {item.source === 'MANUAL' ? (
        <Buttons {...props} />
      ) : (
        <span className={styles.small} data-testid="absence-read-only">
          {t(graph ? 'absence.source.GRAPH' : 'absence.source.REQUEST')}
        </span>
      )}
    </li>
  );
}

/** How fresh is what Microsoft 365 says? */
function Sources({ sources }: Pick<AbsenceList, 'sources'>) {
  const styles = useSettingsStyles();
  const t = useText(settingsText);
  if (sources.length === 0) return null;
  return (
    <div>
      <h3 className={styles.subTitle}>{t('absence.sources')}</h3>
      <ul className={styles.plain} data-testid="absence-sources">
        {sources.map(({ source, sentence }) => (
          <li key={source} className={styles.small}>
            {sentence}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Absences({ list }: { readonly list: AbsenceList }) {
  const styles = useSettingsStyles();
  const t = useText(settingsText);
  const locale = useLocale();
  const notify = useNotice();
  const heading = useRef<HTMLHeadingElement>(null);
  const { mutate, isPending } = useEndAbsence();
  const handleEnd = (ending: Ending) =>
    mutate(ending, {
      onSuccess: () => {
        notify({ text: t(ending.how === 'END' ? 'absence.ended' : 'absence.cancelled'), intent: 'success' });
        // The button is gone with its row.
        heading.current?.focus();
      },
      onError: (error) =>
        notify({ text: t('absence.failed'), body: errorWords(error, locale).sentence, intent: 'error' }),
    });
  return (
    <div>
      <h3 ref={heading} tabIndex={-1} className={`${styles.subTitle} ${styles.list}`}>
        {t('absence.list')}
      </h3>
      {list.items.length === 0 ? (
        <p className={styles.sentence} data-testid="absence-none">
          {t('absence.none')}
        </p>
      ) : null}
      <ul className={styles.plain}>
        {list.items.map((item) => (
          <Row key={item.id} item={item} busy={isPending} onEnd={handleEnd} />
        ))}
      </ul>
    </div>
  );
}

/** One's own absences: what was typed may be ended and cancelled, what a source says is shown. */
export function AbsencesCard() {
  const styles = useSettingsStyles();
  const t = useText(settingsText);
  const absences = useAbsences();
  return (
    <Section title={t('absence.title')}>
      <p className={styles.lead}>{t('absence.lead')}</p>
      {absences.isPending ? <LoadingState /> : null}
      {absences.isError && !absences.data ? (
        <ErrorState error={absences.error} title={t('absence.error')} onRetry={() => void absences.refetch()} />
      ) : null}
      {absences.data ? <Absences list={absences.data} /> : null}
      <AbsenceForm />
      {absences.data ? <Sources sources={absences.data.sources} /> : null}
    </Section>
  );
}
