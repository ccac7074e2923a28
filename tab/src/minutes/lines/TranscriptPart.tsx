import { Button, ToggleButton } from '@fluentui/react-components';
import {
  ArrowRedoRegular,
  ArrowUndoRegular,
  KeyboardRegular,
  TextBulletListSquareRegular,
  TextGrammarWandRegular,
} from '@fluentui/react-icons';
import type { MeetingLines, MeetingView } from '@kaigi/core/contract';
import { type ReactNode, useMemo, useState } from 'react';
import { useText } from '../../app/locale.ts';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { useMe } from '../../app/use-me.ts';
import { ChatHead } from '../chats/ChatHead.tsx';
import { useChat, useWritten } from '../chats/use-chat.ts';
import { LearnedOffer } from '../glossary/LearnedOffer.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { AlignedPlayer } from '../recordings/AlignedPlayer.tsx';
import { usePlaying } from '../recordings/use-playing.ts';
import { ConflictCard } from '../saving/ConflictCard.tsx';
import { SaveRefused, SaveState } from '../saving/SaveState.tsx';
import { LineHostContext } from './desk-context.ts';
import { KeysHelp } from './KeysHelp.tsx';
import { LineList } from './LineList.tsx';
import { useLinesStyles } from './Lines.styles.ts';
import { mineAgain, mineOf } from './line-conflicts.ts';
import { OpenSpeakers } from './OpenSpeakers.tsx';
import { SpeakerDialog } from './SpeakerDialog.tsx';
import { SuggestionsPanel } from './SuggestionsPanel.tsx';
import { suggestionsText } from './suggestions-text.ts';
import { linesText } from './text.ts';
import { UncertainBar } from './UncertainBar.tsx';
import { useLineHost } from './use-line-host.ts';
import { type TranscriptDesk, useEditors, useLines, useTranscriptDesk } from './use-transcript.ts';
import { useUncertain } from './use-uncertain.ts';

interface BarProps {
  readonly desk: TranscriptDesk;
  readonly mayEdit: boolean;
  readonly onHelp: () => void;
  readonly suggesting: boolean;
  readonly onSuggest: () => void;
}

function Bar({ desk, mayEdit, onHelp, suggesting, onSuggest }: BarProps) {
  const styles = useLinesStyles();
  const shared = useMinutesStyles();
  const t = useText(linesText);
  const say = useText(suggestionsText);
  const { saver, turn, mayUndo, mayRedo } = desk;
  return (
    <div className={styles.bar}>
      <span className={shared.muted}>{t('lines.count', { count: saver.items.length })}</span>
      {mayEdit ? (
        <SaveState saver={saver} typing={desk.typing} />
      ) : (
        <span className={shared.small}>{t('lines.read_only')}</span>
      )}
      <span className={styles.grow} />
      {mayEdit ? (
        <>
          <ToggleButton
            {...{ size: 'small', icon: <TextGrammarWandRegular />, checked: suggesting }}
            onClick={onSuggest}
            data-testid="suggestions-open"
          >
            {say('suggestions.open')}
          </ToggleButton>
          <Button
            {...{ size: 'small', icon: <ArrowUndoRegular />, disabledFocusable: !mayUndo }}
            onClick={() => turn('undo')}
            data-testid="undo"
          >
            {t('undo')}
          </Button>
          <Button
            {...{ size: 'small', icon: <ArrowRedoRegular />, disabledFocusable: !mayRedo }}
            onClick={() => turn('redo')}
            data-testid="redo"
          >
            {t('redo')}
          </Button>
          <Button size="small" icon={<KeyboardRegular />} onClick={onHelp} data-testid="keys-open">
            {t('keys.open')}
          </Button>
        </>
      ) : null}
    </div>
  );
}

function Conflicts({ desk }: Pick<BarProps, 'desk'>) {
  const { conflicts, current, settle } = desk.saver;
  return conflicts.map((conflict, at) => (
    <ConflictCard
      // biome-ignore lint/suspicious/noArrayIndexKey: they are settled from the table, never moved.
      key={at}
      mine={mineOf(conflict)}
      now={conflict.now?.text ?? null}
      onMine={() => settle(conflict, mineAgain(conflict, current()))}
      onNow={() => settle(conflict, [])}
    />
  ));
}

interface EditorProps {
  readonly view: MeetingView;
  readonly data: MeetingLines;
  readonly staffId: string;
  readonly first: string | null;
  /** One comes to hear the first line. */
  readonly plays: boolean;
}

