import type { News } from '../subscriptions/subscriptions.ts';
import { transcriptShape } from './meeting-shapes.ts';
import type { Meeting, Transcript } from './meetings.ts';

/** A transcript has come into being. */
export function transcriptNews(meeting: Meeting, transcript: Transcript): News {
  const resource = `communications/onlineMeetings('${meeting.id}')/transcripts('${transcript.id}')`;
  return {
    ...{ kind: 'transcripts', ownerId: null, changeType: 'created', resource },
    resourceData: { id: transcript.id, '@odata.type': '#Microsoft.Graph.callTranscript', '@odata.id': resource },
    content: () => transcriptShape(meeting, transcript),
  };
}
