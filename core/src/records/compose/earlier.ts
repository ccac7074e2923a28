import { sha256Hex } from '../../platform/index.ts';
import { type ChosenMessage, dayIn, type Locale } from '../../shared/index.ts';
import type { EarlierCapture } from '../captures/store.ts';
import { labelOf } from '../number-label.ts';

/** The conversation in which a message stands, so that it is known again and cannot be read from what is kept. */
export const placeOf = ({ chatKey, channel, from, link }: ChosenMessage): string => {
  const told = channel ? [channel.teamId, channel.channelId] : [chatKey ?? (link === null ? '' : pathOf(link))];
  return sha256Hex(Buffer.from(JSON.stringify([from, ...told])));
};

/** `/l/message/{conversation}/{message}`, where nothing else says where it stands. */
const pathOf = (link: string): string => URL.parse(link)?.pathname.split('/').slice(0, -1).join('/') ?? '';

/** 政収第5号 庁舎の改修について（令和8年11月20日） */
export function labelOfEarlier(earlier: EarlierCapture, locale: Locale): string {
  const label = labelOf(earlier);
  return `${label === null ? '' : `${label} `}${earlier.title}（${dayIn(earlier.filedOn, locale)}）`;
}
