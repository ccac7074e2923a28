import {
  Badge,
  Button,
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { Follows, MeetingView, TakenTranscript } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { ProblemError } from '../../api/problem.ts';
import { whenText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { meetingHash } from '../../app/meeting-routes.ts';
import { useNotice } from '../../app/Notices.tsx';
import { personText } from '../../app/words.ts';
import { Section } from '../../approvals/Section.tsx';
import { FileDrop } from '../FileDrop.tsx';
import { lineTime } from '../lines/line-time.ts';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { FollowsField, useFollowing } from '../recordings/FollowsField.tsx';
import { meetingsText } from './text.ts';
import { useTakeIn } from './use-meetings.ts';

const READ = '.vtt,.srt,.csv,.tsv,.txt,.docx,.json';
const MOST_MB = 50;

interface SectionProps {
  readonly view: MeetingView;
}

function Taken({ taken }: { readonly taken: TakenTranscript }) {
  const styles = useMinutesStyles();
  const t = useText(meetingsText);
  const locale = useLocale();
  const { source, fileName, at, by, state, lines, warnings, doubts, fromMs } = taken;
  return (
    <li className={styles.row} data-testid="taken-transcript">
      <span className={styles.line}>
        <span className={styles.strong}>{source === 'CHAT' ? fileName.replace(/\.json$/, '') : fileName}</span>
        <Badge appearance="tint" color={state === 'USED' ? 'brand' : 'informative'}>
          {t(`transcript.${state}`)}
        </Badge>
        <span className={styles.muted}>{t(`transcript.${source}`)}</span>
        {fromMs > 0 ? <span className={styles.muted}>{t('transcript.follows', { at: lineTime(fromMs) })}</span> : null}
      </span>
      <span className={styles.small}>
        {t('transcript.of', { when: whenText(at, locale), who: personText(by), lines })}
      </span>
      {doubts.length > 0 ? (
        <MessageBar intent="warning" layout="multiline" data-testid="taken-doubts">
          <MessageBarBody>
            <MessageBarTitle>{t('transcript.doubts')}</MessageBarTitle>
            {doubts.join(' ')}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      {warnings.length > 0 ? (
        <details>
          <summary>{t('transcript.warnings', { count: warnings.length })}</summary>
          <ul className={styles.plain}>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </li>
  );
}

/** Doubts are not a refusal: a person decides. */
const isDoubt = (error: unknown): boolean => error instanceof ProblemError && /doubt/.test(error.problem.code);

function useTaking({
  view,
  follows,
  wrongly,
}: SectionProps & { readonly follows: Follows | undefined; readonly wrongly: boolean }) {
  const t = useText(meetingsText);
  const notify = useNotice();
  const taking = useTakeIn(view.id);
  const [file, setFile] = useState<File | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const send = (chosen: File, despiteDoubts: boolean) =>
    taking.mutate(
      { file: chosen, metadata: { version: view.version, despiteDoubts, ...(follows ? { follows } : {}) } },
      { onSuccess: () => notify({ text: t('take.done'), intent: 'success' }) },
    );
  const handleFiles = (files: readonly File[]) => {
    const [chosen] = files;
    if (!chosen || taking.isPending || wrongly) return;
    taking.reset();
    setFile(chosen);
    const large = chosen.size > MOST_MB * 1024 * 1024;
    setWrong(files.length > 1 ? t('take.one') : large ? t('take.large', { most: MOST_MB }) : null);
    if (files.length === 1 && !large) send(chosen, false);
  };
  const handleDespite = () => (file === null ? undefined : send(file, true));
  return { taking, file, wrong, handleFiles, handleDespite };
}
type Taking = ReturnType<typeof useTaking>;

function Doubt({ taking, handleDespite }: Taking) {
  const styles = useMinutesStyles();
  const t = useText(meetingsText);
  const locale = useLocale();
  return (
    <MessageBar intent="warning" layout="multiline" data-testid="take-doubt">
      <MessageBarBody>
        <MessageBarTitle>{t('take.doubt.title')}</MessageBarTitle>
        <span className={styles.text}>{errorWords(taking.error, locale).sentence}</span>
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={handleDespite} data-testid="take-despite">
          {t('take.doubt.yes')}
        </Button>
        <Button onClick={() => taking.reset()} data-testid="take-not">
          {t('take.doubt.no')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function TakeIn({ view }: SectionProps) {
  const t = useText(meetingsText);
  const locale = useLocale();
  const following = useFollowing();
  const how = useTaking({ view, follows: following.follows, wrongly: following.wrong });
  const { taking, file, wrong, handleFiles } = how;
  const refused =
    wrong ?? (taking.isError && !isDoubt(taking.error) ? errorWords(taking.error, locale).sentence : null);
  return (
    <>
      {view.transcripts.length > 0 ? <FollowsField {...following} /> : null}
      <FileDrop
        {...{ label: t('take.label'), accept: READ, busy: taking.isPending, onFiles: handleFiles }}
        hint={taking.isPending ? t('take.busy', { name: file?.name ?? '' }) : t('take.hint')}
        testId="take-button"
      />
      {isDoubt(taking.error) ? <Doubt {...how} /> : null}
      {refused === null ? null : (
        <MessageBar intent="error" layout="multiline" data-testid="take-refused">
          <MessageBarBody>
            <MessageBarTitle>{t('take.refused')}</MessageBarTitle>
            {refused}
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}

/** The transcripts of the meeting, what was odd about each, and the way to take in another. */
export function TakeInSection({ view }: SectionProps) {
  const styles = useMinutesStyles();
  const t = useText(meetingsText);
  const { transcripts } = view;
  return (
    <Section title={t('transcripts')}>
      {transcripts.length === 0 ? <p className={styles.lead}>{t('transcripts.none')}</p> : null}
      <ul className={styles.list}>
        {transcripts.map((taken) => (
          <Taken key={taken.id} taken={taken} />
        ))}
      </ul>
      {transcripts.length > 0 ? (
        <Link href={meetingHash({ page: 'meetings', part: 'transcript', id: view.id, line: null })}>
          {t('transcript.open')}
        </Link>
      ) : null}
      {view.may.takeIn ? <TakeIn view={view} /> : null}
    </Section>
  );
}
