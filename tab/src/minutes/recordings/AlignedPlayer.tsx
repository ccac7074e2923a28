import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { MeetingView } from '@kaigi/core/contract';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { PlayerBar } from './PlayerBar.tsx';
import { recordingsText } from './text.ts';
import type { TimelinePlayer } from './timeline.ts';
import type { Playing } from './use-playing.ts';
import { useAlign } from './use-recordings.ts';

interface AlignedPlayerProps {
  readonly view: MeetingView;
  readonly playing: Playing;
  readonly player: TimelinePlayer;
  /** The line one is at. */
  readonly here: string | null;
}

/** The player, and for whoever keeps the minutes the way to say where a line is heard in the recording. */
export function AlignedPlayer({ view, playing: { follow, setFollow }, player, here }: AlignedPlayerProps) {
  const t = useText(recordingsText);
  const locale = useLocale();
  const notify = useNotice();
  const align = useAlign(view.id);
  const handleAlign = () => {
    if (here === null || align.isPending) return;
    const { recordingId, atMs } = player.place();
    align.mutate(
      { recordingId, lineId: here, atMs: Math.round(atMs) },
      { onSuccess: () => notify({ text: t('align.done'), intent: 'success' }) },
    );
  };
  return (
    <>
      <PlayerBar {...{ player, follow, setFollow, onAlign: view.may.edit && here !== null ? handleAlign : null }} />
      {align.isError ? (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{errorWords(align.error, locale).sentence}</MessageBarBody>
        </MessageBar>
      ) : null}
    </>
  );
}
