import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { MeetingView } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { meetingsText } from './text.ts';
import { useMeetingRules } from './use-meetings.ts';

/** M-19: what those who attend are told of recording and transcription, by the rules of the body. */
export function RecordingNotice({ view }: { readonly view: MeetingView }) {
  const styles = useMinutesStyles();
  const t = useText(meetingsText);
  const rules = useMeetingRules().data?.items.find(({ bodyId }) => bodyId === view.body?.id);
  if (!rules?.notice && !rules?.recording) return null;
  const { notice, recording } = rules;
  return (
    <MessageBar intent="info" layout="multiline" data-testid="recording-notice">
      <MessageBarBody>
        <MessageBarTitle>{t('notice.title')}</MessageBarTitle>
        <ul className={styles.bare}>
          {notice ? <li>{t('notice.text', notice)}</li> : null}
          {recording ? <li>{t('notice.kept', { sentence: recording.sentence, article: recording.article })}</li> : null}
          <li>{t('notice.hidden')}</li>
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
