import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import {
  ChatOfferQuerySchema,
  ChatOfferSchema,
  ChatViewSchema,
  FromChatAnswerSchema,
  FromChatInputSchema,
} from './contract.ts';
import type { ChatMinutes } from './service.ts';

const Id = z.object({ id: z.uuid() });

export const chatMinutesRoutes = (chats: ChatMinutes): Route[] => [
  route({
    method: 'GET',
    path: '/meetings/chat-offer',
    summary: { ja: 'チャットを会議録にするときの初めの値', en: 'With what minutes of a chat begin' },
    query: ChatOfferQuerySchema,
    answer: ChatOfferSchema,
    handle: (caller, { query }) => chats.offer(caller, query.chat),
  }),
  route({
    method: 'POST',
    path: '/meetings/from-chat',
    summary: { ja: 'Teamsのチャットを会議録にする', en: 'Make minutes of a chat in Teams' },
    body: FromChatInputSchema,
    answer: FromChatAnswerSchema,
    status: 201,
    handle: (caller, { body: { chat, ...wish } }) => chats.take(caller, chat, wish),
  }),
  route({
    method: 'GET',
    path: '/meetings/{id}/chat',
    summary: {
      ja: 'チャットの会議録：投稿の日時・リアクション・添付',
      en: 'Minutes of a chat: moments, reactions, files',
    },
    params: Id,
    answer: ChatViewSchema,
    handle: (caller, { params }) => chats.read(caller, params.id),
  }),
  route({
    method: 'POST',
    path: '/meetings/{id}/chat/again',
    summary: { ja: 'チャットの続きを取り込む', en: 'Take in what was written since' },
    params: Id,
    answer: ChatViewSchema,
    handle: (caller, { params }) => chats.again(caller, params.id),
  }),
];
