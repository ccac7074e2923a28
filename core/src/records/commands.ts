import type { ChatCommand } from '../shared/index.ts';
import { type FindCommandParts, findCommand } from './compose/find-command.ts';
import { type PagesParts, pagesCommand } from './compose/pages-command.ts';
import { type NumberChatParts, numberCommand } from './register/chat.ts';

/** 「文書 ○○」「番号」「文書管理」 */
export function recordsCommands(parts: FindCommandParts & NumberChatParts & PagesParts): ChatCommand[] {
  const find = findCommand(parts);
  return [find, numberCommand({ ...parts, find: find.handle }), pagesCommand(parts)];
}
