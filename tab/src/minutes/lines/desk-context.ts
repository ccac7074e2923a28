import type { AttendeeView, LineView } from '@kaigi/core/contract';
import { invariant } from '@kaigi/core/shared';
import { createContext, useContext } from 'react';
import type { LineAct } from './line-keys.ts';

/** What a line may ask of the editor; the same for as long as the editor is open, so that no line is drawn for nothing. */
export interface LineHost {
  readonly type: (lineId: string, text: string) => void;
  readonly act: (lineId: string, act: LineAct, caret: number) => void;
  /** Whose this line stands for is certain. */
  readonly settle: (lineId: string) => void;
  readonly enter: (lineId: string) => void;
  readonly leave: () => void;
  readonly people: ReadonlyMap<string, AttendeeView>;
  readonly mayEdit: boolean;
  /** Plays the recording from this line on; null where there is none. */
  readonly listen: ((line: LineView) => void) | null;
}

export const LineHostContext = createContext<LineHost | null>(null);

export function useLineHost(): LineHost {
  const host = useContext(LineHostContext);
  invariant(host, 'useLineHost outside of LineHostContext');
  return host;
}
