import type { ApplicationKind } from '../applications/kind.ts';
import type { RoomParts } from '../room.ts';
import { type OvertimeRequestInput, OvertimeRequestInputSchema } from './contract.ts';
import { judgeOvertime } from './judging.ts';

/** 時間外勤務の申請: the person asks for the order. */
export const overtimeKind = ({
  regulations,
}: Pick<RoomParts, 'regulations'>): ApplicationKind<OvertimeRequestInput> => ({
  kind: 'OVERTIME',
  input: OvertimeRequestInputSchema,
  judge: (asking, input) => judgeOvertime(regulations, asking, input),
});
