import type { AttendeeView, LineView } from '@kaigi/core/contract';
import { invariant } from '@kaigi/core/shared';
import { createContext, useContext } from 'react';
import type { Written } from '../chats/use-chat.ts';
import type { LineAct } from './line-keys.ts';

/** What a line may ask of the editor; the same for as long as the editor is open, so that no line is drawn for nothing. */
export interface LineHost {
  readonly type: (lineId: string, text: string) => void;
  readonly act: (lineId: string, act: LineAct, caret: number) => void;
  /** Whose this line stands for is certain. */
  readonly settle: (lineId: string) => void;
  readonly enter: (lineId: string) => void;
  readonly leave: () => void;
  /** Goes to another line. */
  readonly show: (lineId: string) => void;
  /** Who said what in another line, as it stands now; null where there is none. */
  readonly saidIn: (lineId: string) => { readonly who: string | null; readonly words: string } | null;
  readonly people: ReadonlyMap<string, AttendeeView>;
  readonly mayEdit: boolean;
  /** Plays the recording from this line on; null where there is none. */
  readonly listen: ((line: LineView) => void) | null;
  /** Of minutes of a chat: when each line was written, and what Teams shows beside it. */
  readonly written: Written | null;
}

export const LineHostContext = createContext<LineHost | null>(null);

export function useLineHost(): LineHost {
  const host = useContext(LineHostContext);
  invariant(host, 'useLineHost outside of LineHostContext');
  return host;
}
