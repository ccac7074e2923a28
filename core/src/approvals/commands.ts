import type { ChatCommand } from '../shared/index.ts';
import { draftCommand } from './commands/draft.ts';
import { inboxCommand } from './commands/inbox.ts';
import type { CommandsParts } from './commands/parts.ts';
import { remindCommand } from './commands/remind.ts';
import { standInCommand } from './commands/stand-in.ts';
import { whereCommand } from './commands/where.ts';

/** What a person may type about cases. */
export const approvalsCommands = (parts: CommandsParts): ChatCommand[] => [
  inboxCommand(parts),
  whereCommand(parts),
  remindCommand(parts),
  standInCommand(parts),
  draftCommand(parts),
];
