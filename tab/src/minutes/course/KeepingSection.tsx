import { Badge } from '@fluentui/react-components';
import type { MeetingKeeping, MinutesHold } from '@kaigi/core/contract';
import { dayText, whenText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { Section } from '../../approvals/Section.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { AskButton } from './AskButton.tsx';
import { keepingText } from './keeping-text.ts';
import { useKeeping } from './use-course.ts';

function Hold({ meetingId, hold }: { readonly meetingId: string; readonly hold: MinutesHold }) {
  const styles = useMinutesStyles();
  const t = useText(keepingText);
  const locale = useLocale();
  const said = ({ reason, by, at }: Pick<MinutesHold, 'reason' | 'by' | 'at'>) =>
    t('hold.by', { name: by.name, when: whenText(at, locale), reason });
  return (
    <li className={styles.row} data-testid="hold">
      <span className={styles.line}>
        <Badge appearance="tint" color={hold.lifted ? 'subtle' : 'danger'}>
          {t(hold.lifted ? 'hold.off' : 'hold.on')}
        </Badge>
        <span>{said(hold)}</span>
      </span>
      {hold.lifted ? <span className={styles.small}>{said(hold.lifted)}</span> : null}
      {hold.may.lift ? (
        <div>
          <AskButton
            {...{ meetingId, size: 'small', label: t('lift.open'), testId: 'lift-hold', title: t('lift.title') }}
            done={t('lift.done')}
            field={{ label: t('lift.reason'), kind: 'words', required: true, first: '' }}
            order={(reason) => ({ to: `holds/${hold.id}/lift`, body: { reason } })}
          />
        </div>
      ) : null}
    </li>
  );
}

function Kept({ data }: { readonly data: MeetingKeeping }) {
  const styles = useMinutesStyles();
  const t = useText(keepingText);
  const locale = useLocale();
  const { meetingId, items, until, isDue, article, sentence, holds, may } = data;
  // Held, it stays longer than that day.
  const isHeld = holds.some(({ lifted }) => lifted === null);
  return (
    <>
      <p className={styles.lead}>{sentence}</p>
      <span className={styles.line}>
        {until && !isHeld ? (
          <span className={styles.strong}>{t('keeping.until', { day: dayText(until, locale) })}</span>
        ) : null}
        {isDue ? (
          <Badge appearance="tint" color="warning">
            {t('keeping.due')}
          </Badge>
        ) : null}
        {article ? <span className={styles.small}>{t('keeping.article', { article })}</span> : null}
      </span>
      {items.length === 0 ? <p className={styles.small}>{t('keeping.none')}</p> : null}
      <ul className={styles.plain}>
        {items.map(({ id, kind, fileName, at, disposed }) => (
          <li key={id}>
            {t(`keeping.${kind}`)} {fileName} <span className={styles.small}>{whenText(at, locale)}</span>
            {disposed ? <div data-testid="disposed">{disposed}</div> : null}
          </li>
        ))}
      </ul>
      <ul className={styles.list}>
        {holds.map((hold) => (
          <Hold key={hold.id} meetingId={meetingId} hold={hold} />
        ))}
      </ul>
      {may.hold ? (
        <div>
          <AskButton
            {...{
              meetingId,
              label: t('hold.open'),
              testId: 'place-hold',
              title: t('hold.title'),
              done: t('hold.done'),
            }}
            field={{ label: t('hold.reason'), kind: 'words', required: true, first: '' }}
            order={(reason) => ({ to: 'holds', body: { reason } })}
          >
            <p className={styles.lead}>{t('hold.body')}</p>
          </AskButton>
        </div>
      ) : null}
    </>
  );
}

/** M-18: until when recordings and transcripts are kept, by which article, and what keeps them longer. */
export function KeepingSection({ meetingId }: { readonly meetingId: string }) {
  const t = useText(keepingText);
  const question = useKeeping(meetingId);
  return (
    <Section title={t('keeping')}>
      {question.isPending ? <LoadingState /> : null}
      {question.data ? <Kept data={question.data} /> : null}
      {question.isError && !question.data ? (
        <ErrorState error={question.error} title={t('keeping.error')} onRetry={() => void question.refetch()} />
      ) : null}
    </Section>
  );
}
