import { Button, mergeClasses } from '@fluentui/react-components';
import { PersonRegular, PlayRegular } from '@fluentui/react-icons';
import type { LineView } from '@kaigi/core/contract';
import { type CSSProperties, memo, type Ref } from 'react';
import { shortWhen } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { LineMarks } from '../chats/LineMarks.tsx';
import { recordingsText } from '../recordings/text.ts';
import { useLineHost } from './desk-context.ts';
import { useLinesStyles } from './Lines.styles.ts';
import { type Caret, LineText } from './LineText.tsx';
import { lineTime } from './line-time.ts';
import { linesText } from './text.ts';
import { Uncertain } from './Uncertain.tsx';

export interface LineRowProps {
  readonly line: LineView;
  readonly at: number;
  /** Its number among all lines, from 1. */
  readonly nth: number;
  /** What speaks against its speaker, in words; null where nothing does. */
  readonly doubts: string | null;
  readonly count: number;
  readonly timed: boolean;
  readonly here: boolean;
  /** Its words are being heard. */
  readonly playing: boolean;
  readonly caret: Caret | null;
  /** Who else is at this line. */
  readonly others: string;
  readonly top: number;
  readonly measure: Ref<HTMLLIElement>;
}

function Speaker({ line }: { readonly line: LineView }) {
  const styles = useLinesStyles();
  const t = useText(linesText);
  const { people, act, mayEdit, written } = useLineHost();
  const { attendeeId, label, labelKind } = line;
  const person = attendeeId === null ? null : people.get(attendeeId);
  const who = person?.name ?? t('speaker.unknown');
  const asks = !person && labelKind === 'ROOM';
  const shown = asks ? t('speaker.room') : who;
  const machine = label ?? t('speaker.label.none');
  return (
    <div className={styles.who}>
      {mayEdit ? (
        <Button
          size="small"
          appearance="subtle"
          icon={<PersonRegular />}
          className={mergeClasses(styles.chip, asks && styles.chipOpen)}
          aria-label={t('speaker.open', { who: shown, label: machine })}
          onClick={() => act(line.id, 'speaker', 0)}
          data-testid="line-speaker"
        >
          {shown}
        </Button>
      ) : (
        // Where nothing can be changed it is a name to be read, not a button that is grey.
        <span className={styles.name} data-testid="line-speaker">
          {who}
        </span>
      )}
      {/* Who wrote, no machine has guessed; a guess that is the name above says nothing more. */}
      {written || (person && label === person.name) ? null : (
        <span className={styles.label} data-testid="line-label">
          {label === null ? t('speaker.label.none') : t('speaker.label', { label })}
        </span>
      )}
    </div>
  );
}

/** When it was said; pressed, it is heard. */
function Time({ line, time }: { readonly line: LineView; readonly time: string }) {
  const styles = useLinesStyles();
  const t = useText(recordingsText);
  const { listen } = useLineHost();
  if (!listen) return <span className={styles.time}>{time}</span>;
  return (
    <Button
      {...{ size: 'small', appearance: 'subtle', icon: <PlayRegular />, className: styles.timeButton }}
      aria-label={t('player.from', { time })}
      onClick={() => listen(line)}
      data-testid="line-play"
    >
      {time}
    </Button>
  );
}

/** One line: when, who, what. */
export const LineRow = memo(function LineRow(props: LineRowProps) {
  const { line, at, nth, doubts, count, timed, here, playing, caret, others, top, measure } = props;
  const styles = useLinesStyles();
  const t = useText(linesText);
  const { people, written } = useLineHost();
  const locale = useLocale();
  const mark = written?.marks.get(line.id);
  const who =
    (line.attendeeId === null ? null : people.get(line.attendeeId)?.name) ?? line.label ?? t('speaker.unknown');
  const spoken = timed ? lineTime(line.startMs) : String(nth);
  const time = written ? shortWhen(written.momentOf(line), locale) : spoken;
  const place: CSSProperties = { transform: `translateY(${top}px)` };
  return (
    <li
      ref={measure}
      className={mergeClasses(styles.row, here && styles.rowHere, playing && styles.rowPlaying)}
      style={place}
      data-index={at}
      data-testid="line"
      data-line-id={line.id}
      data-playing={playing || undefined}
      aria-current={playing || undefined}
      aria-posinset={at + 1}
      aria-setsize={count}
    >
      <Time line={line} time={time} />
      <Speaker line={line} />
      <div className={styles.words}>
        <LineText line={line} label={t('line.text', { time, who })} caret={caret} />
        {mark ? <LineMarks mark={mark} /> : null}
        {doubts === null ? null : <Uncertain line={line} why={doubts} />}
        {others === '' ? null : (
          <p className={styles.note} data-testid="line-others">
            {t('line.editor', { names: others })}
          </p>
        )}
      </div>
    </li>
  );
});
