import type { GraphClient } from './graph-client.ts';
import { noteError } from './note-error.ts';

/** What the activity feed has room for. */
export interface FeedNote {
  /** The sign-in name of the person. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Declared in the app's manifest with the same name. */
const ACTIVITY = 'messagesWaiting';
const PREVIEW = 150;

/**
 * Puts a note into somebody's activity feed; Teams mails what stays unread there to those who have that switched on.
 * Permission: TeamsActivity.Send (application).
 * @throws DeliveryError `blocked` where the app is not installed for the person or may not do it
 */
export async function putIntoFeed(graph: GraphClient, note: FeedNote, inboxUrl: string): Promise<void> {
  const preview = Array.from(note.text).slice(0, PREVIEW).join('');
  try {
    await graph.post(`/users/${encodeURIComponent(note.to)}/teamwork/sendActivityNotification`, {
      topic: { source: 'text', value: note.subject, webUrl: inboxUrl },
      activityType: ACTIVITY,
      previewText: { content: preview },
      templateParameters: [{ name: 'summary', value: note.subject }],
    });
  } catch (error) {
    throw noteError(error);
  }
}
