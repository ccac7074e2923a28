import type { Onlooker, ShownInChat } from '../../notifications/index.ts';
import { type ChatMessage, localDateOf } from '../../shared/index.ts';
import { mayLookAt } from '../people/people.ts';
import { applicationMessage, type CardContext, returnMessage } from './cards.ts';
import type { ApplicationView } from './contract.ts';
import { APPLICATION_SUBJECT, RETURN_SUBJECT } from './jobs.ts';
import { readApplication } from './store.ts';
import { type ViewParts, viewsOf } from './views.ts';

interface ChatParts extends ViewParts, Pick<CardContext, 'caseUrl' | 'pageUrl'> {}

/** The application as this person may see it now. */
function seen(
  parts: ChatParts,
  { municipalityId, staffId, locale }: Onlooker,
  id: string,
): Promise<ApplicationView | null> {
  return parts.db.singly(municipalityId, async (tx) => {
    const [actor, found] = [await parts.directory.actorById(tx, staffId), await readApplication(tx, id)];
    if (!actor || !found || !mayLookAt(await parts.directory.organisation(tx), actor, found.staffId)) return null;
    const [view] = await viewsOf(parts, { tx, actor, locale }, [found]);
    return view ?? null;
  });
}

/** How applications look in chats; nothing of them waits there but with their cases. */
export function applicationsInChat(parts: ChatParts): ShownInChat[] {
  const { caseUrl, pageUrl, clock } = parts;
  const shown = (
    prefix: string,
    render: (view: ApplicationView, context: CardContext) => ChatMessage,
  ): ShownInChat => ({
    prefix,
    async render(onlooker, id) {
      const view = await seen(parts, onlooker, id);
      return view && render(view, { locale: onlooker.locale, caseUrl, pageUrl });
    },
    waitingFor: async () => [],
  });
  return [
    shown(APPLICATION_SUBJECT, applicationMessage),
    shown(RETURN_SUBJECT, (view, context) => returnMessage(view, { ...context, today: localDateOf(clock.now()) })),
  ];
}
