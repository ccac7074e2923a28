import {
  Badge,
  type BadgeProps,
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  ProgressBar,
} from '@fluentui/react-components';
import type { MeetingView, RecordingList, RecordingView } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { whenText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { ErrorState } from '../../app/PageStates.tsx';
import { personText } from '../../app/words.ts';
import { Section } from '../../approvals/Section.tsx';
import { FileDrop } from '../FileDrop.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { FollowsField, useFollowing } from './FollowsField.tsx';
import { recordingsText } from './text.ts';
import { type SendingState, useGiveUp, useRecognise, useRecordings, useSending } from './use-recordings.ts';

const TAKEN = '.wav,.m4a,.mp3,.mp4,.ogg,.oga,.opus,.webm,audio/*,video/mp4,video/webm';
const MB = 1024 * 1024;

const COLOURS: Readonly<Record<RecordingView['state'], NonNullable<BadgeProps['color']>>> = {
  UPLOADING: 'informative',
  STORED: 'informative',
  RECOGNISING: 'brand',
  RECOGNISED: 'success',
  FAILED: 'danger',
};

const inMb = (bytes: number): string => (bytes / MB).toFixed(bytes < 10 * MB ? 1 : 0);

function Refused({ error }: { readonly error: unknown }) {
  const t = useText(recordingsText);
  const locale = useLocale();
  return (
    <MessageBar intent="error" layout="multiline" data-testid="recording-refused">
      <MessageBarBody>
        <MessageBarTitle>{t('recording.refused')}</MessageBarTitle>
        {errorWords(error, locale).sentence}
      </MessageBarBody>
    </MessageBar>
  );
}

/** What becomes of it, in a sentence. */
function useSentence({ state, problem, received, parts }: RecordingView): string | null {
  const t = useText(recordingsText);
  if (state === 'UPLOADING') return t('recording.partly', { percent: Math.floor((received / parts) * 100) });
  if (problem) return problem.sentence;
  if (state === 'STORED') return t('recording.waits');
  return state === 'RECOGNISING' ? t('recording.listening') : null;
}

function Acts({ meetingId, recording }: { readonly meetingId: string; readonly recording: RecordingView }) {
  const t = useText(recordingsText);
  const styles = useMinutesStyles();
  const [again, away] = [useRecognise(meetingId), useGiveUp(meetingId)];
  const { id, fileName: name, may } = recording;
  const error = again.error ?? away.error;
  return (
    <>
      <span className={styles.buttons}>
        {may.recognise ? (
          <Button
            {...{ size: 'small', disabledFocusable: again.isPending }}
            aria-label={t('recording.again.label', { name })}
            onClick={() => again.mutate(id)}
            data-testid="recording-again"
          >
            {t('recording.again')}
          </Button>
        ) : null}
        {may.send ? (
          <Button
            {...{ size: 'small', appearance: 'subtle', disabledFocusable: away.isPending }}
            aria-label={t('recording.give_up.label', { name })}
            onClick={() => away.mutate(id)}
            data-testid="recording-give-up"
          >
            {t('recording.give_up')}
          </Button>
        ) : null}
      </span>
      {error ? <Refused error={error} /> : null}
    </>
  );
}

function Recording({ meetingId, recording }: { readonly meetingId: string; readonly recording: RecordingView }) {
  const styles = useMinutesStyles();
  const t = useText(recordingsText);
  const locale = useLocale();
  const { fileName, state, at, by, bytes, problem, may, follows } = recording;
  const sentence = useSentence(recording);
  const passes = state === 'FAILED' && problem?.passing === true;
  return (
    <li className={styles.row} data-testid="recording" data-state={state}>
      <span className={styles.line}>
        <span className={styles.strong}>{fileName}</span>
        <Badge appearance="tint" color={passes ? 'warning' : COLOURS[state]}>
          {passes ? t('state.AGAIN') : t(`state.${state}`)}
        </Badge>
      </span>
      <span className={styles.small}>
        {t('recording.of', { when: whenText(at, locale), who: personText(by), size: inMb(bytes) })}
      </span>
      {follows ? <span className={styles.small}>{t('follows.is')}</span> : null}
      {sentence === null ? null : <span className={styles.text}>{sentence}</span>}
      {may.recognise || may.send ? <Acts {...{ meetingId, recording }} /> : null}
    </li>
  );
}

function Sent({ sending: { progress, stop } }: { readonly sending: SendingState }) {
  const styles = useMinutesStyles();
  const t = useText(recordingsText);
  if (!progress) return null;
  const { name, sent, bytes, waiting } = progress;
  const label = t('send.progress', { name });
  return (
    <div className={styles.stack} data-testid="recording-sending" data-waiting={waiting}>
      <span className={styles.line}>
        <span className={styles.strong}>{label}</span>
        <span className={styles.muted}>{t('send.sent', { sent: inMb(sent), all: inMb(bytes) })}</span>
        <Button size="small" onClick={stop} data-testid="recording-stop">
          {t('send.stop')}
        </Button>
      </span>
      <ProgressBar value={bytes === 0 ? 0 : sent / bytes} thickness="large" aria-label={label} />
      <span className={styles.small} role="status">
        {waiting ? t('send.waiting') : t('send.keep_open')}
      </span>
    </div>
  );
}

interface SendProps {
  readonly meetingId: string;
  readonly list: RecordingList;
  /** There is something that it may go on from. */
  readonly mayFollow: boolean;
}

function Send({ meetingId, list, mayFollow }: SendProps) {
  const t = useText(recordingsText);
  const locale = useLocale();
  const sending = useSending(meetingId);
  const following = useFollowing();
  const [wrong, setWrong] = useState<string | null>(null);
  const most = Math.floor(list.mostBytes / MB / 102.4) / 10;
  const handleFiles = (files: readonly File[]) => {
    const [chosen] = files;
    if (!chosen || sending.progress || following.wrong) return;
    const large = chosen.size > list.mostBytes;
    setWrong(files.length > 1 ? t('send.one') : large ? t('send.large', { most }) : null);
    if (files.length === 1 && !large) sending.send(chosen, list.partBytes, following.follows);
  };
  const refused = wrong ?? (sending.error ? errorWords(sending.error, locale).sentence : null);
  return (
    <>
      {sending.progress || !mayFollow ? null : <FollowsField {...following} />}
      {sending.progress ? (
        <Sent sending={sending} />
      ) : (
        <FileDrop
          {...{ label: t('send.label'), accept: TAKEN, onFiles: handleFiles, hint: t('send.hint', { most }) }}
          testId="recording-button"
        />
      )}
      {refused === null ? null : (
        <MessageBar intent="error" layout="multiline" data-testid="recording-not-sent">
          <MessageBarBody>
            <MessageBarTitle>{t('send.refused')}</MessageBarTitle>
            {refused}
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}

/** The recordings of the meeting, what became of each, and the way to send another. */
export function RecordingsSection({ view }: { readonly view: MeetingView }) {
  const styles = useMinutesStyles();
  const t = useText(recordingsText);
  const question = useRecordings(view.id);
  const list = question.data;
  if (!list)
    return question.isError ? (
      <ErrorState error={question.error} title={t('error')} onRetry={() => void question.refetch()} />
    ) : null;
  if (list.recordings.length === 0 && !list.may.add) return null;
  return (
    <Section title={t('title')}>
      {list.recordings.length === 0 ? <p className={styles.lead}>{t('none')}</p> : null}
      <ul className={styles.list}>
        {list.recordings.map((recording) => (
          <Recording key={recording.id} {...{ meetingId: view.id, recording }} />
        ))}
      </ul>
      {list.may.add ? (
        <Send {...{ meetingId: view.id, list, mayFollow: view.transcripts.length + list.recordings.length > 0 }} />
      ) : null}
    </Section>
  );
}
