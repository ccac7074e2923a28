import { type MeetingRoute, meetingHash } from '../app/meeting-routes.ts';
import { BacklogPage } from './backlog/BacklogPage.tsx';
import { ChatMinutesPage } from './chats/ChatMinutesPage.tsx';
import { GlossaryPage } from './glossary/GlossaryPage.tsx';
import { KeptPage } from './kept/KeptPage.tsx';
import { MeetingPage } from './meetings/MeetingPage.tsx';
import { MeetingsPage } from './meetings/MeetingsPage.tsx';
import { NewMeetingPage } from './meetings/NewMeetingPage.tsx';
import { TemplatesPage } from './papers/TemplatesPage.tsx';
import { SearchPage } from './search/SearchPage.tsx';

/** 会議録: all meetings, a new one, or one of them. */
export function MeetingsPages({ route }: { readonly route: MeetingRoute }) {
  if (route.part === 'list') return <MeetingsPage key={route.box} box={route.box} />;
  if (route.part === 'new') return <NewMeetingPage />;
  if (route.part === 'chat') return <ChatMinutesPage key={route.chat} chat={route.chat} />;
  if (route.part === 'backlog') return <BacklogPage />;
  if (route.part === 'kept') return <KeptPage />;
  if (route.part === 'templates') return <TemplatesPage />;
  if (route.part === 'glossary') return <GlossaryPage />;
  if (route.part === 'search') return <SearchPage key={meetingHash(route)} wish={route.wish} />;
  return <MeetingPage key={route.id} route={route} />;
}
