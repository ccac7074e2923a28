import { Badge, Link } from '@fluentui/react-components';
import type { ChatMark } from '@kaigi/core/contract';
import { useLocale, useText } from '../../app/locale.ts';
import { listText } from '../../app/words.ts';
import { useLineHost } from '../lines/desk-context.ts';
import { useChatsStyles } from './Chats.styles.ts';
import { chatsText } from './text.ts';

/** A file by its name; a link only where Teams gave one that may be followed. */
export function FileName({ name, url }: ChatMark['files'][number]) {
  if (url === null) return <span>{name}</span>;
  return (
    <Link href={url} target="_blank" rel="noreferrer">
      {name}
    </Link>
  );
}

const MOST_WORDS = 40;
const start = (words: string): string => {
  const letters = Array.from(words.replaceAll(/\s+/gu, ' '));
  return letters.length > MOST_WORDS ? `${letters.slice(0, MOST_WORDS).join('')}…` : letters.join('');
};

/** Which remark a message answers: pressed, one is there. */
function Reply({ lineId }: { readonly lineId: string }) {
  const styles = useChatsStyles();
  const t = useText(chatsText);
  const { saidIn, show } = useLineHost();
  const said = saidIn(lineId);
  if (!said) return <span>{t('mark.reply.elsewhere')}</span>;
  const to = { who: said.who ?? t('chat.nobody'), words: start(said.words) };
  return (
    <Link
      {...{ as: 'button', className: styles.reply, 'aria-label': t('mark.reply.go', to) }}
      onClick={() => show(lineId)}
      data-testid="line-reply"
    >
      {t('mark.reply', to)}
    </Link>
  );
}

/** What Teams shows beside a message: what it answers, edited, deleted, who has seen it, what was attached. */
export function LineMarks({ mark }: { readonly mark: ChatMark }) {
  const styles = useChatsStyles();
  const t = useText(chatsText);
  const locale = useLocale();
  const { editedAt, deleted, important, reactions, files, replies, repliesElsewhere } = mark;
  const isMarked = editedAt !== null || deleted || important || repliesElsewhere;
  if (!isMarked && [reactions, files, replies].every(({ length }) => length === 0)) return null;
  return (
    <div className={styles.marks} data-testid="line-marks">
      {replies.map((lineId) => (
        <Reply key={lineId} lineId={lineId} />
      ))}
      {repliesElsewhere ? <span>{t('mark.reply.elsewhere')}</span> : null}
      {important ? <Badge {...{ appearance: 'outline', color: 'danger' }}>{t('mark.important')}</Badge> : null}
      {editedAt === null || deleted ? null : (
        <Badge {...{ appearance: 'outline', color: 'informative' }}>{t('mark.edited')}</Badge>
      )}
      {deleted ? <Badge {...{ appearance: 'outline', color: 'warning' }}>{t('mark.deleted')}</Badge> : null}
      {reactions.length === 0 ? null : (
        <span>
          {t('mark.reactions')}
          {reactions.map(({ sign, names }) => `${sign} ${listText(names, locale)}`).join('　')}
        </span>
      )}
      {files.length === 0 ? null : (
        <span>
          {t('mark.files')}
          {files.map((file, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name; their order never changes.
            <span key={at} className={styles.file}>
              <FileName {...file} />
            </span>
          ))}
        </span>
      )}
    </div>
  );
}
