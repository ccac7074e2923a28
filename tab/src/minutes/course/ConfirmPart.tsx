import { Badge, Button, Link, MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { MeetingView, RoundView } from '@kaigi/core/contract';
import { errorWords } from '../../api/error-text.ts';
import { dayText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { meetingHash } from '../../app/meeting-routes.ts';
import { useNotice } from '../../app/Notices.tsx';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { Section } from '../../approvals/Section.tsx';
import { useLines } from '../lines/use-transcript.ts';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { useMinutes } from '../sentences/use-minutes.ts';
import { ChangedSince } from './ChangedSince.tsx';
import { type ConfirmTarget, targetsOf } from './confirm-targets.ts';
import { roundText } from './round-text.ts';
import { TargetItem } from './TargetItem.tsx';
import { courseText } from './text.ts';
import { useCourseOrder, useRound } from './use-course.ts';

interface PartProps {
  readonly view: MeetingView;
  readonly round: RoundView;
}

function Agree({ view, round }: PartProps) {
  const styles = useMinutesStyles();
  const t = useText(roundText);
  const locale = useLocale();
  const notify = useNotice();
  const { mutate, isPending, error } = useCourseOrder(view.id);
  const onSuccess = () => notify({ text: t('confirm.agreed'), intent: 'success' });
  const hasOpen = round.round?.suggestions.some(({ state, may }) => state === 'OPEN' && may.withdraw) ?? false;
  return (
    <div className={styles.stack}>
      {error ? (
        <MessageBar intent="error" layout="multiline" data-testid="agree-refused">
          <MessageBarBody>{errorWords(error, locale).sentence}</MessageBarBody>
        </MessageBar>
      ) : null}
      {hasOpen ? <p className={styles.small}>{t('confirm.open_suggestion')}</p> : null}
      {round.may.agree ? (
        <Button
          appearance="primary"
          size="large"
          disabledFocusable={isPending}
          onClick={() => (isPending ? undefined : mutate({ to: 'round/agree', body: {} }, { onSuccess }))}
          data-testid="agree"
        >
          {t('confirm.agree')}
        </Button>
      ) : null}
    </div>
  );
}

interface ListProps extends PartProps {
  readonly title: string;
  readonly none: string;
  readonly targets: readonly ConfirmTarget[];
}

function Targets({ view, round, title, none, targets }: ListProps) {
  const styles = useMinutesStyles();
  return (
    <Section title={title}>
      {targets.length === 0 ? <p className={styles.lead}>{none}</p> : null}
      <ul className={styles.list}>
        {targets.map((target) => (
          <li key={target.id} className={styles.row}>
            <TargetItem {...{ meetingId: view.id, round, target }} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Head({ round }: Pick<PartProps, 'round'>) {
  const styles = useMinutesStyles();
  const t = useText(roundText);
  const c = useText(courseText);
  const locale = useLocale();
  const asked = round.round;
  if (!asked) return null;
  return (
    <div className={styles.stack}>
      <p className={styles.lead}>{round.me ? t('confirm.lead') : t('confirm.not_asked')}</p>
      {round.may.suggest === 'ANYWHERE' ? <p className={styles.lead}>{t('confirm.anywhere')}</p> : null}
      <span className={styles.line}>
        <span className={styles.strong}>{t('people.due', { day: dayText(asked.dueOn, locale) })}</span>
        {round.me ? (
          <Badge appearance="tint" color={round.me.state === 'AGREED' ? 'success' : 'warning'} data-testid="my-answer">
            {t('confirm.mine', { state: t(`answer.${round.me.state}`) })}
          </Badge>
        ) : null}
      </span>
      <p className={styles.small}>
        {t(`people.silence.${asked.silence}`)}
        {asked.article ? c('basis.article', { article: asked.article }) : ''}
      </p>
    </div>
  );
}

function Confirm({ view, round }: PartProps) {
  const t = useText(roundText);
  const [lines, minutes] = [useLines(view.id), useMinutes(view.id)];
  const failed = [lines, minutes].find(({ isError, data }) => isError && !data);
  if (failed)
    return <ErrorState error={failed.error} title={t('confirm.error')} onRetry={() => void failed.refetch()} />;
  if (!lines.data || !minutes.data) return <LoadingState />;
  const targets = targetsOf(round, { lines: lines.data.lines, sentences: minutes.data.sentences });
  return (
    <>
      <Head round={round} />
      <ChangedSince changed={round.changed} />
      <Targets
        {...{ view, round, title: t('confirm.sentences'), none: t('confirm.sentences.none') }}
        targets={targets.sentences}
      />
      <Targets {...{ view, round, title: t('confirm.lines'), none: t('confirm.lines.none') }} targets={targets.lines} />
      <Agree view={view} round={round} />
    </>
  );
}

/** M-13: one speaker's own remarks and what rests on them, on whatever is at hand. */
export function ConfirmPart({ view }: { readonly view: MeetingView }) {
  const styles = useMinutesStyles();
  const t = useText(roundText);
  const question = useRound(view.id);
  if (question.isPending) return <LoadingState />;
  if (!question.data)
    return <ErrorState error={question.error} title={t('confirm.error')} onRetry={() => void question.refetch()} />;
  return (
    <>
      <div>
        <Link href={meetingHash({ page: 'meetings', part: 'course', id: view.id })}>{t('confirm.back')}</Link>
      </div>
      {question.data.round?.state === 'OPEN' ? (
        <Confirm view={view} round={question.data} />
      ) : (
        <p className={styles.lead}>{t('confirm.none')}</p>
      )}
    </>
  );
}
