import type { CapturedFileInput, ChosenChannel, ReadFiles } from '../../records/index.ts';
import type { Caller } from '../../shared/index.ts';
import { memberIn } from './asking.ts';
import type { AttachedFiles, ChatSource } from './source.ts';

const MOST_FILES = 50;
const MOST_BYTES = 25 * 1024 * 1024;
/** A talk with many files is filed all the same: what has not come by then is named with its place. */
const PATIENCE_MS = 60_000;

/** What lies in a channel's library is its members': whoever is none of them has to be named at the file itself. */
async function channelOf(
  { channels }: Pick<ChatSource, 'channels'>,
  { municipalityId, entraObjectId }: Caller,
  channel: ChosenChannel | null,
): Promise<ChosenChannel | null> {
  if (channel === null) return null;
  const members = await channels.members({ ...channel, municipalityId });
  return members.kind === 'OK' && memberIn(members.value, entraObjectId) ? channel : null;
}

/**
 * the contents of files that messages name, as far as the caller may read them; each of the others keeps its place
 * and gets a reason. One after the other: SharePoint has a limit for each app, and others file too.
 */
export const createFileReader =
  (chats: () => Pick<ChatSource, 'files' | 'channels'> | null): ReadFiles =>
  async (caller, { files, channel: told }) => {
    const { municipalityId, entraObjectId } = caller;
    const from = chats();
    const source: AttachedFiles | null = from?.files ?? null;
    const channel = from && files.length > 0 ? await channelOf(from, caller, told) : null;
    const until = Date.now() + PATIENCE_MS;
    const found: CapturedFileInput[] = [];
    let [count, left] = [0, MOST_BYTES];
    for (const file of files) {
      const { messageId, name, url } = file;
      const without = (notFetched: string): CapturedFileInput => ({ messageId, name, url, notFetched });
      if (source === null) found.push(without('records.capture_files_not_read'));
      else if (count >= MOST_FILES) found.push(without('records.capture_file_too_many'));
      else if (Date.now() > until) found.push(without('records.capture_file_busy'));
      else {
        const read = await source.read({ municipalityId, entraObjectId, url, most: left, channel });
        if ('bytes' in read) {
          [count, left] = [count + 1, left - read.bytes.length];
          found.push({ messageId, name, bytes: read.bytes });
        } else found.push(without(read.notFetched));
      }
    }
    return found;
  };
