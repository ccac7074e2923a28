import type { Texts } from '../shared/index.ts';
import { calendarTexts } from './calendar/text.ts';

/** The sentences of every part. */
export const schedulesTexts: Texts = { ...calendarTexts };
