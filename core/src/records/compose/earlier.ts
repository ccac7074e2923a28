import { sha256Hex } from '../../platform/index.ts';
import { type ChosenMessage, dayIn, type Locale } from '../../shared/index.ts';
import type { EarlierCapture } from '../captures/store.ts';
import { labelOf } from '../number-label.ts';

/** The conversation in which a message stands, so that it is known again and cannot be read from what is kept. */
export const placeOf = (message: ChosenMessage): string => {
  const { from, channel, chatKey, link } = message;
  const conversation = chatKey ?? conversationIn(link);
  const told = channel
    ? [channel.teamId, channel.channelId]
    : conversation === null
      ? ownWords(message)
      : [conversation];
  return sha256Hex(Buffer.from(JSON.stringify([from, ...told])));
};

/** `/l/message/{conversation}/{message}`, where nothing else says where it stands. */
const conversationIn = (link: string | null): string | null =>
  /^(\/l\/message\/[^/]+)\/[^/]+$/.exec(URL.parse(link ?? '')?.pathname ?? '')?.[1] ?? null;

/** Teams counts messages in each conversation alone: where none is known, another's may have the same number. */
const ownWords = ({ id, at, by, text }: ChosenMessage): readonly string[] => [
  ...['', id, at, text],
  ...(by === null ? [] : [by.name, by.entraObjectId ?? '']),
];

/** 政収第5号 庁舎の改修について（令和8年11月20日） */
export function labelOfEarlier(earlier: EarlierCapture, locale: Locale): string {
  const label = labelOf(earlier);
  return `${label === null ? '' : `${label} `}${earlier.title}（${dayIn(earlier.filedOn, locale)}）`;
}
