import { randomBytes } from 'node:crypto';
import { sha256Hex } from '../../platform/index.ts';
import type { Given, InstructionLine, Sealed } from './rules.ts';

/** The part of an instruction that somebody wrote; the rest is who, when and for whom. */
type Written = Pick<Given, 'purpose' | 'reader' | 'length'>;
export const NOTHING_WRITTEN: Written = { purpose: '', reader: '', length: '' };

/** An instruction as its row has it: what was written stands apart, or, in rows of before, with the rest. */
export type GivenRow = Omit<Given, keyof Written> & Partial<Written>;

const sealed = (words: object): Sealed => ({
  said: JSON.stringify({ salt: randomBytes(16).toString('hex'), ...words }),
  saidSha256: null,
});

export function sealGiven({ purpose, reader, length, ...rest }: Given): { given: GivenRow } & Sealed {
  return { given: rest, ...sealed({ purpose, reader, length }) };
}

export const sealReason = (reason: string | null): Sealed =>
  reason === null ? { said: null, saidSha256: null } : sealed({ reason });

function opened<W extends object>({ said }: Sealed): Partial<W> {
  if (said === null) return {};
  const { salt: _, ...words } = JSON.parse(said) as W & { salt: string };
  return words as unknown as Partial<W>;
}

export const openGiven = <R extends { given: GivenRow } & Sealed>(row: R): R & { given: Given } => ({
  ...row,
  given: { ...NOTHING_WRITTEN, ...row.given, ...opened<Written>(row) },
});

export const openReason = <L extends Pick<InstructionLine, 'reason'> & Sealed>(line: L): L => ({
  ...line,
  reason: opened<{ reason: string }>(line).reason ?? line.reason,
});

/** What the log has of it: the hash; null where it has the words themselves. */
export const saidHash = ({ said, saidSha256 }: Sealed): string | null =>
  said === null ? saidSha256 : sha256Hex(Buffer.from(said));
