import { Button, MessageBar, MessageBarBody, MessageBarTitle, Spinner } from '@fluentui/react-components';
import type { PunchInput, WorkdayView } from '@kaigi/core/contract';
import { errorWords } from '../../api/error-text.ts';
import { elapsedText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { useNow } from '../../app/use-now.ts';
import { listText } from '../../app/words.ts';
import { Section } from '../../approvals/Section.tsx';
import { workdayText } from '../text.ts';
import { shortDayText, timeText } from '../times.ts';
import { useWorkdayStyles } from '../Workday.styles.ts';
import { DayFacts } from './DayFacts.tsx';
import { type Punching, usePunching } from './use-punching.ts';

function State({ day }: { readonly day: WorkdayView }) {
  const styles = useWorkdayStyles();
  const t = useText(workdayText);
  const locale = useLocale();
  const now = useNow();
  const { state, since } = day;
  const time = since === null ? '' : timeText(since);
  const elapsed = since === null ? '' : elapsedText(since, now, locale);
  return (
    <div role="status" data-testid="workday-state" data-state={state}>
      <p className={styles.state}>{t(`state.${state}`)}</p>
      {since === null || state === 'NOT_STARTED' ? null : (
        <span className={styles.muted}>
          {state === 'ENDED' ? t('since.ended', { time }) : t('since', { time, elapsed })}
        </span>
      )}
    </div>
  );
}

type Kind = PunchInput['punch'];

/** The end before the pause: it is what the day comes to, and what must not be forgotten. */
const ORDER: readonly Kind[] = ['START', 'RESUME', 'END', 'PAUSE'];

function Buttons({ day, punching }: { readonly day: WorkdayView; readonly punching: Punching }) {
  const styles = useWorkdayStyles();
  const t = useText(workdayText);
  const next = ORDER.filter((kind) => day.next.includes(kind));
  if (next.length === 0) return <p className={styles.muted}>{t('punch.none')}</p>;
  return (
    <div className={styles.punches}>
      {next.map((kind, at) => (
        <Button
          key={kind}
          size="large"
          appearance={at === 0 ? 'primary' : 'outline'}
          className={styles.punch}
          disabledFocusable={punching.busy}
          icon={punching.busy && at === 0 ? <Spinner size="tiny" aria-label={t('punch.sending')} /> : null}
          onClick={() => punching.punch(day.date, kind)}
          data-testid={`punch-${kind}`}
        >
          {t(`punch.${kind}`)}
        </Button>
      ))}
    </div>
  );
}

function Waiting({ waiting }: Pick<Punching, 'waiting'>) {
  const t = useText(workdayText);
  const locale = useLocale();
  if (waiting.length === 0) return null;
  const punches = waiting.map(({ punch, clientAt }) =>
    t('waiting.one', { time: timeText(clientAt), punch: t(`punch.${punch}`) }),
  );
  return (
    <MessageBar intent="warning" layout="multiline" data-testid="waiting-taps">
      <MessageBarBody>
        <MessageBarTitle>{t('waiting.title')}</MessageBarTitle>
        {t('waiting.body', { punches: listText(punches, locale) })}
      </MessageBarBody>
    </MessageBar>
  );
}

/** What comes next as one big button, the state, and since when. */
export function PunchCard({ day, staffId }: { readonly day: WorkdayView; readonly staffId: string }) {
  const styles = useWorkdayStyles();
  const t = useText(workdayText);
  const locale = useLocale();
  const notify = useNotice();
  const punching = usePunching(staffId, {
    onPunched: ({ sentence }) => notify({ text: sentence, intent: 'success' }),
  });
  return (
    <Section title={shortDayText(day.date, locale)}>
      <div className={styles.stack}>
        <State day={day} />
        {punching.refused ? (
          <MessageBar intent="error" layout="multiline" data-testid="punch-refused">
            <MessageBarBody>
              <MessageBarTitle>{t('punch.refused')}</MessageBarTitle>
              {errorWords(punching.refused, locale).sentence}
            </MessageBarBody>
          </MessageBar>
        ) : null}
        <Buttons day={day} punching={punching} />
        <Waiting waiting={punching.waiting} />
        <DayFacts day={day} />
      </div>
    </Section>
  );
}
