import type { Json } from '../../shared/index.ts';

export interface ToSign {
  readonly meetingId: string;
  /** Of the minutes as they stand. */
  readonly digest: string;
  readonly staffId: string;
  readonly at: Date;
}

/** An electronic measure that vouches for who signed what (地方自治法 123 条 3 項): a city may plug in its own. */
export interface SigningMeasure {
  readonly name: string;
  /** What the measure leaves behind, kept beside the signature. The act does not take place where it throws. */
  sign(toSign: ToSign): Promise<Json>;
}

/** The suite's own: the act of whoever was signed in, chained in the log with the hash of the minutes. */
export const recordedAct: SigningMeasure = { name: 'RECORDED_ACT', sign: async () => null };
