import type { LineView, MeetingLines } from '@kaigi/core/contract';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useLocale, useText } from '../../app/locale.ts';
import { listText } from '../../app/words.ts';
import { LineRow } from './LineRow.tsx';
import { useLinesStyles } from './Lines.styles.ts';
import type { Caret } from './LineText.tsx';
import { linesText } from './text.ts';

export interface LineListProps {
  readonly lines: readonly LineView[];
  /** Of these alone it is shown; null: all. */
  readonly only: ReadonlySet<string> | null;
  readonly doubts: ReadonlyMap<string, string>;
  readonly timed: boolean;
  readonly editors: MeetingLines['editors'];
  /** The line one is at. */
  readonly here: string | null;
  readonly caret: Caret | null;
  /** Counts up where the line one is at shall come into sight. */
  readonly look: number;
  /** The line that is heard. */
  readonly playing: string | null;
  /** The line that is heard is kept in sight. */
  readonly follow: boolean;
}

const ROW_PX = 58;

function useOthers(editors: MeetingLines['editors']): ReadonlyMap<string, string> {
  const locale = useLocale();
  return useMemo(() => {
    const names = new Map<string, string[]>();
    for (const { lineId, name } of editors) if (lineId) names.set(lineId, [...(names.get(lineId) ?? []), name]);
    return new Map([...names].map(([id, all]) => [id, listText(all, locale)]));
  }, [editors, locale]);
}

/** Thousands of lines, of which those in sight are there, and the one that is being edited. */
export function LineList({
  lines: all,
  only,
  doubts,
  timed,
  editors,
  here,
  caret,
  look,
  playing,
  follow,
}: LineListProps) {
  const styles = useLinesStyles();
  const t = useText(linesText);
  const scroll = useRef<HTMLDivElement>(null);
  const others = useOthers(editors);
  const nths = useMemo(() => new Map(all.map(({ id }, at) => [id, at + 1])), [all]);
  const lines = useMemo(() => all.filter(({ id }) => only?.has(id) ?? true), [all, only]);
  const hereAt = lines.findIndex(({ id }) => id === here);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_PX,
    getItemKey: (at) => lines[at]?.id ?? at,
    overscan: 8,
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range);
      return hereAt < 0 || inSight.includes(hereAt) ? inSight : [...inSight, hereAt].sort((a, b) => a - b);
    },
  });
  const latest = useRef({ virtual, hereAt });
  latest.current = { virtual, hereAt };
  useEffect(() => {
    if (look > 0 && latest.current.hereAt >= 0) latest.current.virtual.scrollToIndex(latest.current.hereAt);
  }, [look]);
  const playingAt = playing === null ? -1 : lines.findIndex(({ id }) => id === playing);
  useEffect(() => {
    if (follow && playingAt >= 0) latest.current.virtual.scrollToIndex(playingAt);
  }, [follow, playingAt]);
  return (
    <div ref={scroll} className={styles.scroll} data-testid="lines">
      <ul className={styles.list} style={{ height: virtual.getTotalSize() }} aria-label={t('lines.label')}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const line = lines[index];
          if (!line) return null;
          return (
            <LineRow
              key={key}
              {...{ line, timed, at: index, count: lines.length, top: start, measure: virtual.measureElement }}
              here={line.id === here}
              playing={line.id === playing}
              nth={nths.get(line.id) ?? 0}
              doubts={doubts.get(line.id) ?? null}
              caret={caret?.lineId === line.id ? caret : null}
              others={others.get(line.id) ?? ''}
            />
          );
        })}
      </ul>
    </div>
  );
}
