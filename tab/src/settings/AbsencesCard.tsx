import { Badge, Button } from '@fluentui/react-components';
import type { AbsenceList, AbsenceView } from '@kaigi/core/contract';
import { useRef } from 'react';
import { errorWords } from '../api/error-text.ts';
import { whenText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useNotice } from '../app/Notices.tsx';
import { ErrorState, LoadingState } from '../app/PageStates.tsx';
import { personText } from '../app/words.ts';
import { Section } from '../approvals/Section.tsx';
import { AbsenceForm } from './AbsenceForm.tsx';
import { endText } from './period.ts';
import { useSettingsStyles } from './Settings.styles.ts';
import { settingsText } from './text.ts';
import { type Ending, useAbsences, useAbsencesAround, useEndAbsence } from './use-settings.ts';

interface RowProps {
  readonly item: AbsenceView;
  /** Of somebody else: with their name, and in other words. */
  readonly named?: boolean;
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

function Buttons({ item, named = false, busy, onEnd }: RowProps) {
  const styles = useSettingsStyles();
  const t = useText(settingsText);
  const spoken = useSpan(item);
  const span = named ? `${item.person.name} ${spoken}` : spoken;
  const press = (how: Ending['how']) => (busy ? undefined : onEnd({ id: item.id, how }));
  return (
    <div className={styles.buttons}>
      {item.now ? (
        <Button
          size="small"
          disabledFocusable={busy}
          aria-label={t(named ? 'absence.end.other.of' : 'absence.end.of', { span })}
          onClick={() => press('END')}
          data-testid="absence-end"
        >
          {t(named ? 'absence.end.other' : 'absence.end')}
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
  const { item, named = false } = props;
  const styles = useSettingsStyles();
  const t = useText(settingsText);
  const graph = item.source.startsWith('GRAPH_');
  return (
    <li className={styles.item} data-testid="absence-row" data-source={item.source}>
      <span className={styles.line}>
        <Badge appearance="tint" color={item.now ? 'warning' : 'informative'}>
          {t(item.now ? 'absence.now' : 'absence.later')}
        </Badge>
        {named ? <span className={styles.strong}>{personText(item.person)}</span> : null}
        <span className={styles.strong}>{useSpan(item)}</span>
        {item.stale ? (
          <Badge appearance="outline" color="warning">
            {t('absence.stale')}
          </Badge>
        ) : null}
      </span>
      <span>{item.statement}</span>
      {item.source === 'MANUAL' && item.mayCancel ? <Buttons {...props} /> : null}
      {item.source === 'MANUAL' ? null : (
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

interface AbsencesProps {
  readonly items: readonly AbsenceView[];
  readonly title: string;
  readonly none: string;
  readonly named?: boolean;
}

function Absences({ items, title, none, named = false }: AbsencesProps) {
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
        {title}
      </h3>
      {items.length === 0 ? (
        <p className={styles.sentence} data-testid={named ? 'absence-none-other' : 'absence-none'}>
          {none}
        </p>
      ) : null}
      <ul className={styles.plain}>
        {items.map((item) => (
          <Row key={item.id} item={item} named={named} busy={isPending} onEnd={handleEnd} />
        ))}
      </ul>
    </div>
  );
}

/** Of those for whom one may say it: what was typed for them may be ended and cancelled here too. */
function Others({ list }: { readonly list: AbsenceList | undefined }) {
  const t = useText(settingsText);
  if (!list || list.mayRecordFor.length === 0) return null;
  const ids = new Set(list.mayRecordFor.map(({ staffId }) => staffId));
  const items = list.items.filter(({ person }) => ids.has(person.staffId));
  return (
    <div data-testid="absences-others">
      <Absences items={items} title={t('absence.others')} none={t('absence.others.none')} named />
    </div>
  );
}

/** One's own absences: what was typed may be ended and cancelled, what a source says is shown. */
export function AbsencesCard() {
  const styles = useSettingsStyles();
  const t = useText(settingsText);
  const absences = useAbsences();
  const around = useAbsencesAround();
  return (
    <Section title={t('absence.title')}>
      <p className={styles.lead}>{t('absence.lead')}</p>
      {absences.isPending ? <LoadingState /> : null}
      {absences.isError && !absences.data ? (
        <ErrorState error={absences.error} title={t('absence.error')} onRetry={() => void absences.refetch()} />
      ) : null}
      {absences.data ? (
        <Absences items={absences.data.items} title={t('absence.list')} none={t('absence.none')} />
      ) : null}
      <AbsenceForm others={around.data?.mayRecordFor ?? []} />
      <Others list={around.data} />
      {absences.data ? <Sources sources={absences.data.sources} /> : null}
    </Section>
  );
}
