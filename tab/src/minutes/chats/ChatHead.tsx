import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons';
import type { ChatView } from '@kaigi/core/contract';
import { errorWords } from '../../api/error-text.ts';
import { whenText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { Section } from '../../approvals/Section.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { useChatsStyles } from './Chats.styles.ts';
import { FileName } from './LineMarks.tsx';
import { readUntil } from './read-until.ts';
import { chatsText } from './text.ts';
import { useReadAgain } from './use-chat.ts';

function Refused({ sentence }: { readonly sentence: string }) {
  const t = useText(chatsText);
  return (
    <MessageBar intent="error" layout="multiline" data-testid="chat-refused">
      <MessageBarBody>
        <MessageBarTitle>{t('chat.refused')}</MessageBarTitle>
        {sentence}
      </MessageBarBody>
    </MessageBar>
  );
}

/** Which talk these minutes are of, up to when it was read, and what was posted in it. */
export function ChatHead({ chat }: { readonly chat: ChatView }) {
  const styles = useChatsStyles();
  const shared = useMinutesStyles();
  const t = useText(chatsText);
  const locale = useLocale();
  const again = useReadAgain(chat.meetingId);
  const { topic, state, refusal, files, mayReadAgain, leftOut } = chat;
  const wrong = again.error ? errorWords(again.error, locale).sentence : refusal;
  return (
    <Section title={t('chat.title', { topic })}>
      <div className={styles.head} data-testid="chat-head">
        <span className={shared.muted} role="status">
          {state === 'READING' ? t('chat.reading') : t('chat.read', { when: readUntil(chat, locale) })}
        </span>
        {mayReadAgain ? (
          <Button
            {...{
              size: 'small',
              icon: <ArrowSyncRegular />,
              disabledFocusable: again.isPending || state === 'READING',
            }}
            onClick={() => again.mutate()}
            data-testid="chat-again"
          >
            {t('chat.again')}
          </Button>
        ) : null}
      </div>
      {leftOut === 0 ? null : (
        <p className={shared.small} data-testid="chat-left-out">
          {t('chat.left_out', { count: leftOut })}
        </p>
      )}
      {wrong === null ? null : <Refused sentence={wrong} />}
      {files.length === 0 ? null : (
        <ul className={styles.files} aria-label={t('chat.files')} data-testid="chat-files">
          {files.map(({ name, url, by, at, lineId }, nth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one message may hold two files of one name.
            <li key={`${lineId} ${nth}`}>
              <FileName {...{ name, url }} />{' '}
              <span className={shared.small}>
                {t('chat.file', { when: whenText(at, locale), who: by ?? t('chat.nobody') })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
