import type { AttendeeView, LineView, MeetingLines } from '@kaigi/core/contract';
import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useLocale, useText } from '../../app/locale.ts';
import { listText } from '../../app/words.ts';
import { linesText } from './text.ts';
import { type Doubt, doubtsOf, nextUncertain } from './uncertain.ts';

interface UncertainOptions {
  readonly lines: readonly LineView[];
  readonly data: MeetingLines;
  readonly people: ReadonlyMap<string, AttendeeView>;
  readonly mayEdit: boolean;
  /** The line one is at. */
  readonly here: string | null;
  readonly onGo: (lineId: string) => void;
}

function useWords(people: UncertainOptions['people']) {
  const t = useText(linesText);
  const locale = useLocale();
  return useCallback(
    (doubts: readonly Doubt[]) => {
      const said = doubts.map((doubt) => {
        if (doubt.kind === 'OVERLAPS') return t('doubt.OVERLAPS');
        const percent = Math.round(doubt.likelihood * 100);
        if (doubt.kind === 'VOICE') return t('doubt.VOICE', { percent });
        return t('doubt.CANDIDATE', { percent, name: people.get(doubt.attendeeId)?.name ?? '' });
      });
      return listText(said, locale);
    },
    [t, locale, people],
  );
}

/** Alt+N wherever on the page one is, as one is nowhere yet when one comes to it; not behind a dialog. */
function useNextKey(next: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { code, altKey, ctrlKey, metaKey, shiftKey, isComposing, target } = event;
    if (code !== 'KeyN' || !altKey || ctrlKey || metaKey || shiftKey || isComposing) return;
    if (target instanceof Element && target.closest('[role=dialog]')) return;
    event.preventDefault();
    next();
  });
  useEffect(() => {
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

/** The lines whose speaker is not certain, in words, and the way from one to the next. */
export function useUncertain({ lines, data, people, mayEdit, here, onGo }: UncertainOptions) {
  const { speakers, sureFrom } = data;
  const words = useWords(people);
  const [filtered, setFiltered] = useState(false);
  const doubts = useMemo(() => {
    // How sure a machine was is for whoever can do something about it.
    const shown = ({ kind }: Doubt) => mayEdit || kind === 'OVERLAPS';
    const found = lines.map((line) => [line.id, doubtsOf(line, { speakers, sureFrom }).filter(shown)] as const);
    return new Map(found.flatMap(([id, some]) => (some.length === 0 ? [] : [[id, words(some)] as const])));
  }, [lines, speakers, sureFrom, words, mayEdit]);
  // The line one is at stays in sight while one works on it.
  const only = useMemo(
    () => (filtered ? new Set([...doubts.keys(), ...(here === null ? [] : [here])]) : null),
    [filtered, doubts, here],
  );
  const next = () => {
    const to = nextUncertain(lines, doubts, here);
    if (to !== null) onGo(to);
  };
  useNextKey(next);
  return { doubts, only, filtered, setFiltered, next };
}

export type UncertainLines = ReturnType<typeof useUncertain>;
