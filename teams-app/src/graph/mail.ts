import { DeliveryError } from '@kaigi/core';
import { type GraphClient, GraphRefusal } from './graph-client.ts';
import { noteError } from './note-error.ts';

/** What is mailed to one person: plain text, so that nothing in it can pretend to be a button. */
export interface MailNote {
  /** The sign-in name of the person. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mailing {
  /** Address of the shared mailbox that mail comes from. */
  readonly sender: string;
  /** The mailbox may not be used by this app, or is not there: an administrator has to mend that. */
  readonly senderRefused: (status: number, code: string) => void;
}

/**
 * Mails a note from the shared mailbox, without a copy in it. The address is the one that Microsoft 365 has for the person:
 * a sign-in name need not be one.
 * Permission: User.Read.All (application). Permission: Mail.Send (application).
 * @throws DeliveryError `blocked` where the person has no mailbox, or the sender's may not be used
 */
export async function sendMail(graph: GraphClient, note: MailNote, { sender, senderRefused }: Mailing): Promise<void> {
  const address = await addressOf(graph, note.to);
  if (!address) throw new DeliveryError('blocked');
  try {
    await graph.post(`/users/${encodeURIComponent(sender)}/sendMail`, {
      message: {
        subject: note.subject,
        body: { contentType: 'text', content: note.text },
        toRecipients: [{ emailAddress: { address } }],
      },
      saveToSentItems: false,
    });
  } catch (error) {
    if (error instanceof GraphRefusal) senderRefused(error.status, error.code);
    throw noteError(error);
  }
}

async function addressOf(graph: GraphClient, signInName: string): Promise<string | null> {
  try {
    const path = `/users/${encodeURIComponent(signInName)}?$select=mail`;
    return (await graph.get<{ mail?: string | null }>(path)).mail ?? null;
  } catch (error) {
    throw noteError(error);
  }
}
