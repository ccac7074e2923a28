import type { Texts } from '../shared/index.ts';
import { bookingTexts } from './bookings/text.ts';
import { calendarTexts } from './calendar/text.ts';
import { dayTexts } from './days.ts';
import { explanationTexts } from './panel/explanations/text.ts';
import { panelTexts } from './panel/text.ts';
import { windowTexts } from './panel/windows/text.ts';
import { paperTexts } from './papers/text.ts';
import { pollTexts } from './polls/text.ts';
import { roomTexts } from './rooms/text.ts';
import { slotTexts } from './slots/text.ts';
import { writtenTexts } from './written/text.ts';
import { yearlyTexts } from './yearly/text.ts';

/** The sentences of every part. */
export const schedulesTexts: Texts = {
  ...{ ...calendarTexts, ...bookingTexts, ...roomTexts, ...slotTexts, ...panelTexts, ...pollTexts },
  ...{ ...explanationTexts, ...windowTexts, ...yearlyTexts, ...writtenTexts, ...paperTexts, ...dayTexts },
};
