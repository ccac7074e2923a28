import type { Directory } from '../../directory/index.ts';
import type { ShownInChat } from '../../notifications/index.ts';
import type { Clock, Database } from '../../platform/index.ts';
import { localDateOf } from '../../shared/index.ts';
import { type InstructionContext, instructionMessage } from './cards.ts';
import { isAddressee, isGiver } from './policy.ts';
import { versionOf } from './rules.ts';
import { viewsOf } from './service.ts';
import { openFor, readInstruction } from './store.ts';

export const INSTRUCTION_SUBJECT = 'approvals/instruction';

interface ChatParts extends Pick<InstructionContext, 'caseUrl' | 'urls'> {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
}

const MOST_WAITING = 20;

/** How instructions look in chats, and what waits there for whom. */
export function instructionsInChat({ db, clock, directory, caseUrl, urls }: ChatParts): ShownInChat {
  return {
    prefix: INSTRUCTION_SUBJECT,
    render: ({ municipalityId, staffId, locale }, instructionId) =>
      db.singly(municipalityId, async (tx) => {
        const [actor, instruction] = await Promise.all([
          directory.actorById(tx, staffId),
          readInstruction(tx, instructionId),
        ]);
        if (!actor || !instruction) return null;
        if (!isAddressee(actor, instruction) && !isGiver(actor, instruction)) return null;
        const [view] = await viewsOf(tx, { actor, today: localDateOf(clock.now()) }, [instruction]);
        return view ? instructionMessage(view, { locale, caseUrl, urls }) : null;
      }),
    waitingFor: (municipalityId, staffId) =>
      db.singly(municipalityId, async (tx) => {
        const open = await openFor(tx, staffId, MOST_WAITING);
        return open.map((one) => ({ id: one.instructionId, version: versionOf(one) }));
      }),
  };
}
