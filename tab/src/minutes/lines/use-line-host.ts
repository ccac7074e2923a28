import type { AttendeeView, LineView } from '@kaigi/core/contract';
import { useMemo, useRef, useState } from 'react';
import type { LineHost } from './desk-context.ts';
import type { Caret } from './LineText.tsx';
import type { LineAct } from './line-keys.ts';
import type { LineWish } from './steps.ts';
import type { TranscriptDesk } from './use-transcript.ts';

interface HostOptions {
  readonly desk: TranscriptDesk;
  readonly people: readonly AttendeeView[];
  readonly mayEdit: boolean;
  readonly goTo: (lineId: string | null) => void;
  readonly first: string | null;
  readonly listen: LineHost['listen'];
  readonly written: LineHost['written'];
}

export interface Standing {
  readonly here: string | null;
  readonly caret: Caret | null;
  readonly look: number;
  readonly asking: string | null;
  readonly help: boolean;
}

/** Where joining with the line before leads; what was emptied gives nothing to it. */
function joining(lines: readonly LineView[], at: number, typed: string | null): readonly LineWish[] {
  const [before, line] = [lines[at - 1], lines[at]];
  if (!before || !line) return [];
  const join: LineWish = { op: 'JOIN', lineId: before.id, nextId: line.id };
  return typed !== null && typed.trim() === '' ? [join, { op: 'TEXT', lineId: before.id, text: before.text }] : [join];
}

type Move = (caret: Caret) => void;

function neighbour(lines: readonly LineView[], at: number, act: 'previous' | 'next'): Caret | null {
  const other = lines[act === 'previous' ? at - 1 : at + 1];
  return other ? { lineId: other.id, at: act === 'previous' ? other.text.length : 0 } : null;
}

interface Acting {
  readonly desk: TranscriptDesk;
  readonly typed: string | null;
  readonly move: Move;
}

/** Splits at the caret, joins at the beginning, goes from line to line. */
function editLine(
  { desk, typed, move }: Acting,
  lineId: string,
  { act, caret }: { act: LineAct; caret: number },
): void {
  desk.rest();
  const lines = desk.saver.current();
  const at = lines.findIndex(({ id }) => id === lineId);
  const line = lines[at];
  if (!line) return;
  if (act === 'previous' || act === 'next') {
    const to = neighbour(lines, at, act);
    if (to) move(to);
    return;
  }
  if (act === 'split') {
    const newId = crypto.randomUUID();
    if (desk.act([{ op: 'SPLIT', lineId, at: caret, newId }])) move({ lineId: newId, at: 0 });
    else if (caret > 0) editLine({ desk, typed, move }, lineId, { act: 'next', caret });
    return;
  }
  const before = lines[at - 1];
  if (before && desk.act(joining(lines, at, typed))) move({ lineId: before.id, at: before.text.length });
}

/** What the lines may ask, and where in them one stands. */
export function useLineHost(options: HostOptions) {
  const [standing, setStanding] = useState<Standing>({
    ...{ here: options.first, caret: null, asking: null, help: false },
    look: options.first === null ? 0 : 1,
  });
  const latest = useRef(options);
  latest.current = options;
  const typed = useRef<string | null>(null);
  const acts = useMemo(() => {
    const change = (changed: Partial<Standing>) => setStanding((before) => ({ ...before, ...changed }));
    const move: Move = (caret) => {
      typed.current = null;
      change({ here: caret.lineId, caret });
    };
    const act: LineHost['act'] = (lineId, what, caret) => {
      const { desk, mayEdit } = latest.current;
      if (what === 'keys') return change({ help: true });
      if (!mayEdit && what !== 'previous' && what !== 'next') return undefined;
      if (what === 'undo' || what === 'redo') return desk.turn(what);
      if (what !== 'speaker') return editLine({ desk, typed: typed.current, move }, lineId, { act: what, caret });
      desk.rest();
      return change({ asking: lineId });
    };
    const show = (lineId: string) =>
      setStanding((before) => ({ ...before, here: lineId, caret: { lineId, at: 0 }, look: before.look + 1 }));
    const host: Omit<LineHost, 'people' | 'mayEdit' | 'listen' | 'written'> = {
      act,
      type: (lineId, text) => {
        typed.current = text;
        latest.current.desk.type(lineId, text);
      },
      settle: (lineId) => {
        latest.current.desk.rest();
        latest.current.desk.act([{ op: 'SURE', lineId, sure: true }]);
      },
      enter: (lineId) => {
        typed.current = null;
        change({ here: lineId });
        latest.current.goTo(lineId);
      },
      leave: () => latest.current.desk.rest(),
      show: (lineId) => {
        latest.current.desk.rest();
        show(lineId);
      },
      saidIn: (lineId) => {
        const { desk, people } = latest.current;
        const line = desk.saver.items.find(({ id }) => id === lineId);
        if (!line) return null;
        return { who: people.find(({ id }) => id === line.attendeeId)?.name ?? line.label, words: line.text };
      },
    };
    return { host, change, show };
  }, []);
  const { people, mayEdit, listen, written } = options;
  const host = useMemo<LineHost>(
    () => ({ ...acts.host, people: new Map(people.map((one) => [one.id, one])), mayEdit, listen, written }),
    [acts, people, mayEdit, listen, written],
  );
  return { host, standing, change: acts.change, show: acts.show };
}
