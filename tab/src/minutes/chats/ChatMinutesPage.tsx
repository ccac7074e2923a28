import { Link } from '@fluentui/react-components';
import { useText } from '../../app/locale.ts';
import { meetingHash } from '../../app/meeting-routes.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { meetingsText } from '../meetings/text.ts';
import { ChatForm } from './ChatForm.tsx';
import { ChooseChat } from './ChooseChat.tsx';
import { chatsText } from './text.ts';
import { useChatOffer } from './use-chat.ts';

function Offered({ chat }: { readonly chat: string }) {
  const styles = useMinutesStyles();
  const t = useText(chatsText);
  const offer = useChatOffer(chat);
  return (
    <>
      {offer.isPending ? <LoadingState /> : null}
      {offer.isError ? (
        <ErrorState error={offer.error} title={t('from.error')} onRetry={() => void offer.refetch()} />
      ) : null}
      {offer.data ? <ChatForm chat={chat} offer={offer.data} /> : null}
      <div className={styles.line}>
        <Link href={meetingHash({ page: 'meetings', part: 'chat', chat: null })} data-testid="other-chat">
          {t('from.other')}
        </Link>
      </div>
    </>
  );
}

/** M-20: a chat of Teams over days becomes minutes, from the tab. */
export function ChatMinutesPage({ chat }: { readonly chat: string | null }) {
  const styles = useMinutesStyles();
  const t = useText(chatsText);
  const m = useText(meetingsText);
  return (
    <div className={styles.page}>
      <div>
        <Link href={meetingHash({ page: 'meetings', part: 'list', box: 'MINE' })}>{m('page.back')}</Link>
      </div>
      <PageHeading title={t('from.title')} focusKey="meetings/chat" />
      <p className={styles.lead}>{t('from.lead')}</p>
      {chat === null ? <ChooseChat /> : <Offered chat={chat} />}
    </div>
  );
}
