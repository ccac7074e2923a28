import { Button, Select, Slider, Switch } from '@fluentui/react-components';
import { ArrowCounterclockwiseRegular, LinkRegular, PauseRegular, PlayRegular } from '@fluentui/react-icons';
import { useSyncExternalStore } from 'react';
import { useText } from '../../app/locale.ts';
import { lineTime } from '../lines/line-time.ts';
import { usePlayerStyles } from './PlayerBar.styles.ts';
import { type Player, SPEEDS } from './player.ts';
import { recordingsText } from './text.ts';

export interface PlayerBarProps {
  readonly player: Player;
  readonly follow: boolean;
  readonly setFollow: (follow: boolean) => void;
  /** The line one is at is heard here; null where nobody may say so. */
  readonly onAlign: (() => void) | null;
}

function Place({ player }: Pick<PlayerBarProps, 'player'>) {
  const styles = usePlayerStyles();
  const t = useText(recordingsText);
  const { atMs, lengthMs } = useSyncExternalStore(player.subscribe, player.state);
  const length = lengthMs === null ? '–:––' : lineTime(lengthMs);
  const time = t('player.time', { at: lineTime(atMs), length });
  return (
    <>
      <Slider
        className={styles.place}
        min={0}
        max={Math.max(1, Math.ceil((lengthMs ?? atMs) / 1_000))}
        value={Math.floor(atMs / 1_000)}
        onChange={(_, { value }) => player.seek(value * 1_000)}
        aria-label={t('player.place')}
        aria-valuetext={time}
        data-testid="player-place"
      />
      <span className={styles.time} data-testid="player-time">
        {time}
      </span>
    </>
  );
}

function Speed({ player }: Pick<PlayerBarProps, 'player'>) {
  const styles = usePlayerStyles();
  const t = useText(recordingsText);
  const { speed } = useSyncExternalStore(player.subscribe, player.state);
  return (
    <Select
      className={styles.speed}
      size="small"
      value={String(speed)}
      onChange={(_, { value }) => player.setSpeed(Number(value))}
      aria-label={t('player.speed')}
      data-testid="player-speed"
    >
      {SPEEDS.map((one) => (
        <option key={one} value={String(one)}>
          {t('player.speed.value', { speed: one })}
        </option>
      ))}
    </Select>
  );
}

/** The recording beside the lines. */
export function PlayerBar({ player, follow, setFollow, onAlign }: PlayerBarProps) {
  const styles = usePlayerStyles();
  const t = useText(recordingsText);
  const { on, failed } = useSyncExternalStore(player.subscribe, player.state);
  return (
    <section className={styles.bar} aria-label={t('player.label')} data-testid="player" data-on={on}>
      <Button
        appearance="primary"
        icon={on ? <PauseRegular /> : <PlayRegular />}
        aria-label={on ? t('player.pause') : t('player.play')}
        title={on ? t('player.pause') : t('player.play')}
        onClick={player.toggle}
        data-testid="player-toggle"
      />
      <Button size="small" icon={<ArrowCounterclockwiseRegular />} onClick={player.back} data-testid="player-back">
        {t('player.back')}
      </Button>
      <Place player={player} />
      <Speed player={player} />
      <Switch
        checked={follow}
        onChange={(_, { checked }) => setFollow(checked)}
        label={t('player.follow')}
        data-testid="player-follow"
      />
      {onAlign ? (
        <Button
          {...{ size: 'small', icon: <LinkRegular />, onClick: onAlign }}
          title={t('align.here.label')}
          data-testid="player-align"
        >
          {t('align.here')}
        </Button>
      ) : null}
      {failed ? (
        <p className={styles.failed} role="alert" data-testid="player-failed">
          {t('player.error')}
        </p>
      ) : null}
    </section>
  );
}
