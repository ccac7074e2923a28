import type { PunchView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { workdayText } from '../text.ts';
import { useCorrection } from '../use-workday.ts';
import { addedPunch, inputOf, type TypedPunch, typedOf, type Wrong, wrongIn } from './typed-correction.ts';

interface Asked {
  readonly date: string;
  /** Undefined as long as they are being read. */
  readonly punches: readonly PunchView[] | undefined;
  readonly onClose: () => void;
}

export interface Correcting {
  readonly lines: readonly TypedPunch[];
  readonly reason: string;
  readonly wrong: Wrong | null;
  readonly sending: ReturnType<typeof useCorrection>;
  readonly change: (line: TypedPunch) => void;
  readonly add: () => void;
  readonly setReason: (reason: string) => void;
  readonly handleSend: () => void;
}

/** The typed lines over the punches that count; what nobody has touched follows the service. */
export function useCorrecting({ date, punches = [], onClose }: Asked): Correcting {
  const t = useText(workdayText);
  const notify = useNotice();
  const [touched, setTouched] = useState<ReadonlyMap<string, TypedPunch>>(new Map());
  const [added, setAdded] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const sending = useCorrection();
  const all = [...punches.map((punch) => typedOf(punch, date)), ...added.map(addedPunch)];
  const lines = all.map((line) => touched.get(line.key) ?? line);
  const typed = { date, punches: lines, reason };
  const wrong = wrongIn(typed);
  const handleSend = () => {
    setTried(true);
    if (wrong !== null || sending.isPending) return;
    sending.mutate(inputOf(typed), {
      onSuccess: () => {
        onClose();
        notify({ text: t('correct.done'), intent: 'success' });
      },
    });
  };
  return {
    ...{ lines, reason, sending, setReason, handleSend },
    wrong: tried ? wrong : null,
    change: (line) => setTouched((before) => new Map(before).set(line.key, line)),
    add: () => setAdded((before) => [...before, crypto.randomUUID()]),
  };
}