function Asked({
  desk,
  data,
  asking,
  onClose,
  people,
}: {
  readonly desk: TranscriptDesk;
  readonly data: MeetingLines;
  readonly asking: string | null;
  readonly people: Parameters<typeof SpeakerDialog>[0]['people'];
  readonly onClose: () => void;
}) {
  const line = desk.saver.items.find(({ id }) => id === asking);
  if (!line) return null;
  return (
    <SpeakerDialog
      {...{ line, people, onClose, lines: desk.saver.items }}
      speaker={data.speakers.find(({ label }) => label === line.label) ?? null}
      onChoose={(attendeeId, scope) => {
        const { id: lineId } = line;
        desk.act([
          { op: 'SPEAKER', lineId, attendeeId, scope },
          // Whoever chooses for this line alone has looked at it.
          ...(scope === 'THIS' ? [{ op: 'SURE', lineId, sure: true } as const] : []),
        ]);
        onClose();
      }}
    />
  );
}

/** The lines, and beside them what is suggested for them where somebody asks for it. */
function Beside({ children, panel }: { readonly children: ReactNode; readonly panel: ReactNode }) {
  const styles = useLinesStyles();
  return (
    <div className={panel === null ? undefined : styles.beside}>
      {children}
      {panel}
    </div>
  );
}

function Editor({ view, data, staffId, first, plays }: EditorProps) {
  const styles = useMinutesStyles();
  const desk = useTranscriptDesk(data, staffId);
  const { editors, goTo } = useEditors(view.id, data);
  const playing = usePlaying({
    meetingId: view.id,
    lines: desk.saver.items,
    timed: data.timed,
    first: plays ? first : null,
  });
  const { host, standing, change, show } = useLineHost({
    ...{ desk, goTo, first, listen: playing.listen },
    people: view.attendees,
    mayEdit: view.may.edit,
    written: useWritten(useChat(view).data),
  });
  const others = useMemo(() => editors.filter((one) => one.staffId !== staffId), [editors, staffId]);
  const [suggesting, setSuggesting] = useState(false);
  const { here, caret, look, asking } = standing;
  const uncertain = useUncertain({
    lines: desk.saver.items,
    data,
    people: host.people,
    mayEdit: view.may.edit,
    here,
    onGo: show,
  });
  const handleClosed = () => {
    const back = asking === null ? null : { lineId: asking, at: 0 };
    change({ asking: null, help: false, ...(back ? { caret: back } : {}) });
  };
  return (
    <LineHostContext value={host}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the player, wherever in the editor one is. */}
      <div className={styles.stack} onKeyDown={(event) => playing.press(event, here)}>
        <Bar
          {...{ desk, suggesting, mayEdit: view.may.edit }}
          onHelp={() => change({ help: true })}
          onSuggest={() => setSuggesting((before) => !before)}
        />
        {view.may.edit ? <UncertainBar {...uncertain} /> : null}
        <SaveRefused saver={desk.saver} />
        <Conflicts desk={desk} />
        {view.may.edit ? <LearnedOffer {...{ view, staffId, lines: desk.saver.items }} /> : null}
        <OpenSpeakers lines={desk.saver.items} onGo={show} />
        {playing.player ? <AlignedPlayer {...{ playing, player: playing.player, view, here }} /> : null}
        <Beside panel={suggesting ? <SuggestionsPanel desk={desk} data={data} onGo={show} /> : null}>
          <LineList
            playing={playing.heard}
            follow={playing.follow}
            {...{ only: uncertain.only, doubts: uncertain.doubts }}
            {...{ lines: desk.saver.items, timed: data.timed, editors: others, here, caret, look }}
          />
        </Beside>
        <Asked {...{ desk, data, asking, people: host.people, onClose: handleClosed }} />
        {standing.help ? <KeysHelp plays={playing.player !== null} onClose={handleClosed} /> : null}
      </div>
    </LineHostContext>
  );
}

/** The transcript as people edit it: who said what, line by line. */
export function TranscriptPart({ view, first, plays }: Pick<EditorProps, 'view' | 'first' | 'plays'>) {
  const t = useText(linesText);
  const styles = useMinutesStyles();
  const question = useLines(view.id);
  const me = useMe().data;
  const { data } = question;
  const chat = useChat(view).data;
  if (question.isPending || !me) return <LoadingState />;
  if (!data)
    return <ErrorState error={question.error} title={t('lines.error')} onRetry={() => void question.refetch()} />;
  const none = (
    <EmptyState icon={<TextBulletListSquareRegular />} title={t('lines.none')} body={t('lines.none.body')} />
  );
  const lines = data.lines.length === 0 ? none : <Editor {...{ view, data, first, plays }} staffId={me.staffId} />;
  if (!chat) return lines;
  return (
    <div className={styles.stack}>
      <ChatHead chat={chat} />
      {data.lines.length === 0 ? null : lines}
    </div>
  );
}
