import type { Clock } from '../../platform/index.ts';
import { type Caller, type ChatCommand, type ChatMessage, localTimeOf } from '../../shared/index.ts';
import { cardOf, heading, text } from '../elements.ts';
import type { RoomParts } from '../room.ts';
import { openPage, type ToTab } from '../tab-pages.ts';
import type { PresenceService } from './service.ts';
import { byState, oneLine, words } from './words.ts';

export interface PresenceChatParts extends ToTab, Pick<RoomParts, 'lineOf'> {
  readonly presence: PresenceService;
  readonly clock: Clock;
}

const MOST = 40;
const FEW = 5;

async function ofSection({ presence, pageUrl }: PresenceChatParts, caller: Caller): Promise<ChatMessage> {
  const { locale } = caller;
  const { items, path, at } = await presence.board(caller, { below: 'true' });
  const unit = path.at(-1)?.name ?? words(locale, 'all');
  const title = words(locale, 'title', { unit, time: localTimeOf(new Date(at)), count: items.length });
  const groups = byState(items, { at, locale, most: MOST });
  const body = [heading(title), ...groups.map((group) => text(group))];
  const card = cardOf(locale, body, openPage({ pageUrl }, 'presence', words(locale, 'open')));
  return { kind: 'card', card, summary: title };
}

/** 「在席」: who of my section is where; 「在席 ○○」「どこ ○○」: where is a person, or who of a unit. */
export const presenceCommand = (parts: PresenceChatParts): ChatCommand => ({
  words: ['在席', 'どこ', 'presence'],
  help: {
    ja: '「在席」「どこ ○○」：自分の課の人、または名前や所属の人が、いまどこにいるかを示します（案件は「今どこ」）。',
    en: '“presence”, “presence Sato”: where the people of your section, of a name or of a unit are now.',
  },
  async handle(caller, argument) {
    const asked = Array.from(argument.trim().replace(/(?:さん|様|にいる|は)$/u, ''))
      .slice(0, 50)
      .join('');
    if (asked === '') return [await ofSection(parts, caller)];
    const { locale } = caller;
    const found = await parts.presence.find(caller, asked);
    if (found === null) return [plain(words(locale, 'nobody', { words: asked }))];
    const at = parts.clock.now().toISOString();
    if (found.length > FEW) return [plain(byState(found, { at, locale, most: MOST }).join('\n'))];
    const ids = found.map(({ person }) => person.staffId);
    const more = await parts.lineOf?.(caller, ids);
    const lines = found.map((row) => oneLine(row, { at, locale, line: more?.get(row.person.staffId) }));
    return [plain(lines.join('\n'))];
  },
});

const plain = (said: string): ChatMessage => ({ kind: 'text', text: said });
