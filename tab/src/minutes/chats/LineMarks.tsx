import { Badge, Link } from '@fluentui/react-components';
import type { ChatMark } from '@kaigi/core/contract';
import { useLocale, useText } from '../../app/locale.ts';
import { listText } from '../../app/words.ts';
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

/** What Teams shows beside a message: edited, deleted, who has seen it, what was attached. */
export function LineMarks({ mark }: { readonly mark: ChatMark }) {
  const styles = useChatsStyles();
  const t = useText(chatsText);
  const locale = useLocale();
  const { editedAt, deleted, important, reactions, files } = mark;
  const nothing = editedAt === null && !deleted && !important && reactions.length === 0 && files.length === 0;
  if (nothing) return null;
  return (
    <div className={styles.marks} data-testid="line-marks">
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
