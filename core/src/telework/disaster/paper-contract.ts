import { z } from 'zod';
import { typedLine } from '../../shared/typed-text.ts';

/** 後日入力: what was written on a form while the network was down, entered afterwards by somebody else. */
export const PaperSchema = z.strictObject({
  /** 特例の命令 that was in force when it was written. */
  orderNumber: typedLine(60),
  /** When it was written. */
  at: z.iso.datetime({ offset: true }),
  /** Which paper: 「安否確認票（政策課）」. */
  source: typedLine(100),
});
export type Paper = z.infer<typeof PaperSchema>;
