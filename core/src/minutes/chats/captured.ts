import type { CapturedFileInput, CapturedMessage, CapturedPerson } from '../../records/index.ts';
import { readBody } from './message-text.ts';
import type { PostedMessage } from './source.ts';

const LONGEST = 30_000;

/** The messages that this one answers. */
export const answers = ({ attachments, body }: PostedMessage): readonly string[] => [
  ...attachments.filter(({ kind }) => kind === 'QUOTE').map(({ id }) => id),
  ...readBody(body).replies,
];

export const personOf = ({
  entraObjectId,
  name,
}: {
  readonly entraObjectId: string | null;
  readonly name: string | null;
}): CapturedPerson | null => (name?.trim() ? { name: name.trim().slice(0, 200), entraObjectId } : null);

/** As it is filed; `replyTo` is the message that it answers, where that is filed too. */
export function capturedMessage(message: PostedMessage, replyTo: string | null): CapturedMessage {
  const { messageKey: id, createdAt: at, editedAt, deletedAt, sender, body, attachments } = message;
  const links = attachments
    .flatMap(({ kind, name, url }) =>
      kind === 'OTHER' && url && URL.canParse(url) ? [{ name: name || url, url }] : [],
    )
    .map(({ name, url }) => ({ name: name.slice(0, 400), url: url.slice(0, 4_000) }));
  return {
    ...{ id, at, editedAt, deletedAt, replyTo, links: links.slice(0, 50) },
    by: sender.kind === 'PERSON' ? personOf(sender) : null,
    text: readBody(body).text.replaceAll('\0', '').toWellFormed().slice(0, LONGEST).toWellFormed(),
  };
}

/** Each file that a message names; nobody has asked for its contents yet. */
export const filesOf = ({ messageKey: messageId, attachments }: PostedMessage): readonly CapturedFileInput[] =>
  attachments.flatMap(({ kind, name, url }) =>
    kind === 'FILE'
      ? [{ messageId, name: name || 'file', url: url ?? '', notFetched: 'records.capture_files_not_read' }]
      : [],
  );

export const inOrder = (one: PostedMessage, other: PostedMessage): number =>
  one.createdAt.localeCompare(other.createdAt) || one.messageKey.localeCompare(other.messageKey);
